import type { Beside, Liking, Reason } from './schema.ts';

/** Something a patron likes, and how that is known. */
export type Liked = Pick<Liking, 'work' | 'at'> & { readonly reason: Reason };

/** Works for a patron, because of one they like. */
export interface Because {
  readonly liked: Liked;
  readonly works: readonly string[];
}

const mostRows = 2;
const mostInRow = 12;
/** A row of less is none. */
const fewestInRow = 2;

/**
 * What to recommend to a patron, in a few rows, each with the one liked work that speaks for it most. Nothing they know
 * already, and nothing twice. Pure.
 */
export function becauseOf(
  liked: readonly Liked[],
  besides: ReadonlyMap<string, readonly Beside[]>,
  known: ReadonlySet<string>,
): Because[] {
  const best = new Map<string, { readonly liked: Liked; readonly score: number }>();
  for (const one of liked)
    for (const { work, score } of besides.get(one.work) ?? [])
      if (!known.has(work) && score > (best.get(work)?.score ?? 0)) best.set(work, { liked: one, score });
  const rows = Map.groupBy(best, ([, { liked: { work } }]) => work); // prettier-ignore
  return [...rows.values()]
    .map((works) => works.toSorted(([a, one], [b, other]) => other.score - one.score || (a < b ? -1 : 1)))
    .filter((works) => works.length >= fewestInRow)
    .toSorted((a, b) => weight(b) - weight(a))
    .slice(0, mostRows)
    .flatMap((works) => (works[0] ? [{ liked: works[0][1].liked, works: works.slice(0, mostInRow).map(([work]) => work) }] : [])); // prettier-ignore
}

const weight = (works: readonly (readonly [string, { readonly score: number }])[]) =>
  works.slice(0, mostInRow).reduce((sum, [, { score }]) => sum + score, 0);
