import type { FacetValue } from '../../../domain/discovery/schema.ts';
import type { Wish } from '../../search/state.ts';

/** One bar: works of a span of years. The first may have no beginning. */
export interface Bar {
  readonly label: string;
  readonly count: number;
  readonly yearFrom: number | undefined;
  readonly yearTo: number;
}

/** A stretch of bars, from the edge before its first to the edge after its last. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Decades that have a bar of their own, each wide enough to be touched; all before them share the first bar. */
const most = 10;

/** The bars of the last decades, those without works too, and one for all that is older. Pure. */
export function barsOf(values: readonly FacetValue[], earlier: (year: string) => string): Bar[] {
  const counted = new Map(values.filter(({ count }) => count > 0).map((one) => [Number(one.value), one]));
  if (counted.size === 0) return [];
  const last = Math.max(...counted.keys());
  const first = Math.max(Math.min(...counted.keys()), last - (most - 1) * 10);
  const decades = Array.from({ length: (last - first) / 10 + 1 }, (_, at) => first + at * 10);
  const older = [...counted].filter(([decade]) => decade < first).map(([, one]) => one);
  const oldest = { label: earlier(String(first)), yearFrom: undefined, yearTo: first - 1 };
  return [
    ...(older.length > 0 ? [{ ...oldest, count: older.reduce((sum, { count }) => sum + count, 0) }] : []),
    ...decades.map((decade): Bar => {
      const { label = String(decade), count = 0 } = counted.get(decade) ?? {};
      return { label, count, yearFrom: decade, yearTo: decade + 9 };
    }),
  ];
}

/** The bars that the years of a search touch; all where it has none. */
export function stretchOf(bars: readonly Bar[], { yearFrom = -Infinity, yearTo = Infinity }: Years): Stretch {
  const touched = bars.map((bar) => yearFrom <= bar.yearTo && (bar.yearFrom ?? -Infinity) <= yearTo);
  if (!touched.includes(true)) return { start: 0, end: bars.length };
  return { start: touched.indexOf(true), end: touched.lastIndexOf(true) + 1 };
}

/** The years of a stretch; open at an end that is the end of all bars. */
export const yearsOf = (bars: readonly Bar[], { start, end }: Stretch): Years => ({
  yearFrom: start === 0 ? undefined : bars[start]?.yearFrom,
  yearTo: end === bars.length ? undefined : bars[end - 1]?.yearTo,
});

export type Years = Pick<Wish, 'yearFrom' | 'yearTo'>;
