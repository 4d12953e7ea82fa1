import type { Copy } from '../../catalogue/copies.ts';
import { isHeldBack, isTakenOut } from '../../catalogue/local-edit.ts';
import { statusOf } from '../../catalogue/item-status.ts';
import type { Item } from '../../catalogue/schema.ts';
import { distanceBetween, municipalityOfBranch } from '../../consortium/distance.ts';
import type { LocalDate } from '../../local-date.ts';
import type { Rules } from '../rules/rule-for.ts';
import type { Hold } from '../schema.ts';

/** A hold and whose it is. */
export interface QueuedHold {
  readonly patron: string;
  readonly hold: Hold;
}

export const wants = ({ target }: Hold, { targets }: Copy): boolean => targets.includes(target);

/** Whether a hold is to be served on a day: it has no copy yet, is not suspended, and still needed. */
export const isWaiting = ({ copy, suspendedUntil, notNeededAfter }: Hold, on: LocalDate): boolean =>
  !copy && !(suspendedUntil && suspendedUntil > on) && !(notNeededAfter && notNeededAfter < on);

/** Whether a copy can be given to a hold now: on its shelf, in the hands of staff, or to be fetched for nobody. */
export function isFree(item: Item): boolean {
  if (item.withdrawn || item.status === 'reference' || isHeldBack(item)) return false;
  return (
    statusOf(item) === 'available' || item.use?.kind === 'sorting' || (item.use?.kind === 'pull' && !item.use.hold)
  );
}

/** Whether a copy will ever be lent: a hold can wait for it. */
export const canBeHeld = (item: Item): boolean =>
  !item.withdrawn && !['reference', 'lost'].includes(statusOf(item)) && item.status !== 'reference';

/** Whether a hold may still wait for a copy: one that is lost may be found again, one that was withdrawn is not coming back. */
export const mayServe = (item: Item): boolean => !item.withdrawn && !isTakenOut(item) && item.status !== 'reference';

export const whereIs = (item: Item): string => item.use?.at ?? item.branch;

export const inOrder = (queue: readonly QueuedHold[]): QueuedHold[] =>
  queue.toSorted((a, b) => a.hold.place - b.hold.place || (a.hold.id < b.hold.id ? -1 : 1));

/**
 * Which hold gets which copy next: the first in the queue for which a copy is free, and of those free the nearest to its
 * pickup branch. Copies of other municipalities serve it only as far as the rules allow regional holds.
 * `copies` are all that the holds may name, free or not.
 */
export function nextAllocation(
  queue: readonly QueuedHold[],
  copies: readonly Copy[],
  rules: Rules,
): { readonly waiting: QueuedHold; readonly copy: Copy } | undefined {
  const waiting = queue.filter(({ hold }) => isWaiting(hold, rules.on));
  for (const one of inOrder(waiting)) {
    const copy = nearestCopy(one.hold, copies, rules);
    if (copy) return { waiting: one, copy };
  }
  return undefined;
}

/** The copy a hold gets if it is the first in the queue. */
export function nearestCopy(hold: Hold, copies: readonly Copy[], rules: Rules): Copy | undefined {
  const { on } = rules;
  const own = municipalityOfBranch(hold.pickupBranch, on);
  const isOwn = (branch: string) => own !== undefined && municipalityOfBranch(branch, on) === own;
  const matching = copies.filter((copy) => wants(hold, copy));
  const free = matching.filter(({ item }) => isFree(item));
  const near = free.filter(({ item }) => isOwn(whereIs(item)));
  const far = mayTravel(hold, copies, rules) ? free : [];
  const candidates = near.length > 0 ? near : far;
  const distance = ({ item }: Copy) => distanceBetween(whereIs(item), hold.pickupBranch, on);
  return candidates.toSorted((a, b) => distance(a) - distance(b) || (a.item._id < b.item._id ? -1 : 1))[0];
}

/**
 * Whether anybody but `patron` waits for a copy that could serve them. `shelf` are all copies of its work: where a town has one
 * of its own, the rules may have its patrons wait for that.
 */
export const isWanted = (
  copy: Copy,
  { queue, shelf, rules }: { queue: readonly QueuedHold[]; shelf: readonly Copy[]; rules: Rules },
  patron?: string,
): boolean =>
  queue.some(
    (one) => one.patron !== patron && wants(one.hold, copy) && isWaiting(one.hold, rules.on) && serves(copy, one.hold, shelf, rules), // prettier-ignore
  );

/** Whether the rules let a copy serve a hold, were it the only one free. */
function serves(copy: Copy, hold: Hold, shelf: readonly Copy[], rules: Rules): boolean {
  const own = municipalityOfBranch(hold.pickupBranch, rules.on);
  const isNear = own !== undefined && municipalityOfBranch(whereIs(copy.item), rules.on) === own;
  return isNear || mayTravel(hold, shelf, rules);
}

/** Whether copies of other municipalities serve a hold at all. */
function mayTravel(hold: Hold, shelf: readonly Copy[], { on, regionalHolds }: Rules): boolean {
  const own = municipalityOfBranch(hold.pickupBranch, on);
  const regional = regionalHolds(own);
  if (regional !== 'whenNoneOwned') return regional === 'whenNoneFree';
  const isOwn = ({ item }: Copy) => own !== undefined && municipalityOfBranch(item.branch, on) === own;
  return !shelf.some((copy) => wants(hold, copy) && isOwn(copy) && canBeHeld(copy.item));
}

/** A hold's place among those that wait for the same copies, from 1; those that have a copy already are not counted. */
export const positionOf = (hold: Hold, queue: readonly QueuedHold[]): number =>
  1 + queue.filter((one) => !one.hold.copy && one.hold.place < hold.place).length;
