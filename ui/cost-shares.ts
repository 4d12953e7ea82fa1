import type { CostStatement } from '../domain/cost-shares/schema.ts';
import { csvTable } from './csv-table.ts';
import { municipalityName } from './labels.ts';
import type { Reader } from './messages/messages.ts';

/** A share of all inhabitants as the language writes it: "57,3 %". */
export const partText = ({ locale }: Reader, inhabitants: number, of: number): string =>
  new Intl.NumberFormat(locale, { style: 'percent', minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(
    of === 0 ? 0 : inhabitants / of,
  );

/** A statement as a table for spreadsheets, a row a municipality, its sums with a decimal comma. */
export function costSharesTable(reader: Reader, { shares, total }: CostStatement): string {
  const { t, locale } = reader;
  const sums = ({ costs, grants, toPay }: Pick<typeof total, 'costs' | 'grants' | 'toPay'>) =>
    [costs, grants, toPay].map(decimal);
  return csvTable([
    [t('region.costs.municipality'), t('region.costs.inhabitants'), t('region.costs.costs'), t('region.costs.grants'), t('region.costs.toPay')], // prettier-ignore
    ...shares.map((one) => [municipalityName(one.municipality, locale), String(one.inhabitants), ...sums(one)]),
    [t('region.costs.total'), String(total.inhabitants), ...sums(total)],
  ]);
}

/** Cents as Finnish spreadsheets read euros: "1250,05". */
export function decimal(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)},${digits.slice(-2)}`;
}
