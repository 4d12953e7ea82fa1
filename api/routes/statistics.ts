import { z } from 'zod';
import { defaultLocale, locales } from '../../config/locales.ts';
import { localDate } from '../../domain/local-date.ts';
import { Period, Statistics } from '../../domain/statistics/schema.ts';
import type { StatisticsBook } from '../../domain/statistics/service.ts';
import { readerOf } from '../../ui/messages/messages.ts';
import { statisticsCsv, statisticsTables } from '../../ui/statistics-tables.ts';
import { endpoint, Raw } from '../endpoint.ts';

/** How much the libraries are used, without anybody in it. */
export const statisticsEndpoints = ({ statistics }: { statistics: StatisticsBook }) => [
  endpoint({
    method: 'get',
    path: '/staff/statistics',
    operationId: 'getStatistics',
    summary: 'Use of the libraries in a month or a year: no names, and of municipalities and formats fives only',
    staff: true,
    query: z.strictObject({
      period: Period,
      format: z.enum(['json', 'csv']).default('json'),
      table: z.enum(statisticsTables).default('course').describe('Which table, as CSV'),
      lang: z.enum(locales).default(defaultLocale),
    }),
    answer: Statistics,
    alsoAs: ['text/csv'],
    problems: ['invalid-request', 'unauthorized', 'not-allowed', 'not-found', 'storage-unavailable'],
    async handle({ query: { period, format, table, lang }, ctx }) {
      const found = await statistics.of(period);
      if (format === 'json') return found;
      ctx.set('content-disposition', `attachment; filename="lastu-${table}-${period}.csv"`);
      return new Raw('text/csv; charset=utf-8', statisticsCsv(readerOf(lang), table, found, localDate(new Date())));
    },
  }),
];
