import type { estypes } from '@elastic/elasticsearch';
import { countedNames, type SearchQuery } from '../../domain/discovery/schema.ts';
import type { Analysis } from '../analysis/analysis.ts';
import { facetAggregations, listed, type Wanted } from './facet-counts.ts';
import { allOf, filtersOf, type Narrowing } from './facet-filters.ts';
import { leniencies, matchQuery } from './match.ts';
import type { Leniency } from './match-words.ts';

/**
 * The request for a search. Filters on editions must be met by one edition together, so they travel in one nested
 * query; what narrows by facets narrows the hits only (`post_filter`), and every facet is counted under all filters but
 * its own. Pure.
 */
export function searchRequest(
  query: SearchQuery,
  { analysis, leniency = leniencies[0] }: { analysis: Analysis; leniency?: Leniency },
): estypes.SearchRequest {
  const filters = filtersOf(query);
  const wanted = (query.facets ?? countedNames).map((name) => listed(name, query));
  const sort = sortOf(query);
  const aggs = {
    ...facetAggregations(wanted, query, filters),
    ...(filters.length > 0 && query.q.trim() !== '' && { [unfiltered]: { filter: { match_all: {} } } }),
  };
  return {
    query: matchQuery(query, analysis, leniency),
    ...(filters.length > 0 && { post_filter: allOf(filters) }),
    ...(Object.keys(aggs).length > 0 && { aggs }),
    sort,
    size: query.size,
    ...(query.after === undefined
      ? { from: (query.page - 1) * query.size }
      : { search_after: readCursor(query.after, sort.length) }),
    track_total_hits: true,
  };
}

/**
 * What the engine is asked for a search: one request, or, for a search of the whole catalogue, one for the works and one for the
 * counts, which go together. It remembers counts without hits until a work changes, and finds the first works in an order without
 * looking at the others. Where words are sought these would be sought twice. Pure.
 */
export function searchRequests(...[query, deps]: Parameters<typeof searchRequest>): Request[] {
  const request = searchRequest(query, deps);
  const { aggs, post_filter, query: matching, ...rest } = request;
  if (query.q.trim() !== '' || !aggs) return [request];
  return [
    { ...rest, query: post_filter ?? matching },
    { query: matching, aggs, size: 0, request_cache: true, track_total_hits: false },
  ];
}

type Request = estypes.SearchRequest;

/** The aggregation that counts the works found whatever is selected. */
export const unfiltered = 'unfiltered';

/** The request for values of one facet, counted as the search that is narrowed so would count them. Pure. */
export function facetRequest(
  wanted: Wanted,
  query: Pick<SearchQuery, 'q' | 'in'> & Narrowing,
  { analysis, leniency }: { analysis: Analysis; leniency: Leniency },
): estypes.SearchRequest {
  return {
    query: matchQuery(query, analysis, leniency),
    aggs: facetAggregations([wanted], query, filtersOf(query)),
    size: 0,
    track_total_hits: true,
  };
}

const sortFields = {
  relevance: [{ _score: { order: 'desc' } }, { year: { order: 'desc', mode: 'max', missing: '_last' } }],
  newest: [{ year: { order: 'desc', mode: 'max', missing: '_last' } }],
  arrivals: [
    { arrivedOn: { order: 'desc', missing: '_last' } },
    { year: { order: 'desc', mode: 'max', missing: '_last' } },
  ],
  oldest: [{ year: { order: 'asc', mode: 'min', missing: '_last' } }],
  title: [{ titleSort: 'asc' }],
  author: [{ authorSort: { order: 'asc', missing: '_last' } }, { titleSort: 'asc' }],
  popular: [{ loans: 'desc' }],
  // Those nobody has rated stand between the liked and the disliked, as they are neither.
  rating: [{ liking: { order: 'desc', missing: 1 } }, { loans: 'desc' }],
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
