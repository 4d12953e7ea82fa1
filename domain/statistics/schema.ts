import { z } from 'zod';
import { LocalDate } from '../local-date.ts';

/** What is counted. */
export const countedKinds = ['loan', 'renewal', 'return', 'hold', 'transport', 'search', 'searchWithoutHits'] as const;
export const CountedKind = z.enum(countedKinds);
export type CountedKind = z.infer<typeof CountedKind>;

/** Something that has happened, as far as it is counted: whose it was is never said. */
export interface CountedEvent {
  readonly kind: CountedKind;
  /** Municipality that a copy belongs to or leaves. */
  readonly from?: string | undefined;
  /** Municipality of who borrows, or where a copy goes. */
  readonly to?: string | undefined;
  readonly format?: string | undefined;
}

/** Tells that something has happened; never fails, and never waits. */
export type Count = (event: CountedEvent) => void;

/**
 * How often something has happened: in the whole region on a day, or between two municipalities or of a format in a month.
 * Nothing finer is kept, so that nobody's day can be read from it.
 */
export const StoredCount = z.object({
  _id: z.string(),
  /** The month, `2026-11`. */
  month: z.string(),
  kind: CountedKind,
  day: z.string().optional(),
  from: z.string().optional(),
  to: z.string().optional(),
  format: z.string().optional(),
  n: z.int(),
});
export type StoredCount = z.infer<typeof StoredCount>;

/** A month, `2026-11`, or a year, `2026`. Shorter times cannot be asked for. */
export const Period = z.string().regex(/^20\d\d(-(0[1-9]|1[0-2]))?$/);

const Flow = z.object({ from: z.string(), to: z.string(), n: z.int() });

/** How the copies of a municipality are used. */
const TownCollection = z.object({
  municipality: z.string(),
  copies: z.int(),
  /** On the day they were counted. */
  lent: z.int(),
  neverLent: z.int(),
  /** In the period, rounded to fives. */
  loans: z.int(),
});

/** The copies of each branch as they were counted last; a picture of one day, whatever period is asked for. */
export const CollectionCount = z.object({
  _id: z.literal('latest'),
  on: LocalDate,
  branches: z.array(z.object({ branch: z.string(), copies: z.int(), lent: z.int(), neverLent: z.int() })),
});
export type CollectionCount = z.infer<typeof CollectionCount>;

export const Statistics = z.object({
  period: Period,
  /** How often each kind has happened in the whole region. */
  totals: z.record(CountedKind, z.int()),
  /** By the day of a month, or by the month of a year: every one of them up to today. */
  course: z.array(z.object({ at: z.string(), counts: z.record(CountedKind, z.int()) })),
  /** Between municipalities that stand on their own, rounded to fives: from the one that owns a copy to the borrower's. */
  loans: z.array(Flow),
  /** From the one that a copy leaves to the one it goes to, rounded to fives. */
  transports: z.array(Flow),
  /** Loans of each format, rounded to fives, the most first. */
  formats: z.array(z.object({ format: z.string(), n: z.int() })),
  /** Copies and their loans, by the municipality that owns them; absent until they were counted. */
  collection: z.object({ on: LocalDate, towns: z.array(TownCollection) }).optional(),
});
export type Statistics = z.infer<typeof Statistics>;
