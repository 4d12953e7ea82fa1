import type { Client, estypes } from '@elastic/elasticsearch';
import {
  countedNames,
  facets,
  type CountedName,
  type FacetName,
  type FacetQuery,
  type FacetValues,
  type SearchQuery,
  type SearchResult,
  type WorkSummary,
} from '../../domain/discovery/schema.ts';
import type { SearchWeightBook } from '../../domain/search-weights/service.ts';
import type { Analysis } from '../analysis/analysis.ts';
import type { Voikko } from '../analysis/voikko.ts';
import type { Aliases } from '../aliases.ts';
import { valueLabels, type LabelsByValue } from '../value-labels.ts';
import { readCounts } from './facet-counts.ts';
import { facetValues, isTranslated, sought } from './facet-values.ts';
import { createDidYouMean } from './did-you-mean.ts';
import { indexGuard, type GuardDeps } from './index-guard.ts';
import { createAmong, type Among } from './among.ts';
import { createSimilar, type Similar } from './similar.ts';
import { leniencies } from './match.ts';
import type { Leniency } from './match-words.ts';
import { reweighed } from './reweigh.ts';
import { weightsInUse } from './weights-in-use.ts';
import { facetRequest, searchRequests, unfiltered, writeCursor } from './query.ts';

export interface Search extends Similar, Among {
  /**
   * Finds works: those that have every word; where there is none, those of the wording that was probably meant, which
   * `suggestion` then tells (did-you-mean.ts); else those that come nearest (match.ts tells the steps). `matched` tells which.
   * Where few works have every word, a spelling that finds many times more is proposed beside them.
   * Subjects and genres come with their label in the language asked, where the records tell it; whoever presents the
   * result names the values of the other facets.
   *
   * @throws InvalidCursor for an `after` that does not belong to the search
   * @throws IndexUnusable where no index stands, or one of another version
   * @throws the client's errors where the engine is away or refuses
   */
  search(query: SearchQuery, signal?: AbortSignal): Promise<SearchResult>;
  /**
   * Finds among all values of a facet, counted as the same search counts them. All values of a facet that is not `open`:
   * whoever names them chooses.
   *
   * @throws as `search`
   */
  facet(name: FacetName, query: FacetQuery, signal?: AbortSignal): Promise<FacetValues>;
}

export function createSearch(deps: {
  elasticsearch: Client;
  aliases: Aliases;
  analysis: Analysis;
  /** Knows words that are spelt nearly like one; where it is missing, those of the catalogue must do. */
  voikko?: Voikko | undefined;
  /** Words that mean the same; none where absent. */
  synonyms?: GuardDeps['synonyms'];
  /** How searches are weighed; as the house has measured it where absent. */
  weights?: Pick<SearchWeightBook, 'current'>;
}): Search {
  const guard = indexGuard(deps);
  const weightsNow = weightsInUse(deps.weights);
  const didYouMean = createDidYouMean(deps);
  /** What is asked in turn until words are found: as typed; in the wording that was probably meant; ever more leniently. */
  async function* attempts<Q extends SearchQuery | FacetQuery>(query: Q, signal: AbortSignal | undefined) {
    const [strict, ...lenient] = leniencies;
    yield { query, leniency: strict, matched: 'all', suggestion: undefined } as const;
    if (query.q.trim() === '') return;
    const suggestion = await didYouMean(query, 0, signal);
    if (suggestion !== undefined)
      yield { query: { ...query, q: suggestion }, leniency: strict, matched: 'suggestion', suggestion } as const;
    for (const leniency of lenient) yield { query, leniency, matched: 'some', suggestion } as const;
  }
  const labels = valueLabels({ elasticsearch: deps.elasticsearch, index: deps.aliases.read });
  const { similar, related } = createSimilar({ elasticsearch: deps.elasticsearch, index: deps.aliases.read });
  const { among, having, withIsbns } = createAmong(deps);
  const labelsFor = (names: readonly CountedName[], { lang }: Pick<SearchQuery, 'lang'>): Promise<LabelsByValue> =>
    names.some(isTranslated) ? labels.of(lang) : Promise.resolve(new Map());
  return {
    async search(query, signal) {
      const [analysis, weights] = await Promise.all([guard(), weightsNow()]);
      const ask = (asked: SearchQuery, leniency: Leniency) =>
        askEngine(deps, searchRequests(asked, { analysis, leniency }).map((one) => reweighed(one, weights)), signal); // prettier-ignore
      let tookMs = 0;
      let nearest: (Answer & Pick<SearchResult, 'matched' | 'suggestion'>) | undefined;
      for await (const { query: asked, leniency, matched, suggestion } of attempts(query, signal)) {
        nearest = { ...(await ask(asked, leniency)), matched, suggestion };
        tookMs += nearest.took;
        if (worksWithWords(nearest) > 0) break;
      }
      if (!nearest) throw new Error('A search is asked once at least');
      const works = worksWithWords(nearest);
      const [known, better] = await Promise.all([
        labelsFor(query.facets ?? countedNames, query),
        nearest.matched === 'all' && works > 0 ? didYouMean(query, works, signal) : undefined,
      ]);
      return searchResult(query, { ...nearest, suggestion: nearest.suggestion ?? better, took: tookMs }, known);
    },
    async similar(...asked) {
      await guard();
      return similar(...asked);
    },
    async related(...asked) {
      await guard();
      return related(...asked);
    },
    async among(...asked) {
      await guard();
      return among(...asked);
    },
    async having(...asked) {
      await guard();
      return having(...asked);
    },
    async withIsbns(...asked) {
      await guard();
      return withIsbns(...asked);
    },
    async facet(name, query, signal) {
      const analysis = await guard();
      const facet = facets.find((one) => one.name === name);
      if (!facet) return { values: [], more: false };
      const known = await labelsFor([name], query);
      const wanted = sought(facet, { letters: query.contains, size: query.size }, known);
      for await (const { query: asked, leniency } of attempts(query, signal)) {
        const answer = await deps.elasticsearch.search<{ summary: WorkSummary }, Aggregations>(
          { index: deps.aliases.read, ...facetRequest(wanted, asked, { analysis, leniency }) },
          signal ? { signal } : {},
        );
        if (worksWithWords(answer) === 0) continue;
        const counts = readCounts(answer.aggregations, name);
        if (!counts) break;
        const values = facetValues(name, counts, query, known).filter(({ count }) => count > 0);
        if (!facet.open) return { values, more: false };
        values.sort((a, b) => b.count - a.count);
        return { values: values.slice(0, query.size), more: counts.more || values.length > query.size };
      }
      return { values: [], more: false };
    },
  };
}

