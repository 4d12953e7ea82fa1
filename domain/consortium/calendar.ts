import { plusDays, weekdayOf, type LocalDate } from '../local-date.ts';
import { isHoliday } from './holidays.ts';
import type { BranchCalendar, Hours } from './schema.ts';

/** When a branch is open on a day; undefined where it is closed. What was decided for the day counts before all else. */
export function hoursOn(calendar: BranchCalendar, date: LocalDate): Hours | undefined {
  const exception = calendar.exceptions.findLast(({ from, to }) => from <= date && date <= to);
  if (exception) return exception.hours;
  if (calendar.closedOnHolidays && isHoliday(date)) return undefined;
  return calendar.week[weekdayOf(date) - 1] ?? undefined;
}

/** The first day from `date` on, itself included, on which the branch is open; `date` where it will not open in a year. */
export function openDayFrom(calendar: BranchCalendar, date: LocalDate): LocalDate {
  for (let day = date, left = 366; left > 0; day = plusDays(day, 1), left -= 1) {
    if (hoursOn(calendar, day)) return day;
  }
  return date;
}

/** What a branch keeps to until staff say otherwise: weekdays, Saturdays, not Sundays or holidays. */
export function usualCalendar(branch: string): BranchCalendar {
  const weekday = { from: '10:00', to: '19:00' };
  return {
    _id: branch,
    version: 0,
    week: [weekday, weekday, weekday, weekday, weekday, { from: '10:00', to: '15:00' }, null],
    closedOnHolidays: true,
    exceptions: [],
  };
}
