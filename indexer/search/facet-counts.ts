import type { estypes } from '@elastic/elasticsearch';
import { facets, type CountedName, type FacetName } from '../../domain/discovery/schema.ts';
import { allOf, editionField, workField, type Filter, type Narrowing } from './facet-filters.ts';

type Aggregations = Record<string, estypes.AggregationsAggregationContainer>;
type Include = string | string[];

/** A facet to count, and which of its values: the most frequent ones, or among those that `include` names. */
export interface Wanted {
  readonly name: CountedName;
  readonly size: number;
  readonly include?: Include;
  /** Values counted whatever their frequency. */
  readonly besides?: string[];
}

/** A facet as an answer to a search lists it: the most frequent values, and beside them the chosen ones. */
export function listed(name: CountedName, query: Narrowing): Wanted {
  const facet = facets.find((one) => one.name === name);
  const chosen = facet ? [...query[facet.name]] : [];
  return { name, size: facet?.listed ?? 0, ...(chosen.length > 0 && { besides: chosen }) };
}

/**
 * Counts works by facet, each under all filters but its own; those that are counted under the same filters in one go. While no
 * other filter looks at editions the works' own values give the same counts as their editions, and far faster. Pure.
 */
export function facetAggregations(
  wanted: readonly Wanted[],
  query: Narrowing,
  filters: readonly Filter[],
): Aggregations {
  const othersOf = (name: CountedName) => filters.filter((filter) => !isOwn(filter, name));
  const groups = Map.groupBy(wanted, ({ name }) =>
    othersOf(name)
      .map((filter) => filters.indexOf(filter))
      .join(),
  );
  return Object.fromEntries(
    [...groups].flatMap(([group, members]) => {
      const others = members[0] ? othersOf(members[0].name) : [];
      const counts = countsUnder(others, members, query);
      return others.length === 0
        ? Object.entries(counts)
        : [[`under ${group}`, { filter: allOf(others), aggs: counts }]];
    }),
  );
}

const isOwn = ({ facet, implied = [] }: Filter, name: CountedName) => facet === name || implied.includes(name);

function countsUnder(filters: readonly Filter[], wanted: readonly Wanted[], query: Narrowing): Aggregations {
  const onEditions = filters.flatMap(({ edition }) => edition ?? []);
  const { nested = [], plain = [] } = Object.groupBy(wanted, ({ name }) =>
    onEditions.length > 0 && isOfEdition(name) ? 'nested' : 'plain',
  );
  return {
    ...aggregationsOf(plain, (name) => workField(name, query)),
    ...(nested.length > 0 && {
      editions: {
        nested: { path: 'editions' },
        aggs: {
          matching: {
            filter: { bool: { filter: onEditions } },
            aggs: aggregationsOf(nested, (name) => editionField(name, query), true),
          },
        },
      },
    }),
  };
}

const isOfEdition = (name: CountedName) => name === 'year' || facets.find((one) => one.name === name)?.of === 'edition';

function aggregationsOf(
  wanted: readonly Wanted[],
  fieldOf: (name: CountedName) => string,
  ofEditions = false,
): Aggregations {
  const works = ofEditions ? { aggs: { works: { reverse_nested: {} } } } : {};
  const order = [{ [ofEditions ? 'works' : '_count']: 'desc' as const }, { _key: 'asc' as const }];
  const aggregations: Aggregations = {};
  for (const { name, size, include, besides } of wanted) {
    const field = fieldOf(name);
    if (name === 'year') {
      aggregations[name] = { histogram: { field, interval: 10, min_doc_count: 1 }, ...works };
      continue;
    }
    aggregations[name] = { terms: { field, order, size, ...(include !== undefined && { include }) }, ...works };
    if (besides)
      aggregations[name + also] = { terms: { field, order, size: besides.length, include: besides }, ...works };
  }
  return aggregations;
}

const also = ' also';

/** What was counted of a facet. */
export interface Counts {
  /** Works by value, in the order of the engine. */
  readonly works: ReadonlyMap<string, number>;
  /** Whether there are more values than these. */
  readonly more: boolean;
}

/** The counts in an engine's answer, wherever among its aggregations they stand. Pure. */
export function readCounts(aggregations: unknown, name: FacetName | 'year'): Counts | undefined {
  const counted = find(aggregations, name);
  if (!counted) return undefined;
  const buckets = [...counted.buckets, ...(find(aggregations, `${name}${also}`)?.buckets ?? [])];
  return {
    works: new Map(buckets.map(({ key, doc_count, works }) => [String(key), works?.doc_count ?? doc_count])),
    more: (counted.sum_other_doc_count ?? 0) > 0,
  };
}

interface Counted {
  readonly buckets: readonly { key: string | number; doc_count: number; works?: { doc_count: number } }[];
  readonly sum_other_doc_count?: number;
}

function find(aggregations: unknown, name: string): Counted | undefined {
  if (typeof aggregations !== 'object' || aggregations === null) return undefined;
  for (const [key, value] of Object.entries(aggregations)) {
    if (key === name) return value as Counted;
    if (typeof value !== 'object' || value === null || 'buckets' in value) continue;
    const inside = find(value, name);
    if (inside) return inside;
  }
  return undefined;
}
