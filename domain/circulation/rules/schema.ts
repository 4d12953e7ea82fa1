import { z } from 'zod';
import { Audience, Format } from '../../catalogue/schema.ts';
import { LocalDate } from '../../local-date.ts';

const Days = z.int().min(0).max(1_000);
const Cents = z.int().min(0).max(1_000_000);

/** What a loan of some material is bound to. Money in cents. */
export const Terms = z.object({
  loanDays: Days.min(1),
  renewals: z.int().min(0).max(100),
  /** Days past the due date after which a loan can no longer be renewed. */
  renewalOverdueDays: Days,
  /** Days a hold waits on the hold shelf; the last one is moved on to a day that the branch is open. */
  pickupDays: Days.min(1),
  overdueCentsPerDay: Cents,
  /** The most that one loan's overdue fee grows to. */
  overdueCapCents: Cents,
  unclaimedHoldCents: Cents,
  /** Whether a copy stays where it is returned, instead of riding home. */
  floats: z.boolean(),
});
export type Terms = z.infer<typeof Terms>;
export type Aspect = keyof Terms;

/** What differs for some material from the rules before it. All conditions that are there must be met. */
export const MaterialRule = z.object({
  /** Named in refusals: `standard`, `new`, `children`. */
  name: z.string().regex(/^[a-z][a-z0-9-]*$/),
  formats: z.array(Format).optional(),
  audiences: z.array(Audience).optional(),
  /** Copies acquired this many days ago at most. */
  acquiredWithinDays: Days.optional(),
  terms: Terms.partial(),
});
export type MaterialRule = z.infer<typeof MaterialRule>;

/** What binds every patron alike. */
export const PatronRules = z.object({
  loanLimit: z.int().min(1),
  holdLimit: z.int().min(1),
  /** From this debt on nothing is lent, renewed or held. */
  debtLimitCents: Cents.min(1),
  cardReplacementCents: Cents,
});
export type PatronRules = z.infer<typeof PatronRules>;

/**
 * When a hold may be served from another municipality: where its own has no free copy, where its own has no copy at
 * all, or never.
 */
export const RegionalHolds = z.enum(['whenNoneFree', 'whenNoneOwned', 'never']);
export type RegionalHolds = z.infer<typeof RegionalHolds>;

/** The rules of use from a day on, until the next ones begin. Numbered from 1. */
export const RuleSet = z.object({
  _id: z.int().min(1),
  from: LocalDate,
  patrons: PatronRules,
  regionalHolds: z.object({ usual: RegionalHolds, byMunicipality: z.record(z.string(), RegionalHolds) }),
  standard: Terms,
  /** Later ones count before earlier ones, aspect by aspect. */
  materials: z.array(MaterialRule),
});
export type RuleSet = z.infer<typeof RuleSet>;
