import type { Client } from '@elastic/elasticsearch';
import { SearchQuery, type WorkSummary } from '../../domain/discovery/schema.ts';
import type { SearchWeights } from '../../domain/search-weights/schema.ts';
import type { Analysis } from '../analysis/analysis.ts';
import { searchRequest } from '../search/query.ts';
import { reweighed } from '../search/reweigh.ts';
import { judge, mean } from './judge.ts';
import type { WatchedSearch } from './watched-searches.ts';

/** One watched search, asked before and after. */
export interface SearchDifference {
  readonly query: string;
  readonly totalBefore: number;
  readonly totalAfter: number;
  /** nDCG of the first ten, where the search says what is wanted. */
  readonly ndcgBefore?: number | undefined;
  readonly ndcgAfter?: number | undefined;
  /** Titles that come among the first ten, and that leave them. */
  readonly entered: string[];
  readonly left: string[];
  /** Works among the first ten that stand elsewhere: their places from 1, absent where not among them. */
  readonly moved: { readonly title: string; readonly from?: number | undefined; readonly to?: number | undefined }[];
}

export interface AnswerComparison {
  readonly searches: number;
  /** Searches whose first ten works stay as they were, in the same order. */
  readonly same: number;
  readonly ndcgBefore?: number | undefined;
  readonly ndcgAfter?: number | undefined;
  /** Those that differ: what got worse first, then what changed most. */
  readonly differences: SearchDifference[];
}

/** An index, the analysis (with its synonyms) that it is searched with, and how searches are weighed. */
export interface Side {
  readonly index: string;
  readonly analysis: Analysis;
  readonly weights?: SearchWeights | undefined;
}

const mostKept = 50;

/** Asks all searches of both sides, as readers would, and tells what differs. */
export async function compareAnswers(
  elasticsearch: Client,
  searches: readonly WatchedSearch[],
  before: Side,
  after: Side,
): Promise<AnswerComparison> {
  const compared: (SearchDifference & { same: boolean })[] = [];
  for (const search of searches) {
    const [old, next] = await Promise.all([
      answer(elasticsearch, search, before),
      answer(elasticsearch, search, after),
    ]);
    const ids = { old: old.items.map(({ id }) => id), next: next.items.map(({ id }) => id) };
    const { wanted } = search;
    compared.push({
      query: search.query,
      totalBefore: old.total,
      totalAfter: next.total,
      ...(wanted && { ndcgBefore: judge({ wanted }, old.items).ndcg, ndcgAfter: judge({ wanted }, next.items).ndcg }),
      entered: next.items.filter(({ id }) => !ids.old.includes(id)).map(({ title }) => title),
      left: old.items.filter(({ id }) => !ids.next.includes(id)).map(({ title }) => title),
      moved: movesOf(old.items, next.items),
      same: ids.old.join() === ids.next.join() && old.total === next.total,
    });
  }
  const judged = compared.filter(({ ndcgBefore }) => ndcgBefore !== undefined);
  return {
    searches: compared.length,
    same: compared.filter(({ same }) => same).length,
    ...(judged.length > 0 && {
      ndcgBefore: mean(judged.map((one) => one.ndcgBefore ?? 0)),
      ndcgAfter: mean(judged.map((one) => one.ndcgAfter ?? 0)),
    }),
    differences: compared
      .filter(({ same }) => !same)
      .toSorted((a, b) => gained(a) - gained(b) || b.left.length - a.left.length)
      .slice(0, mostKept)
      .map(({ same: _same, ...difference }) => difference),
  };
}

/** The nearest to the top first, by where they come to. */
function movesOf(old: readonly WorkSummary[], next: readonly WorkSummary[]): SearchDifference['moved'] {
  const placeIn = (works: readonly WorkSummary[], id: string) =>
    works.findIndex((one) => one.id === id) + 1 || undefined;
  const works = new Map([...next, ...old].map(({ id, title }) => [id, title]));
  return [...works].flatMap(([id, title]) => {
    const [from, to] = [placeIn(old, id), placeIn(next, id)];
    return from === to ? [] : [{ title, ...(from !== undefined && { from }), ...(to !== undefined && { to }) }];
  });
}

const gained = ({ ndcgBefore = 0, ndcgAfter = 0 }: SearchDifference) => ndcgAfter - ndcgBefore;

async function answer(
  elasticsearch: Client,
  { query: q, in: scope }: WatchedSearch,
  { index, analysis, weights }: Side,
): Promise<{ total: number; items: WorkSummary[] }> {
  const asked = SearchQuery.parse({ q, size: 10, facets: '', ...(scope && { in: scope }) });
  const { hits } = await elasticsearch.search<{ summary: WorkSummary }>({
    index,
    ...reweighed(searchRequest(asked, { analysis }), weights),
  });
  const total = typeof hits.total === 'number' ? hits.total : (hits.total?.value ?? 0);
  return { total, items: hits.hits.flatMap((hit) => hit._source?.summary ?? []) };
}
