import { z } from 'zod';
import { defaultLocale, locales } from '../../config/locales.ts';
import { Month, WordsReport } from '../../domain/search-words/schema.ts';
import type { SearchWords } from '../../domain/search-words/service.ts';
import { readerOf } from '../../ui/messages/messages.ts';
import { searchWordsCsv } from '../../ui/search-words-csv.ts';
import { endpoint, Raw } from '../endpoint.ts';

/** What readers search for, and what they do not find, told only where many have. */
export const searchWordsEndpoints = ({ searchWords }: { searchWords: SearchWords }) => [
  endpoint({
    method: 'get',
    path: '/staff/search-words',
    operationId: 'getSearchWords',
    summary: 'What was searched for in a month, and what of that was not found as typed; nothing that few have typed',
    staff: true,
    query: z.strictObject({
      month: Month,
      format: z.enum(['json', 'csv']).default('json'),
      table: z.enum(['popular', 'unfound']).default('popular').describe('Which table, as CSV'),
      lang: z.enum(locales).default(defaultLocale),
    }),
    answer: WordsReport,
    alsoAs: ['text/csv'],
    problems: ['invalid-request', 'unauthorized', 'not-allowed', 'not-found', 'storage-unavailable'],
    async handle({ query: { month, format, table, lang }, ctx }) {
      const report = await searchWords.of(month);
      if (format === 'json') return report;
      ctx.set('content-disposition', `attachment; filename="lastu-${table}-${month}.csv"`);
      return new Raw('text/csv; charset=utf-8', searchWordsCsv(readerOf(lang), report[table]));
    },
  }),
];
