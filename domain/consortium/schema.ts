import { z } from 'zod';
import { LocalDate } from '../local-date.ts';

/** What begins in a municipality on a day of its own; anybody may browse from the first day on. */
export const phases = ['catalogue', 'selfService', 'community'] as const;
export const Phase = z.enum(phases);
export type Phase = z.infer<typeof Phase>;

/** First day of each phase in a municipality; a phase without one has no date yet. */
export const Rollout = z.object({
  /** Municipality. */
  _id: z.string(),
  version: z.int(),
  starts: z.partialRecord(Phase, LocalDate),
});
export type Rollout = z.infer<typeof Rollout>;

/** Sites of a municipality that may show widgets, beside those of the installation's settings. */
export const TownOrigins = z.object({
  /** Municipality. */
  _id: z.string(),
  version: z.int(),
  /** As browsers send them: scheme, host and port. */
  origins: z.array(z.string()).max(50),
});
export type TownOrigins = z.infer<typeof TownOrigins>;

const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
export const Hours = z.object({ from: TimeOfDay, to: TimeOfDay });
export type Hours = z.infer<typeof Hours>;

/** Days that differ from the week: closed where `hours` is absent. */
export const CalendarException = z.object({
  from: LocalDate,
  /** Last day, included. */
  to: LocalDate,
  hours: Hours.optional(),
  reason: z.string().optional(),
});
export type CalendarException = z.infer<typeof CalendarException>;

/** When a branch is open: its week, what differs from it, and whether public holidays close it. */
export const BranchCalendar = z.object({
  /** Branch. */
  _id: z.string(),
  version: z.int(),
  /** Seven days from Monday on; null where it is closed. */
  week: z.array(Hours.nullable()).length(7),
  closedOnHolidays: z.boolean(),
  exceptions: z.array(CalendarException),
});
export type BranchCalendar = z.infer<typeof BranchCalendar>;

/** A calendar as it was set once. They are added and never changed. */
export const CalendarVersion = BranchCalendar.extend({
  /** `lahti.3`: the branch and the version. */
  _id: z.string(),
  branch: z.string(),
  at: z.date(),
  /** Account of who has set it, or `staff-token`. */
  by: z.string(),
});
export type CalendarVersion = z.infer<typeof CalendarVersion>;
