import type { SeriesStatement } from '../catalogue/schema.ts';

interface InSeries {
  readonly title: string;
  readonly yearFrom?: number | undefined;
  readonly series: readonly SeriesStatement[];
}

/**
 * Works of a series in its order: by the numbers of their series statements as people read them ("osa 2" before "10",
 * "IV" as 4, "2015:3" after "2015:2"); those without a number after them, by year. Pure.
 */
export function inSeriesOrder<Work extends InSeries>(works: readonly Work[], name: string): Work[] {
  const placed = works.map((work) => ({ work, place: placeOf(numberIn(work, name)) }));
  return placed
    .toSorted(
      (a, b) =>
        compare(a.place, b.place) ||
        (a.work.yearFrom ?? Infinity) - (b.work.yearFrom ?? Infinity) ||
        finnish.compare(a.work.title, b.work.title),
    )
    .map(({ work }) => work);
}

/** The number a work has in a series, as its record writes it. */
export const numberIn = ({ series }: Pick<InSeries, 'series'>, name: string): string | undefined =>
  series.find((one) => one.name === name)?.number;

function placeOf(number: string | undefined): number[] {
  const figures = (number ?? '').match(/\d+/g);
  if (figures) return figures.map(Number);
  const roman = /(?<![\p{L}])[IVXLC]+(?![\p{L}])/u.exec(number ?? '')?.[0];
  return roman ? [romanValue(roman)] : [Infinity];
}

const digits: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 };

const romanValue = (roman: string): number =>
  [...roman].reduce((sum, letter, at) => {
    const value = digits[letter] ?? 0;
    return value < (digits[roman[at + 1] ?? ''] ?? 0) ? sum - value : sum + value;
  }, 0);

function compare(a: readonly number[], b: readonly number[]): number {
  for (let at = 0; at < Math.max(a.length, b.length); at += 1) {
    const [mine, other] = [a[at] ?? -1, b[at] ?? -1];
    if (mine !== other) return mine < other ? -1 : 1;
  }
  return 0;
}

const finnish = new Intl.Collator('fi', { numeric: true });
