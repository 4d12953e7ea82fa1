import type { Suggestion } from '../../domain/discovery/suggestion.ts';
import { fold } from '../analysis/fold.ts';
import type { SuggestHit } from './suggest-query.ts';

/** Others of its kind do not crowd out the best of a kind, unless it comes nowhere near them. */
const nearEnough = 0.3;

/** The best of each kind and the best of all, by score; one of several that read the same or lead to the same. Pure. */
export function mixed(hits: readonly SuggestHit[], size: number): Suggestion[] {
  const byScore = hits.toSorted((a, b) => b._score - a._score);
  const byKind = [...Map.groupBy(byScore, ({ _source }) => _source.kind).values()].map(distinct);
  const all = byKind.flat().toSorted((a, b) => b._score - a._score);
  const best = all[0]?._score ?? 0;
  const seats = byKind.flatMap(([first]) => (first && first._score >= best * nearEnough ? [first] : []));
  const seated = new Set(seats.toSorted((a, b) => b._score - a._score).slice(0, size));
  for (const one of all) if (seated.size < size) seated.add(one);
  return all.filter((one) => seated.has(one)).map(({ _source }) => _source);
}

function distinct(all: readonly SuggestHit[]): SuggestHit[] {
  const seen = new Set<string>();
  return all.filter(({ _source: { text, author = '' } }) => {
    const key = fold(`${text}|${author}`);
    return !seen.has(key) && seen.add(key);
  });
}
