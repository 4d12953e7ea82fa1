import type { Judged } from '../indexer/relevance/judge.ts';
import { mean } from '../indexer/relevance/judge.ts';
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
  baseline: (queries: readonly string[]) => Promise<readonly (readonly Found[])[]>,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [kind, same] of Map.groupBy(searches, (one) => one.kind)) {
    const { p50, answers } = await askedInTwoLines(same, ours);
    const own = figures(same, answers);
    const theirs = figures(same, await baseline(same.map(({ query }) => query)));
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
      'p50 ms': p50,
    });
  }
  return rows;
}

/** Two readers ask at a time, each one search after another: 16,000 in turn would take long. */
async function askedInTwoLines<Search>(
  searches: readonly Search[],
  find: (search: Search) => Promise<readonly Found[]>,
) {
  const answers: (readonly Found[])[] = [];
  const times: number[] = [];
  const left = searches.entries();
  const line = async () => {
    for (const [place, search] of left) {
      const start = performance.now();
      answers[place] = await find(search);
      times.push(performance.now() - start);
    }
  };
  await Promise.all([line(), line()]);
  return { answers, p50: rounded(median(times), 1) };
}

function figures(searches: readonly Asked[], answers: readonly (readonly Found[])[]) {
  const judged = searches.map((search, index) => {
    const found = answers[index] ?? [];
    return { ...search.judge(found), found: found.length };
  });
  const share = (counts: (one: (typeof judged)[number]) => number) => rounded(mean(judged.map(counts)), 3);
  return {
    ndcg: share(({ ndcg }) => ndcg),
    mrr: share(({ reciprocalRank }) => reciprocalRank),
    first: share(({ reciprocalRank }) => (reciprocalRank === 1 ? 1 : 0)),
    inTen: share(({ reciprocalRank }) => (reciprocalRank > 0 ? 1 : 0)),
    nothing: share(({ found }) => (found === 0 ? 1 : 0)),
  };
}
