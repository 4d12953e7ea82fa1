import type { Judged } from '../test/relevance/measure.ts';
import { mean } from '../test/relevance/measure.ts';
import { median, rounded, type Row } from './report.ts';
import type { Found } from './relevance-baseline.ts';

/** A search, and how an answer to it is judged. */
export interface Asked {
  /** What searches are told together by. */
  readonly kind: string;
  readonly query: string;
  judge(found: readonly Found[]): Judged;
}

/** A row for each kind of search: ours, then the baseline's. */
export async function compare<Search extends Asked>(
  searches: readonly Search[],
  ours: (search: Search) => Promise<readonly Found[]>,
  baseline: (query: string) => Promise<readonly Found[]>,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [kind, same] of Map.groupBy(searches, (one) => one.kind)) {
    const own = await figures(same, ours);
    const theirs = await figures(same, ({ query }) => baseline(query));
    rows.push({
      'searches for': kind,
      searches: same.length,
      MRR: own.mrr,
      baseline: theirs.mrr,
      'nDCG@10': own.ndcg,
      'baseline ': theirs.ndcg,
      first: own.first,
      'baseline  ': theirs.first,
      'in ten': own.inTen,
      'baseline   ': theirs.inTen,
      nothing: own.nothing,
      'baseline    ': theirs.nothing,
      'p50 ms': own.p50,
    });
  }
  return rows;
}

async function figures<Search extends Asked>(
  searches: readonly Search[],
  find: (search: Search) => Promise<readonly Found[]>,
) {
  const judged: (Judged & { found: number; ms: number })[] = [];
  for (const search of searches) {
    const start = performance.now();
    const found = await find(search);
    judged.push({ ...search.judge(found), found: found.length, ms: performance.now() - start });
  }
  const share = (counts: (one: (typeof judged)[number]) => number) => rounded(mean(judged.map(counts)), 3);
  return {
    ndcg: share(({ ndcg }) => ndcg),
    mrr: share(({ reciprocalRank }) => reciprocalRank),
    first: share(({ reciprocalRank }) => (reciprocalRank === 1 ? 1 : 0)),
    inTen: share(({ reciprocalRank }) => (reciprocalRank > 0 ? 1 : 0)),
    nothing: share(({ found }) => (found === 0 ? 1 : 0)),
    p50: rounded(median(judged.map(({ ms }) => ms)), 1),
  };
}
