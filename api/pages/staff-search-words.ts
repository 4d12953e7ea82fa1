import { localDate } from '../../domain/local-date.ts';
import { fewestOccasions, Month } from '../../domain/search-words/schema.ts';
import { searchWordsPage } from '../../ui/pages/search-words-page.ts';
import type { PageDeps } from './deps.ts';
import { monthsUpTo } from './months.ts';
import type { StaffPage } from './staff-page.ts';

const monthsKept = 13;

/** What readers search for, and what they do not find. */
export const searchWordsPages = ({
  searchWords,
  statistics,
}: Pick<PageDeps, 'searchWords' | 'statistics'>): StaffPage[] => [
  {
    address: '/staff/search-words',
    group: 'catalogue',
    name: 'searchWords.title',
    lead: 'searchWords.lead',
    role: 'staff',
    async main({ reader, ctx }) {
      const months = monthsUpTo(localDate(new Date()), monthsKept);
      const month = Month.safeParse(ctx.query['month']).data ?? months[0] ?? '';
      const [report, { course }] = await Promise.all([searchWords.of(month), statistics.of(month)]);
      const table = ctx.query['table'] === 'popular' ? 'popular' : 'unfound';
      return searchWordsPage({ reader, months, month, table, report, course, fewest: fewestOccasions });
    },
  },
];
