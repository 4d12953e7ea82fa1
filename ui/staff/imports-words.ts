import type { Locale } from '../../config/locales.ts';
import { isMessageKey, type Reader } from '../messages/messages.ts';
import type { Import } from './imports-api.ts';
import { StaffProblem } from './staff-api.ts';
import { refusalWords } from './words.ts';

/** Why something was refused, in words. */
export function importRefusal(reader: Reader, error: unknown): string {
  const key = error instanceof StaffProblem ? `imports.refused.${error.problem}` : '';
  return isMessageKey(reader, key) ? reader.t(key) : refusalWords(reader, error);
}

/** What is wrong with a record, in words; as the service says it, where there are none. */
export function reasonWords(reader: Reader, reason: string, message = reason): string {
  const key = `imports.reason.${reason}`;
  return isMessageKey(reader, key) ? reader.t(key) : message;
}

/** What an import is called. */
export const importName = ({ t }: Reader, { kind, file }: Import): string =>
  kind === 'rederivation' ? t('imports.kind.rederivation') : file;

export const statusWords = ({ t }: Reader, { status, stopping }: Import): string =>
  stopping ? t('imports.status.stopping') : t(`imports.status.${status}`);

/** "1,2 Mt": a size in bytes. */
export function sizeWords(bytes: number, locale: Locale): string {
  const [unit, size] = units.findLast(([, least]) => bytes >= least) ?? units[0];
  return new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: 1 }).format(bytes / size);
}

const units = [
  ['kilobyte', 1_000],
  ['megabyte', 1_000_000],
  ['gigabyte', 1_000_000_000],
] as const;
