import { branchById } from '../../../config/region/branches.ts';
import type { Copy } from '../../catalogue/copies.ts';
import type { LocalDate } from '../../local-date.ts';
import { refuse } from '../refusal.ts';
import type { Rules } from '../rules/rule-for.ts';
import type { Borrower, EndedHold, Hold } from '../schema.ts';
import { refuseDebtors } from './debt.ts';
import { canBeHeld, wants } from './hold-queue.ts';

export type HoldWish = Pick<Hold, 'target' | 'pickupBranch' | 'notNeededAfter' | 'suspendedUntil'>;

/**
 * Puts a hold at the end of the queue. `copies` are all of the work it is about, `accrued` what late loans have come to.
 * @throws Refusal
 */
export function decideHold(
  wish: HoldWish,
  { id, place, at }: { id: string; place: number; at: Date },
  { borrower, copies, rules, accrued }: { borrower: Borrower; copies: readonly Copy[]; rules: Rules; accrued?: number },
): Borrower {
  const hold: Hold = { id, place, placedAt: at, unoffered: true, ...checked(wish, rules.on) };
  // a checkout under way may come to nothing, and then what it was to fulfil stands here again
  const standing = [...borrower.holds, ...borrower.loans.flatMap(({ claim }) => claim?.fulfils ?? [])];
  if (standing.some(({ target }) => target === hold.target)) throw refuse('already-held');
  const wanted = copies.filter((copy) => wants(hold, copy));
  if (!wanted.some(({ item, suppressed }) => canBeHeld(item) && !suppressed)) throw refuse('nothing-to-hold');
  const record = wanted.map(({ item }) => item.recordId).toSorted()[0];
  const mine = new Set(borrower.loans.map(({ item }) => item));
  if (wanted.some(({ item }) => mine.has(item._id))) throw refuse('lent-to-you');
  refuseDebtors(borrower, rules, accrued);
  const limit = rules.patrons.holdLimit;
  if (standing.length >= limit) throw refuse('hold-limit-reached', { rule: rules.nameOf('holdLimit'), limit });
  return { ...borrower, holds: [...borrower.holds, { ...hold, record }] };
}

/** What can be changed of a hold; null takes a date away. The pickup branch only as long as no copy is on its way. */
export interface HoldChange {
  readonly pickupBranch?: string | undefined;
  readonly notNeededAfter?: LocalDate | null | undefined;
  readonly suspendedUntil?: LocalDate | null | undefined;
}

/** @throws Refusal */
export function decideHoldChange(borrower: Borrower, holdId: string, change: HoldChange, on: LocalDate): Borrower {
  const hold = holdOf(borrower, holdId);
  const movesOrWaits = change.pickupBranch !== undefined || change.suspendedUntil;
  if (hold.copy && movesOrWaits) throw refuse('hold-on-its-way');
  const { notNeededAfter = hold.notNeededAfter, suspendedUntil = hold.suspendedUntil } = change;
  const { pickupBranch = hold.pickupBranch } = change;
  const next: Hold = {
    ...hold,
    ...checked({ target: hold.target, pickupBranch, notNeededAfter: notNeededAfter ?? undefined, suspendedUntil: suspendedUntil ?? undefined }, on, hold), // prettier-ignore
    ...(!hold.copy && { unoffered: true }),
  };
  return { ...borrower, holds: borrower.holds.map((one) => (one === hold ? next : one)) };
}

export function holdOf(borrower: Borrower, holdId: string): Hold {
  const hold = borrower.holds.find(({ id }) => id === holdId);
  if (!hold) throw refuse('hold-not-found');
  return hold;
}

/** Takes a hold out of the queue; the copy it has been given is to be let go. */
export function endHold(borrower: Borrower, hold: Hold, state: EndedHold['state'], on: LocalDate): Borrower {
  const { id, target, copy, record } = hold;
  const about = state === 'withdrawn' && record !== undefined ? { target, record } : { target };
  const ended: EndedHold = state === 'fulfilled' ? { id, state, on } : { id, state, on, ...about };
  return {
    ...borrower,
    holds: borrower.holds.filter((one) => one.id !== id),
    endedHolds: [ended, ...borrower.endedHolds].slice(0, mostEnded),
    releases: copy ? [...borrower.releases, { hold: id, item: copy.item, version: copy.version }] : borrower.releases,
  };
}

/** As many as may end on one day: each is told of by a notice, which is written a moment later. */
const mostEnded = 100;

function checked(wish: HoldWish, on: LocalDate, before?: Hold): HoldWish {
  const { target, pickupBranch, notNeededAfter, suspendedUntil } = wish;
  if (!branchById(pickupBranch)) throw refuse('branch-not-found', { branch: pickupBranch });
  for (const key of ['notNeededAfter', 'suspendedUntil'] as const) {
    const date = wish[key];
    if (date !== undefined && date < on && date !== before?.[key]) throw refuse('date-gone-by', { field: key });
  }
  return { target, pickupBranch, notNeededAfter, suspendedUntil };
}
