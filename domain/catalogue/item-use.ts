import { z } from 'zod';
import { LocalDate } from '../local-date.ts';

/**
 * What circulation does with a copy. It stands in the item itself, which is the arbiter: whatever else tells of a loan, a
 * hold shelf or a transport follows from here. Imports leave it alone.
 */

export const Loan = z.object({
  id: z.string(),
  patron: z.string(),
  /** Branch it was lent at. */
  branch: z.string(),
  lentOn: LocalDate,
  dueOn: LocalDate,
  renewals: z.int(),
  /** The terms of lateness it was lent under, in cents, and the rule they come from. */
  overdueCentsPerDay: z.int(),
  overdueCapCents: z.int(),
  overdueRule: z.string(),
});
export type Loan = z.infer<typeof Loan>;

/** The hold a copy has been chosen for, and at which version of the item: no choice is taken for another. */
export const HoldReference = z.object({
  id: z.string(),
  patron: z.string(),
  pickupBranch: z.string(),
  chosenAt: z.int(),
});
export type HoldReference = z.infer<typeof HoldReference>;

/** `at` is the branch where the copy is, or was last. */
export const ItemUse = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('shelf'), at: z.string() }),
  /** In the hands of staff, who are about to be told where it goes. */
  z.object({ kind: z.literal('sorting'), at: z.string() }),
  z.object({ kind: z.literal('loan'), at: z.string(), loan: Loan }),
  /** To be fetched from where it stands and checked in: on the branch's pull list. */
  z.object({
    kind: z.literal('pull'),
    at: z.string(),
    from: z.enum(['shelf', 'holdShelf']),
    since: z.date(),
    hold: HoldReference.optional(),
  }),
  z.object({
    kind: z.literal('transit'),
    at: z.string(),
    to: z.string(),
    since: z.date(),
    hold: HoldReference.optional(),
  }),
  z.object({
    kind: z.literal('holdShelf'),
    at: z.string(),
    since: z.date(),
    hold: HoldReference,
    pickupNumber: z.int(),
    pickupBy: LocalDate,
  }),
  z.object({ kind: z.literal('missing'), at: z.string(), since: z.date() }),
]);
export type ItemUse = z.infer<typeof ItemUse>;

/** What an overdue fee is charged for, once: its id is made of the loan's. */
export const OverdueCharge = z.object({
  id: z.string(),
  cents: z.int().min(1),
  rule: z.string(),
  on: LocalDate,
});
export type OverdueCharge = z.infer<typeof OverdueCharge>;

/** What has to follow elsewhere from the last change of the item. Each may be done again without harm. */
export const FollowUp = z.discriminatedUnion('step', [
  /** The patron has brought it back: the loan leaves the patron's list, what it was late for is charged. */
  z.object({
    step: z.literal('end-loan'),
    loan: Loan,
    returnedOn: LocalDate,
    charge: OverdueCharge.optional(),
  }),
  /** A loan was renewed when it was late already. */
  z.object({ step: z.literal('charge'), patron: z.string(), charge: OverdueCharge }),
  /** The copy chosen for a hold is gone: the hold waits again, at its old place. */
  z.object({ step: z.literal('requeue'), hold: HoldReference }),
  /** It may be what somebody waits for; where nobody does, it goes to its shelf. */
  z.object({ step: z.literal('offer') }),
]);
export type FollowUp = z.infer<typeof FollowUp>;
