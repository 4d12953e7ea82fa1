import type { WorkSummary } from '../../domain/discovery/schema.ts';
import { csvTable } from '../csv-table.ts';
import { facetLabel, languageName } from '../labels.ts';
import { letter } from '../letter.ts';
import { displayName, yearSpan } from '../names.ts';
import type { Reader } from '../messages/messages.ts';
import { workAddress } from '../search/work-address.ts';
import type { MemoryEntry } from './memory-list.ts';

/** What a memory list looks like outside: as text, as a letter, as a table. All pure. */

export interface ListedEntry {
  readonly entry: MemoryEntry;
  /** What the catalogue says of it, where that is known. */
  readonly work?: WorkSummary | undefined;
}

/** A work in a line, and its address on the next. */
export function listText(works: readonly ListedEntry[], origin: string): string {
  return works.map((one) => `${lineOf(one)}\n${addressOf(one, origin)}`).join('\n\n');
}

/** A letter with as much of the list as mail programs take from an address (about 2,000 characters). */
export function listLetter(works: readonly ListedEntry[], origin: string, { t }: Reader): string {
  const written = (count: number): string => {
    const rest = works.length - count;
    const body = [listText(works.slice(0, count), origin), ...(rest > 0 ? [t('memoryList.more', { n: rest })] : [])];
    return letter(t('memory.title'), body.join('\n\n'));
  };
  let count = works.length;
  while (count > 1 && written(count).length > longestLetter) count -= Math.max(1, Math.floor(count / 20));
  return written(count);
}

const longestLetter = 1_900;

/** A table for spreadsheets, in the reader's language. */
export function listCsv(works: readonly ListedEntry[], origin: string, { t, locale }: Reader): string {
  const head = [t('memoryList.csvTitle'), t('memoryList.csvAuthor'), t('memoryList.csvYear'), t('memoryList.csvFormat'), t('memoryList.csvLanguage'), 'ISBN', t('memoryList.csvAddress')]; // prettier-ignore
  const rows = works.map(({ entry, work }) => [
    work?.title ?? entry.title,
    (work?.authors ?? entry.authors).join(' & '),
    work ? yearSpan(work) : '',
    (work?.formats ?? []).map((format) => facetLabel('format', format, locale)).join(', '),
    (work?.languages ?? []).map((code) => languageName(code, locale)).join(', '),
    work?.editions.find(({ isbn }) => isbn !== undefined)?.isbn ?? '',
    addressOf({ entry }, origin),
  ]);
  return csvTable([head, ...rows]);
}

function lineOf({ entry, work }: ListedEntry): string {
  const authors = (work?.authors ?? entry.authors).slice(0, 3).map(displayName).join(', ');
  const years = work ? yearSpan(work) : '';
  return `${authors === '' ? '' : `${authors}: `}${work?.title ?? entry.title}${years === '' ? '' : ` (${years})`}`;
}

const addressOf = ({ entry }: ListedEntry, origin: string) => workAddress(entry.id, { base: origin });
