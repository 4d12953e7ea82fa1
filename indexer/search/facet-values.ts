import type { CountedName, Facet, FacetValue, SearchQuery } from '../../domain/discovery/schema.ts';
import { facets } from '../../domain/discovery/schema.ts';
import type { LabelsByValue } from '../value-labels.ts';
import type { Counts, Wanted } from './facet-counts.ts';
import type { Narrowing } from './facet-filters.ts';
import { contains, containing } from './facet-pattern.ts';

/** Values of a facet, the most frequent first, decades in their order; those chosen follow even if nothing has them now. */
export function facetValues(name: CountedName, counts: Counts, query: Narrowing, labels: LabelsByValue): FacetValue[] {
  if (name === 'year')
    return [...counts.works].map(([value, count]) => ({
      value,
      label: value,
      count,
      selected: isWithin(value, query),
    }));
  const chosen: readonly string[] = query[name];
  const works = new Map(counts.works);
  for (const value of chosen) if (!works.has(value)) works.set(value, 0);
  return [...works].map(([value, count]) => ({
    value,
    label: labels.get(value) ?? value,
    count,
    selected: chosen.includes(value),
  }));
}

/** Whether the chosen years hold a decade. */
function isWithin(decade: string, { yearFrom, yearTo }: Pick<SearchQuery, 'yearFrom' | 'yearTo'>): boolean {
  const first = Number(decade);
  if (yearFrom === undefined && yearTo === undefined) return false;
  return (yearFrom ?? -Infinity) <= first && first + 9 <= (yearTo ?? Infinity);
}

export const isTranslated = (name: CountedName): boolean => facets.some((one) => one.name === name && one.translated);

/** As many values as a facet of few and known ones can have. */
const allKnown = 500;
const mostByLabel = 1_000;

/**
 * What to count for values that contain some letters: in an open facet, values as they stand, and those whose label in the
 * reader's language does. Of facets with known values all are counted, and whoever names them chooses by their names.
 */
export function sought(
  facet: Facet,
  { letters, size }: { letters: string; size: number },
  labels: LabelsByValue,
): Wanted {
  if (!facet.open) return { name: facet.name, size: allKnown };
  if (letters === '') return { name: facet.name, size };
  const byLabel = [...labels].filter(([, label]) => contains(label, letters)).map(([value]) => value);
  return {
    name: facet.name,
    size,
    include: containing(letters),
    ...(byLabel.length > 0 && { besides: byLabel.slice(0, mostByLabel) }),
  };
}
