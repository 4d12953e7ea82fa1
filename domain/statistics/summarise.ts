import { municipalitiesOn, municipalityOn } from '../../config/region/municipalities.ts';
import { municipalityOfBranch } from '../consortium/distance.ts';
import { plusDays, type LocalDate } from '../local-date.ts';
import {
  countedKinds,
  type CollectionCount,
  type CountedEvent,
  type CountedKind,
  type Statistics,
  type StoredCount,
} from './schema.ts';

/** The counters that an event on a day raises by one. Pure. */
export function countersOf({ kind, from, to, format }: CountedEvent, on: LocalDate): Omit<StoredCount, 'n'>[] {
  const month = on.slice(0, 7);
  return [
    { _id: `${on}|${kind}`, month, day: on, kind },
    ...(from !== undefined && to !== undefined ? [{ _id: `${month}|${kind}|${from}|${to}`, month, kind, from, to }] : []),
    ...(format === undefined ? [] : [{ _id: `${month}|${kind}|${format}`, month, kind, format }]),
  ]; // prettier-ignore
}

/**
 * What a month or a year came to. Totals of the region are exact; whatever is told of municipalities or formats is rounded to
 * fives, sums included and each by itself, so that one or two people cannot be told apart in it. Pure.
 */
export function summarise(
  period: string,
  counts: readonly StoredCount[],
  today: LocalDate,
  copies?: CollectionCount,
): Statistics {
  const inPeriod = counts.filter(({ month }) => month.startsWith(period));
  const byDay = inPeriod.filter(({ day }) => day !== undefined);
  const course = stepsOf(period, today).map((at) => ({ at, counts: sums(byDay.filter(({ day }) => day?.startsWith(at))) })); // prettier-ignore
  const formats = Map.groupBy(inPeriod.filter(({ kind, format }) => kind === 'loan' && format !== undefined), ({ format }) => format ?? ''); // prettier-ignore
  return {
    period,
    totals: sums(byDay),
    course,
    loans: flows('loan', inPeriod, today),
    transports: flows('transport', inPeriod, today),
    formats: [...formats]
      .map(([format, all]) => ({ format, n: rounded(total(all)) }))
      .filter(({ n }) => n > 0)
      .toSorted((a, b) => b.n - a.n || (a.format < b.format ? -1 : 1)),
    ...(copies && { collection: collectionUse(copies, inPeriod, today) }),
  };
}

/** Copies are no secret and are told exactly; loans of a municipality's copies in fives. Mergers count as for flows. */
function collectionUse({ on, branches }: CollectionCount, counts: readonly StoredCount[], today: LocalDate) {
  const lent = counts.filter(({ kind, from, to }) => kind === 'loan' && from !== undefined && to !== undefined);
  const loansOf = Map.groupBy(lent, ({ from }) => municipalityOn(from ?? '', today)?.id ?? '');
  const branchesOf = Map.groupBy(branches, ({ branch }) => municipalityOfBranch(branch, today) ?? '');
  const towns = municipalitiesOn(today).map(({ id: municipality }) => {
    const own = branchesOf.get(municipality) ?? [];
    const sum = (of: 'copies' | 'lent' | 'neverLent') => own.reduce((all, one) => all + one[of], 0);
    return { municipality, copies: sum('copies'), lent: sum('lent'), neverLent: sum('neverLent'), loans: rounded(total(loansOf.get(municipality) ?? [])) }; // prettier-ignore
  });
  return { on, towns: towns.filter(({ copies }) => copies > 0) };
}

/** To the nearest five: one and two are none. */
export const rounded = (n: number): number => Math.round(n / 5) * 5;

const total = (counts: readonly StoredCount[]): number => counts.reduce((sum, { n }) => sum + n, 0);

function sums(counts: readonly StoredCount[]): Record<CountedKind, number> {
  const of = (kind: CountedKind) => total(counts.filter((one) => one.kind === kind));
  return Object.fromEntries(countedKinds.map((kind) => [kind, of(kind)])) as Record<CountedKind, number>;
}

/** Municipalities as they stand today: what has merged since is counted where it went. */
function flows(kind: CountedKind, counts: readonly StoredCount[], today: LocalDate): Statistics['loans'] {
  const town = (id: string | undefined) => municipalityOn(id ?? '', today)?.id ?? '';
  const between = counts.filter((one) => one.kind === kind && one.from !== undefined && one.to !== undefined);
  return [...Map.groupBy(between, ({ from, to }) => `${town(from)} ${town(to)}`)]
    .map(([pair, all]) => {
      const [from = '', to = ''] = pair.split(' ');
      return { from, to, n: rounded(total(all)) };
    })
    .filter(({ from, to, n }) => from !== '' && to !== '' && n > 0);
}

/** The days of a month or the months of a year, as far as they have come. */
function stepsOf(period: string, today: LocalDate): string[] {
  if (period.length === 4) {
    const months = Array.from({ length: 12 }, (_, at) => `${period}-${String(at + 1).padStart(2, '0')}`);
    return months.filter((month) => month <= today.slice(0, 7));
  }
  const days: string[] = [];
  for (let day = `${period}-01`; day.startsWith(period) && day <= today; day = plusDays(day, 1)) days.push(day);
  return days;
}
