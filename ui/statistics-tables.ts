import { municipalitiesOn } from '../config/region/municipalities.ts';
import type { CountedKind, Statistics } from '../domain/statistics/schema.ts';
import { csvTable } from './csv-table.ts';
import { facetLabel, municipalityName } from './labels.ts';
import type { Reader } from './messages/messages.ts';

export const shownKinds = ['loan', 'renewal', 'return', 'hold', 'transport', 'search', 'searchWithoutHits'] as const satisfies readonly CountedKind[]; // prettier-ignore

export const statisticsTables = ['course', 'loans', 'transports', 'formats'] as const;
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

/** One of the tables of the statistics for spreadsheets. */
export function statisticsCsv(
  { t, locale }: Reader,
  table: StatisticsTable,
  { course, formats, ...statistics }: Statistics,
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
  const { towns, rows } = matrixOf(statistics[table], today);
  const names = towns.map((id) => municipalityName(id, locale));
  return csvTable([['', ...names], ...rows.map((row, at) => [names[at] ?? '', ...row.map(String)])]);
}
