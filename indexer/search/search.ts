import type { Client, estypes } from '@elastic/elasticsearch';
import {
  facets,
  type FacetName,
  type FacetValue,
  type SearchQuery,
  type SearchResult,
  type WorkSummary,
} from '../../domain/discovery/schema.ts';
import type { Analysis } from '../analysis/analysis.ts';
import type { Aliases } from '../aliases.ts';
import { indexGuard } from './index-guard.ts';
import { leniencies } from './match.ts';
import type { Leniency } from './match-words.ts';
import { searchRequest, unfiltered, writeCursor } from './query.ts';

export interface Search {
  /**
   * Finds works: those that have every word; where there is none, those that come nearest (match.ts tells the steps). Facet values come with their value as label: whoever presents them knows the reader's language.
   *
   * @throws InvalidCursor for an `after` that does not belong to the search
   * @throws IndexUnusable where no index stands, or one of another version
   * @throws the client's errors where the engine is away or refuses
   */
  search(query: SearchQuery, signal?: AbortSignal): Promise<SearchResult>;
}

export function createSearch(deps: { elasticsearch: Client; aliases: Aliases; analysis: Analysis }): Search {
  const guard = indexGuard(deps);
  return {
    async search(query, signal) {
      await guard();
      const options = signal ? { signal } : {};
      const ask = (leniency: Leniency) =>
        deps.elasticsearch.search<{ summary: WorkSummary }, Aggregations>(
          { index: deps.aliases.read, ...searchRequest(query, { ...deps, leniency }) },
          options,
        );
      let answer = await ask(leniencies[0]);
      let tookMs = answer.took;
      for (const leniency of leniencies.slice(1)) {
        if (wordsAreFound(answer)) break;
        answer = await ask(leniency);
        tookMs += answer.took;
      }
      return searchResult(query, { ...answer, took: tookMs });
    },
  };
}

type Answer = estypes.SearchResponse<{ summary: WorkSummary }, Aggregations>;

/** Whether any work has what was typed, be it one that the filters leave out: then it is they who find nothing. */
function wordsAreFound({ hits: { total }, aggregations }: Answer): boolean {
  const found = typeof total === 'number' ? total : (total?.value ?? 0);
  return found > 0 || (aggregations?.[unfiltered]?.doc_count ?? 0) > 0;
}

interface Buckets {
  readonly buckets: readonly { key: string; doc_count: number; works?: { doc_count: number } }[];
}
interface Counted {
  readonly values: Buckets;
  readonly chosen?: Buckets;
}
type FacetAggregation = Counted | { readonly editions: { readonly matching: Counted } };
type Aggregations = Partial<Record<FacetName, FacetAggregation>> & {
  readonly [unfiltered]?: { readonly doc_count: number };
};

/** The engine's answer as ours. Pure. */
export function searchResult(query: SearchQuery, answer: Pick<Answer, 'hits' | 'took' | 'aggregations'>): SearchResult {
  const { hits, total } = answer.hits;
  const found = typeof total === 'number' ? total : (total?.value ?? 0);
  const last = hits.at(-1)?.sort;
  const shown = (query.page - 1) * query.size + hits.length;
  const more = query.after === undefined ? shown < found : hits.length === query.size;
  return {
    total: found,
    items: hits.flatMap((hit) => (hit._source ? [hit._source.summary] : [])),
    facets: Object.fromEntries(
      facets.flatMap(({ name }) => {
        const aggregation = answer.aggregations?.[name];
        return aggregation ? [[name, facetValues(aggregation, query[name])]] : [];
      }),
    ),
    ...(more && last && hits.length > 0 && { next: writeCursor(last) }),
    tookMs: answer.took,
  };
}

/** The most frequent values; those chosen follow where they are not among them, even if nothing has them now. */
function facetValues(aggregation: FacetAggregation, chosen: readonly string[]): FacetValue[] {
  const counted = 'editions' in aggregation ? aggregation.editions.matching : aggregation;
  const counts = new Map(
    [...counted.values.buckets, ...(counted.chosen?.buckets ?? [])].map(({ key, doc_count, works }) => [
      key,
      works?.doc_count ?? doc_count,
    ]),
  );
  for (const value of chosen) if (!counts.has(value)) counts.set(value, 0);
  return [...counts].map(([value, count]) => ({ value, label: value, count, selected: chosen.includes(value) }));
}
