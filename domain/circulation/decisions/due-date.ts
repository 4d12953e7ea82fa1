import { openDayFrom } from '../../consortium/calendar.ts';
import type { BranchCalendar } from '../../consortium/schema.ts';
import { plusDays, type LocalDate } from '../../local-date.ts';

/** The day so many days on; where the branch is closed then, the next day that it is open. */
export const dueDate = (from: LocalDate, days: number, calendar: BranchCalendar): LocalDate =>
  openDayFrom(calendar, plusDays(from, days));
