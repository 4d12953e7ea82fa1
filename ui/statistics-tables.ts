import type { Locale } from '../config/locales.ts';
import { municipalitiesOn } from '../config/region/municipalities.ts';
import type { CountedKind, Statistics } from '../domain/statistics/schema.ts';
import { csvTable } from './csv-table.ts';
import { facetLabel, municipalityName } from './labels.ts';
import type { Reader } from './messages/messages.ts';

export const shownKinds = ['loan', 'renewal', 'return', 'hold', 'transport', 'search', 'searchWithoutHits'] as const satisfies readonly CountedKind[]; // prettier-ignore

export const statisticsTables = ['course', 'loans', 'transports', 'formats', 'collection'] as const;
export type StatisticsTable = (typeof statisticsTables)[number];

/** A row for each municipality that things come from, a column for each that they go to. */
export function matrixOf(
  flows: Statistics['loans'],
  today: string,
): { towns: readonly string[]; rows: readonly number[][] } {
  // prettier-ignore
  const towns = municipalitiesOn(today).map(({ id }) => id);
  const found = new Map(flows.map(({ from, to, n }) => [`${from} ${to}`, n]));
  return { towns, rows: towns.map((from) => towns.map((to) => found.get(`${from} ${to}`) ?? 0)) };
}

export const collectionColumns = ['copies', 'lent', 'neverLent', 'loans', 'turnover'] as const;
type TownCollection = NonNullable<Statistics['collection']>['towns'][number];

/** Loans of the period for each copy. */
export const turnoverOf = ({ loans, copies }: TownCollection): number => (copies === 0 ? 0 : loans / copies);

export const collectionFigure = (town: TownCollection, column: (typeof collectionColumns)[number], locale: Locale): string =>
  column === 'turnover'
    ? new Intl.NumberFormat(locale, { maximumFractionDigits: 2, useGrouping: false }).format(turnoverOf(town))
    : String(town[column]); // prettier-ignore

/** One of the tables of the statistics for spreadsheets. */
export function statisticsCsv(
  { t, locale }: Reader,
  table: StatisticsTable,
  { course, formats, collection, ...statistics }: Statistics,
  today: string,
): string {
  if (table === 'course')
    return csvTable([
      [t('region.statistics.at'), ...shownKinds.map((kind) => t(`region.statistics.kind.${kind}`))],
      ...course.map(({ at, counts }) => [at, ...shownKinds.map((kind) => String(counts[kind]))]),
    ]);
  if (table === 'formats')
    return csvTable([
      [t('region.statistics.format'), t('region.statistics.count')],
      ...formats.map(({ format, n }) => [facetLabel('format', format, locale), String(n)]),
    ]);
  if (table === 'collection')
    return csvTable([
      [t('region.costs.municipality'), ...collectionColumns.map((column) => t(`region.statistics.collection.${column}`))], // prettier-ignore
      ...(collection?.towns ?? []).map((town) => [municipalityName(town.municipality, locale), ...collectionColumns.map((column) => collectionFigure(town, column, locale))]), // prettier-ignore
    ]);
  const { towns, rows } = matrixOf(statistics[table], today);
  const names = towns.map((id) => municipalityName(id, locale));
  return csvTable([['', ...names], ...rows.map((row, at) => [names[at] ?? '', ...row.map(String)])]);
}
