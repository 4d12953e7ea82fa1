import { Temporal } from 'temporal-polyfill';
import type { Cadence } from './schema.ts';

/** Letters are written at seven in the morning in Finland, weekly ones on Mondays. */
const hour = 7;
const monday = 1;

/** When a search is looked through next, after an instant. Pure. */
export function nextTime(cadence: Cadence, after: Date): Date {
  const now = Temporal.Instant.fromEpochMilliseconds(after.getTime()).toZonedDateTimeISO('Europe/Helsinki');
  let next = now.withPlainTime({ hour });
  while (Temporal.ZonedDateTime.compare(next, now) <= 0 || (cadence === 'weekly' && next.dayOfWeek !== monday))
    next = next.add({ days: 1 });
  return new Date(next.epochMilliseconds);
}
