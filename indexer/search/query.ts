import type { estypes } from '@elastic/elasticsearch';
import { facets, type FacetName, type SearchQuery } from '../../domain/discovery/schema.ts';
import type { Analysis } from '../analysis/analysis.ts';
import { facetField } from '../index-schema.ts';
import { leniencies, matchQuery } from './match.ts';
import type { Leniency } from './match-words.ts';

type Query = estypes.QueryDslQueryContainer;

/** How many values of each facet an answer lists. */
const facetSizes: Partial<Record<FacetName, number>> = { subject: 50, author: 50, series: 30, genre: 50 };
const defaultFacetSize = 100;

/**
 * The request for a search. Filters on editions must be met by one edition together, so they travel in one nested
 * query; what narrows by facets narrows the hits only (`post_filter`), and every facet is counted under all filters but
 * its own. Pure.
 */
export function searchRequest(
  query: SearchQuery,
  { analysis, leniency = leniencies[0] }: { analysis: Analysis; leniency?: Leniency },
): estypes.SearchRequest {
  const selected = selectedFilters(query);
  const wanted = query.facets ?? facets.map((facet) => facet.name);
  const sort = sortOf(query);
  return {
    query: matchQuery(query, analysis, leniency),
    ...(selected.length > 0 && { post_filter: allOf(selected) }),
    ...((wanted.length > 0 || selected.length > 0) && {
      aggs: {
        ...Object.fromEntries(wanted.map((name) => [name, facetAggregation(name, query, selected)])),
        ...(selected.length > 0 && { [unfiltered]: { filter: { match_all: {} } } }),
      },
    }),
    sort,
    size: query.size,
    ...(query.after === undefined
      ? { from: (query.page - 1) * query.size }
      : { search_after: readCursor(query.after, sort.length) }),
    track_total_hits: true,
  };
}

/** The aggregation that counts the works found whatever is selected. */
export const unfiltered = 'unfiltered';

/** A condition of the reader's, and which facet it belongs to: that facet's counts are taken without it. */
interface Filter {
  readonly facet: FacetName | undefined;
  readonly of: 'edition' | 'work';
  readonly query: Query;
}

function selectedFilters(query: SearchQuery): Filter[] {
  const filters: Filter[] = [];
  for (const { name, of } of facets) {
    if (query[name].length === 0) continue;
    const field = of === 'edition' ? editionField(name, query.available) : facetField(name);
    filters.push({ facet: name, of, query: { terms: { [field]: [...query[name]] } } });
  }
  if (query.available && query.branch.length === 0 && query.municipality.length === 0) {
    filters.push({ facet: undefined, of: 'edition', query: { exists: { field: 'editions.availableBranch' } } });
  }
  if (query.yearFrom !== undefined || query.yearTo !== undefined) {
    const range = {
      ...(query.yearFrom !== undefined && { gte: query.yearFrom }),
      ...(query.yearTo !== undefined && { lte: query.yearTo }),
    };
    filters.push({ facet: undefined, of: 'edition', query: { range: { 'editions.year': range } } });
  }
  return filters;
}

/** Where only what is on the shelf counts, a branch or municipality means: on the shelf there. */
function editionField(name: FacetName, available: boolean): string {
  if (available && name === 'branch') return 'editions.availableBranch';
  if (available && name === 'municipality') return 'editions.availableMunicipality';
  return `editions.${name}`;
}

function allOf(filters: readonly Filter[]): Query {
  const editionQueries = filters.filter((filter) => filter.of === 'edition').map((filter) => filter.query);
  const workQueries = filters.filter((filter) => filter.of === 'work').map((filter) => filter.query);
  return {
    bool: {
      filter: [
        ...workQueries,
        ...(editionQueries.length > 0
          ? [{ nested: { path: 'editions', query: { bool: { filter: editionQueries } } } }]
          : []),
      ],
    },
  };
}

function facetAggregation(
  name: FacetName,
  query: SearchQuery,
  selected: readonly Filter[],
): estypes.AggregationsAggregationContainer {
  const others = selected.filter((filter) => filter.facet !== name);
  const of = facets.find((facet) => facet.name === name)?.of;
  const editionFilters = others.filter((filter) => filter.of === 'edition');
  const size = facetSizes[name] ?? defaultFacetSize;
  const chosen = query[name].length > 0 ? { chosen: [...query[name]] } : {};
  // While no other filter looks at editions, the works' own values give the same counts, and far faster.
  if (of === 'work' || (editionFilters.length === 0 && !availabilityMatters(name, query))) {
    return under(others, termsOf({ field: facetField(name), size, ...chosen }, '_count'));
  }
  const field = editionField(name, query.available);
  return under(others, {
    editions: {
      nested: { path: 'editions' },
      aggs: {
        matching: {
          filter: { bool: { filter: editionFilters.map((filter) => filter.query) } },
          aggs: termsOf({ field, size, ...chosen }, 'works'),
        },
      },
    },
  });
}

/** The most frequent values, and beside them the chosen ones, which may not be among those. */
function termsOf(
  { field, size, chosen }: { field: string; size: number; chosen?: string[] },
  count: '_count' | 'works',
): Record<string, estypes.AggregationsAggregationContainer> {
  const aggs = count === 'works' ? { aggs: { works: { reverse_nested: {} } } } : {};
  const terms = { field, order: [{ [count]: 'desc' as const }, { _key: 'asc' as const }] };
  return {
    values: { terms: { ...terms, size }, ...aggs },
    ...(chosen && { chosen: { terms: { ...terms, size: chosen.length, include: chosen }, ...aggs } }),
  };
}

const availabilityMatters = (name: FacetName, { available }: SearchQuery) =>
  available && (name === 'branch' || name === 'municipality');

function under(
  filters: readonly Filter[],
  aggs: Record<string, estypes.AggregationsAggregationContainer>,
): estypes.AggregationsAggregationContainer {
  return { filter: filters.length > 0 ? allOf(filters) : { match_all: {} }, aggs };
}

const sortFields = {
  relevance: [{ _score: { order: 'desc' } }, { year: { order: 'desc', mode: 'max', missing: '_last' } }],
  newest: [{ year: { order: 'desc', mode: 'max', missing: '_last' } }],
  oldest: [{ year: { order: 'asc', mode: 'min', missing: '_last' } }],
  title: [{ titleSort: 'asc' }],
  author: [{ authorSort: { order: 'asc', missing: '_last' } }, { titleSort: 'asc' }],
  popular: [{ loans: 'desc' }],
  rating: [{ loans: 'desc' }],
} as const satisfies Record<SearchQuery['sort'], readonly estypes.SortCombinations[]>;

/** The chosen order; works that are equal in it stand in the order of their ids, so that pages never overlap. */
function sortOf({ sort, q }: SearchQuery): estypes.SortCombinations[] {
  const chosen = sort === 'relevance' && q.trim() === '' ? sortFields.popular : sortFields[sort];
  return [...chosen, { id: 'asc' }];
}

/** Thrown for a cursor that no answer of this search has given. */
export class InvalidCursor extends Error {
  override readonly name = 'InvalidCursor';
}

export const writeCursor = (sort: estypes.SortResults): string =>
  Buffer.from(JSON.stringify(sort)).toString('base64url');

function readCursor(cursor: string, length: number): estypes.SortResults {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(values) && values.length === length && values.every(isSortValue)) return values;
  } catch {
    // told below
  }
  throw new InvalidCursor('The cursor does not belong to this search');
}

const isSortValue = (value: unknown) => value === null || typeof value === 'string' || typeof value === 'number';
