import type { Suggestion } from '../../domain/discovery/suggestion.ts';
import { fold } from '../analysis/fold.ts';
import type { SuggestAnswer } from './suggest-query.ts';

/** Others of its kind do not crowd out the best of a kind, unless it comes nowhere near them. */
const nearEnough = 0.3;

interface Scored {
  readonly suggestion: Suggestion;
  readonly score: number;
}

/** The best of each kind and the best of all, by score; one of several that read the same. Pure. */
export function mixed(answer: SuggestAnswer | undefined, size: number): Suggestion[] {
  const byKind = (answer?.kinds.buckets ?? []).map(({ top }) =>
    distinct(top.hits.hits.map(({ _source, _score }) => ({ suggestion: _source, score: _score }))),
  );
  const all = byKind.flat().toSorted((a, b) => b.score - a.score);
  const best = all[0]?.score ?? 0;
  const seats = byKind.flatMap(([first]) => (first && first.score >= best * nearEnough ? [first] : []));
  const seated = new Set(seats.toSorted((a, b) => b.score - a.score).slice(0, size));
  for (const one of all) if (seated.size < size) seated.add(one);
  return all.filter((one) => seated.has(one)).map(({ suggestion }) => suggestion);
}

function distinct(all: readonly Scored[]): Scored[] {
  const seen = new Set<string>();
  return all.filter(({ suggestion: { text, author = '' } }) => {
    const key = fold(`${text}|${author}`);
    return !seen.has(key) && seen.add(key);
  });
}
