import { BranchCalendar, type CalendarException, type Hours } from '../../domain/consortium/schema.ts';
import { LocalDate } from '../../domain/local-date.ts';
import type { CalendarDraft, CalendarMistakes, DraftException } from '../../ui/pages/branches-state.ts';

const spareExceptions = 2;
const mostExceptions = 60;

/** A calendar as the form writes it. */
export const calendarDraftOf = ({ week, closedOnHolidays, exceptions }: BranchCalendar): CalendarDraft => ({
  week: week.map((hours) => ({ opens: hours?.from ?? '', closes: hours?.to ?? '' })),
  closedOnHolidays,
  exceptions: spared(exceptions.map(({ from, to, hours, reason }) => ({ from, to, opens: hours?.from ?? '', closes: hours?.to ?? '', reason: reason ?? '' }))), // prettier-ignore
});

/** Reads the form: what was typed, with the calendar it makes or the mistakes in it by the names of their fields. */
export function readCalendarDraft(field: (name: string) => string): {
  draft: CalendarDraft;
  calendar: Omit<BranchCalendar, '_id' | 'version'> | undefined;
  mistakes: CalendarMistakes;
} {
  const mistakes: Record<string, CalendarMistakes[string]> = {};
  const hoursOf = (opens: string, closes: string, name: string): Hours | undefined => {
    if (opens === '' && closes === '') return undefined;
    const parsed = BranchCalendar.shape.week.element.unwrap().safeParse({ from: opens, to: closes });
    if (!parsed.success || opens >= closes) mistakes[name] = 'region.branches.notTime';
    return parsed.data;
  };
  const week = Array.from({ length: 7 }, (_, day) => ({ opens: field(`day-${day}-opens`), closes: field(`day-${day}-closes`) })); // prettier-ignore
  const typed: DraftException[] = Array.from({ length: mostExceptions }, (_, at) => {
    const of = (name: string) => field(`exception-${at}-${name}`);
    return { from: of('from'), to: of('to'), opens: of('opens'), closes: of('closes'), reason: of('reason').slice(0, 120) };
  }).filter((one) => Object.values(one).some((value) => value !== '')); // prettier-ignore
  const exceptions = typed.flatMap(({ from, to, opens, closes, reason }, at): CalendarException[] => {
    const last = to || from;
    if (!LocalDate.safeParse(from).success || !LocalDate.safeParse(last).success || last < from)
      mistakes[`exception-${at}-from`] = 'region.branches.notDates';
    const hours = hoursOf(opens, closes, `exception-${at}-opens`);
    return [{ from, to: last, ...(hours && { hours }), ...(reason && { reason }) }];
  });
  const draft = { week, closedOnHolidays: field('closedOnHolidays') !== '', exceptions: spared(typed) };
  const calendar = {
    week: week.map(({ opens, closes }, day) => hoursOf(opens, closes, `day-${day}-opens`) ?? null),
    closedOnHolidays: draft.closedOnHolidays,
    exceptions,
  };
  return { draft, calendar: Object.keys(mistakes).length === 0 ? calendar : undefined, mistakes };
}

const spared = (exceptions: readonly DraftException[]): DraftException[] =>
  [...exceptions, ...Array.from({ length: spareExceptions }, () => ({ from: '', to: '', opens: '', closes: '', reason: '' }))].slice(0, mostExceptions); // prettier-ignore
