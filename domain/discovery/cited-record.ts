import type { StoredWork } from '../catalogue/schema.ts';
import { inReadingOrder } from './summary.ts';

type Record = StoredWork['records'][number];

/**
 * The edition that is cited for a work where nobody chose one: the newest book in the language readers want most, or the
 * newest of whatever there is in it. Undefined where there is none. Pure.
 */
export function citedRecord(records: readonly Record[]): Record | undefined {
  const [first, ...others] = inReadingOrder(records);
  const language = first?.edition.languages[0];
  const sameLanguage = others.filter(({ edition }) => edition.languages[0] === language);
  return [first, ...sameLanguage].find((record) => record?.edition.format === 'book') ?? first;
}