type Answer = estypes.SearchResponse<{ summary: WorkSummary }, Aggregations>;

async function askEngine(
  { elasticsearch, aliases }: { elasticsearch: Client; aliases: Aliases },
  requests: ReturnType<typeof searchRequests>,
  signal: AbortSignal | undefined,
): Promise<Answer> {
  const [found, counts] = await Promise.all(
    requests.map((request) =>
      elasticsearch.search<{ summary: WorkSummary }, Aggregations>(
        { index: aliases.read, ...request },
        signal ? { signal } : {},
      ),
    ),
  );
  if (!found) throw new Error('A search is one request at least');
  return counts ? { ...found, aggregations: counts.aggregations, took: Math.max(found.took, counts.took) } : found;
}

/** How many works have what was typed, be they ones that the filters leave out: then it is they who find nothing. */
function worksWithWords({ hits: { total }, aggregations }: Pick<Answer, 'hits' | 'aggregations'>): number {
  const found = typeof total === 'number' ? total : (total?.value ?? 0);
  return Math.max(found, aggregations?.[unfiltered]?.doc_count ?? 0);
}

type Aggregations = Record<string, unknown> & { readonly [unfiltered]?: { readonly doc_count: number } };

/** The engine's answer as ours. Pure. */
export function searchResult(
  query: SearchQuery,
  answer: Pick<Answer, 'hits' | 'took' | 'aggregations'> & Pick<SearchResult, 'matched' | 'suggestion'>,
  labels: LabelsByValue = new Map(),
): SearchResult {
  const { hits, total } = answer.hits;
  const found = typeof total === 'number' ? total : (total?.value ?? 0);
  const last = hits.at(-1)?.sort;
  const shown = (query.page - 1) * query.size + hits.length;
  const more = query.after === undefined ? shown < found : hits.length === query.size;
  return {
    total: found,
    matched: answer.matched,
    items: hits.flatMap((hit) => (hit._source ? [hit._source.summary] : [])),
    facets: Object.fromEntries(
      countedNames.flatMap((name) => {
        const counts = readCounts(answer.aggregations, name);
        return counts ? [[name, facetValues(name, counts, query, labels)]] : [];
      }),
    ),
    ...(answer.suggestion !== undefined && { suggestion: answer.suggestion }),
    ...(more && last && hits.length > 0 && { next: writeCursor(last) }),
    tookMs: answer.took,
  };
}
