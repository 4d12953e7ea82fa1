import { statusOf } from '../../catalogue/item-status.ts';
import type { HoldReference, ItemUse } from '../../catalogue/item-use.ts';
import type { Item } from '../../catalogue/schema.ts';
import type { LocalDate } from '../../local-date.ts';
import { overdueCharge } from './overdue.ts';

/** What the desk must do with a copy it has checked in. */
export type Instruction =
  | { readonly do: 'shelf' }
  | { readonly do: 'holdShelf'; readonly pickupNumber: number; readonly pickupBy: LocalDate }
  | { readonly do: 'transport'; readonly to: string; readonly forHold: boolean };

/** Where and when a copy is in the hands of staff. */
export interface Handling {
  readonly at: string;
  readonly now: Date;
  readonly today: LocalDate;
}

/** The place on a hold shelf that the next copy gets. */
export interface HoldShelfPlace {
  readonly pickupNumber: number;
  readonly pickupBy: LocalDate;
}

export const holdIn = (item: Item): HoldReference | undefined =>
  item.use && 'hold' in item.use ? item.use.hold : undefined;

/** Whether a copy that is checked in at a branch needs a place on its hold shelf. */
export const needsHoldShelf = (item: Item, at: string): boolean =>
  holdIn(item)?.pickupBranch === at && !(item.use?.kind === 'holdShelf' && item.use.at === at);

/**
 * A copy that the desk has in hand. One that is meant for a hold goes on its way; any other ends its loan, if it had one,
 * and is looked at: somebody may wait for it (`wanted`).
 */
export function decideCheckIn(
  item: Item,
  { at, now, today }: Handling,
  { wanted, floats, shelf }: { wanted: boolean; floats: boolean; shelf?: HoldShelfPlace | undefined },
): Item {
  const hold = holdIn(item);
  if (hold) return { ...item, use: towards(item, hold, { at, now, today }, shelf) };
  const loan = item.use?.kind === 'loan' ? item.use.loan : undefined;
  const charge = loan && overdueCharge(loan, today);
  return {
    ...item,
    use: wanted ? { kind: 'sorting', at } : placeToRest(item, { at, now, floats }),
    following: [
      ...(loan ? [{ step: 'end-loan' as const, loan, returnedOn: today, ...(charge && { charge }) }] : []),
      { step: 'offer' },
    ],
  };
}

/** Where a copy goes that nobody waits for: it stays where it floats, else it rides home. */
export function placeToRest(item: Item, { at, now, floats }: { at: string; now: Date; floats: boolean }): ItemUse {
  if (floats || at === item.branch) return { kind: 'shelf', at };
  return { kind: 'transit', at, to: item.branch, since: now };
}

/** A free copy, given to a hold: to be fetched where it stands on a shelf, else handed on at once. */
export function decideAllocation(
  item: Item,
  hold: HoldReference,
  { now, today }: Pick<Handling, 'now' | 'today'>,
  shelf: HoldShelfPlace | undefined,
): Item {
  const at = item.use?.at ?? item.branch;
  if (item.use?.kind === 'sorting') return { ...item, use: towards(item, hold, { at, now, today }, shelf) };
  const from = item.use?.kind === 'pull' ? item.use.from : 'shelf';
  return { ...item, use: { kind: 'pull', at, from, since: now, hold } };
}

function towards(item: Item, hold: HoldReference, { at, now }: Handling, shelf: HoldShelfPlace | undefined): ItemUse {
  if (hold.pickupBranch !== at) {
    const { use } = item;
    if (use?.kind === 'transit' && use.at === at && use.to === hold.pickupBranch) return use;
    return { kind: 'transit', at, to: hold.pickupBranch, since: now, hold };
  }
  if (shelf) return { kind: 'holdShelf', at, since: now, hold, ...shelf };
  if (item.use?.kind === 'holdShelf') return item.use;
  throw new TypeError('a place on the hold shelf is needed');
}

/** A copy whose hold is no more: where nobody has moved it, it stands on its shelf as before; else it is to be fetched. */
export function decideRelease(item: Item, now: Date): Item {
  const { use } = item;
  const following = [...(item.following ?? []), { step: 'offer' as const }];
  switch (use?.kind) {
    case 'holdShelf':
      return { ...item, use: { kind: 'pull', at: use.at, from: 'holdShelf', since: now }, following };
    case 'pull':
      return use.from === 'shelf'
        ? { ...item, use: { kind: 'shelf', at: use.at }, following }
        : { ...item, use: { kind: 'pull', at: use.at, from: use.from, since: use.since }, following };
    case 'transit':
      return { ...item, use: { kind: 'transit', at: use.at, to: use.to, since: use.since } };
    default:
      return item;
  }
}

/** A copy that is not where it should be. The hold it was meant for waits again. */
export function decideMissing(item: Item, now: Date): Item {
  const hold = holdIn(item);
  return {
    ...item,
    use: { kind: 'missing', at: item.use?.at ?? item.branch, since: now },
    following: hold ? [{ step: 'requeue', hold }] : [],
  };
}

/** What the desk does with a copy, as it stands after it was checked in. */
export function instructionFor(item: Item): Instruction {
  const { use } = item;
  if (use?.kind === 'holdShelf') return { do: 'holdShelf', pickupNumber: use.pickupNumber, pickupBy: use.pickupBy };
  if (use?.kind === 'transit') return { do: 'transport', to: use.to, forHold: use.hold !== undefined };
  return { do: 'shelf' };
}

/** Whether a copy may be reported missing: nobody has it on loan. */
export const canBeMissing = (item: Item): boolean => !['onLoan', 'lost'].includes(statusOf(item));
