import { localDate } from '../../domain/local-date.ts';
import { Period } from '../../domain/statistics/schema.ts';
import { statisticsPage } from '../../ui/pages/statistics-page.ts';
import type { PageDeps } from './deps.ts';
import { monthsUpTo } from './months.ts';
import type { StaffPage } from './staff-page.ts';

const monthsBack = 24;

/** How much the libraries are used, by month and by year. */
export const statisticsPages = ({ statistics }: Pick<PageDeps, 'statistics'>): StaffPage[] => [
  {
    address: '/staff/statistics',
    group: 'region',
    name: 'region.statistics',
    lead: 'region.statistics.lead',
    role: 'staff',
    async main({ reader, ctx }) {
      const today = localDate(new Date());
      const periods = periodsUpTo(today);
      const asked = Period.safeParse(ctx.query['period']).data;
      const period = asked ?? periods[0] ?? today.slice(0, 7);
      return statisticsPage({ reader, today, periods, statistics: await statistics.of(period) });
    },
  },
];

/** This month and those before it, each year after its last month. */
function periodsUpTo(today: string): string[] {
  const months = monthsUpTo(today, monthsBack);
  const years = [...new Set(months.map((one) => one.slice(0, 4)))];
  return [...months, ...years];
}
