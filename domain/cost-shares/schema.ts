import { z } from 'zod';
import { LocalDate } from '../local-date.ts';

/** Cents of a year's row: nothing, up to ten billion euros. */
const Cents = z.int().min(0).max(1_000_000_000_000);

/** A cost that is shared, or a grant that lessens what is. */
export const CostRow = z.object({ name: z.string().trim().min(1).max(120), cents: Cents });
export type CostRow = z.infer<typeof CostRow>;

/** What the shares of a year are counted from. */
export const CostFigures = z.object({
  costs: z.array(CostRow).min(1).max(60),
  grants: z.array(CostRow).max(60),
  /** Inhabitants of each municipality that stands on its own in that year, by id. */
  inhabitants: z.record(z.string(), z.int().min(0).max(10_000_000)),
  /** The day that the inhabitants were counted, and who says so. */
  countedOn: LocalDate,
  source: z.string().trim().max(200),
});
export type CostFigures = z.infer<typeof CostFigures>;

export const Year = z.coerce.number().int().min(2008).max(2099);

/** The figures of a year as they were stored once. Versions are added and never changed: the last one holds. */
export const CostVersion = z.object({
  /** `2026.3`: the year and its version. */
  _id: z.string(),
  year: z.int(),
  version: z.int().min(1),
  figures: CostFigures,
  at: z.date(),
  /** Account of who has stored it, or `staff-token`. */
  by: z.string(),
  /** Where it puts back the figures of an earlier version. */
  restores: z.int().optional(),
});
export type CostVersion = z.infer<typeof CostVersion>;

/** What one municipality bears: its share of the costs, less its share of the grants. All in cents. */
export const CostShare = z.object({
  municipality: z.string(),
  inhabitants: z.int(),
  costs: z.int(),
  grants: z.int(),
  /** Negative where it is paid. */
  toPay: z.int(),
});
export type CostShare = z.infer<typeof CostShare>;

export const CostStatement = z.object({
  year: z.int(),
  shares: z.array(CostShare),
  /** Sums of the columns above, and of the rows of the figures: they are the same to the cent. */
  total: CostShare.omit({ municipality: true }),
});
export type CostStatement = z.infer<typeof CostStatement>;
