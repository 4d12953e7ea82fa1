import type { estypes } from '@elastic/elasticsearch';
import { facets, type CountedName, type FacetName, type SearchQuery } from '../../domain/discovery/schema.ts';
import { facetField } from '../index-schema.ts';

type Query = estypes.QueryDslQueryContainer;

/** What of a search narrows by facets. */
export type Narrowing = Pick<SearchQuery, FacetName | 'available' | 'yearFrom' | 'yearTo'>;

/**
 * A condition of the reader's. Counts of the facet it belongs to are taken without it, and so are those it is `implied`
 * in: a branch where a copy stands on the shelf says that one does.
 */
export interface Filter {
  readonly facet: CountedName | undefined;
  readonly implied?: readonly CountedName[];
  /** As one edition meets it; absent where it concerns the work as a whole. */
  readonly edition?: Query;
  /** As the work meets it, through any of its editions. */
  readonly work: Query;
}

export function filtersOf(query: Narrowing): Filter[] {
  const filters: Filter[] = [];
  for (const { name, of } of facets) {
    if (query[name].length === 0) continue;
    const terms = (field: string): Query => ({ terms: { [field]: [...query[name]] } });
    filters.push({
      facet: name,
      ...(of === 'edition' && { edition: terms(editionField(name, query)) }),
      work: terms(workField(name, query)),
    });
  }
  if (query.available && query.branch.length === 0 && query.municipality.length === 0) {
    filters.push({
      facet: undefined,
      implied: ['branch', 'municipality'],
      edition: { exists: { field: 'editions.availableBranch' } },
      work: { exists: { field: 'availableBranch' } },
    });
  }
  if (query.yearFrom !== undefined || query.yearTo !== undefined) {
    const range = {
      ...(query.yearFrom !== undefined && { gte: query.yearFrom }),
      ...(query.yearTo !== undefined && { lte: query.yearTo }),
    };
    filters.push({ facet: 'year', edition: { range: { 'editions.year': range } }, work: { range: { year: range } } });
  }
  return filters;
}

/**
 * Works that meet all conditions, those on editions by one edition together. A single one on editions needs no look at
 * them: the work's own values tell that some edition meets it.
 */
export function allOf(filters: readonly Filter[]): Query {
  const onEditions = filters.flatMap(({ edition }) => edition ?? []);
  if (onEditions.length < 2) return { bool: { filter: filters.map(({ work }) => work) } };
  return {
    bool: {
      filter: [
        ...filters.flatMap(({ edition, work }) => (edition ? [] : [work])),
        { nested: { path: 'editions', query: { bool: { filter: onEditions } } } },
      ],
    },
  };
}

/** Where only what is on the shelf counts, a branch or municipality means: on the shelf there. */
export const editionField = (name: CountedName, query: Narrowing): string =>
  `editions.${shelfField(name, query) ?? name}`;

/** The field of the work that holds a facet's values of all its editions. */
export function workField(name: CountedName, query: Narrowing): string {
  return shelfField(name, query) ?? (name === 'year' ? 'year' : facetField(name));
}

function shelfField(
  name: CountedName,
  { available }: Narrowing,
): 'availableBranch' | 'availableMunicipality' | undefined {
  if (!available) return undefined;
  return name === 'branch' ? 'availableBranch' : name === 'municipality' ? 'availableMunicipality' : undefined;
}
