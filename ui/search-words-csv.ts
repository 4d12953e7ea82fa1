import type { WordsRow } from '../domain/search-words/schema.ts';
import { csvTable } from './csv-table.ts';
import type { Reader } from './messages/messages.ts';

/** Words with their counts, for spreadsheets. */
export const searchWordsCsv = ({ t }: Reader, rows: readonly WordsRow[]): string =>
  csvTable([
    [t('searchWords.words'), t('searchWords.occasions'), t('searchWords.before'), t('searchWords.unfound')],
    ...rows.map(({ words, occasions, before, unfound }) => [
      words,
      String(occasions),
      String(before ?? ''),
      String(unfound),
    ]),
  ]);
