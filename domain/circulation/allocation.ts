import { recordTarget, workTarget, type Copy } from '../catalogue/copies.ts';
import type { HoldReference } from '../catalogue/item-use.ts';
import { openDayFrom } from '../consortium/calendar.ts';
import { plusDays } from '../local-date.ts';
import { amend, hasJoined, queueFor, rulesToday, today, untilDone, type CirculationDeps } from './deps.ts';
import { isFree, nextAllocation, wants, whereIs } from './decisions/hold-queue.ts';
import { decideAllocation, type HoldShelfPlace } from './decisions/sorting.ts';
import type { Borrower, ChosenCopy, Hold } from './schema.ts';

/**
 * Gives free copies of a work to those who wait for them, until no copy is free that anybody is to get. Everything that
 * sets a copy free or lets a hold wait calls this afterwards, so whoever comes second sees both.
 *
 * The hold claims the copy first, at the version it was read; then the copy is written, which fails where anybody was
 * quicker; then the claim is confirmed or dropped.
 */
export async function allocate(deps: CirculationDeps, workId: string): Promise<void> {
  const { copies, repository, now } = deps;
  await untilDone(async () => {
    const shelf = await reachable(deps, await copies.ofWork(workId));
    if (!shelf.some(({ item }) => isFree(item))) return true;
    const queue = await queueFor(deps, shelf);
    const found = nextAllocation(queue, shelf, await rulesToday(deps));
    if (!found) return true;
    const { waiting, copy } = found;
    const borrower = await repository.borrower(waiting.patron);
    const hold = borrower.holds.find(({ id }) => id === waiting.hold.id);
    if (!hold || !isSameWish(hold, waiting.hold)) return undefined;
    const chosen = { item: copy.item._id, version: copy.item.version };
    const claimed = await repository.swap(borrower, withCopy(borrower, hold, { ...chosen, claimedAt: now() }));
    if (!claimed) return undefined;
    const { id, pickupBranch } = hold;
    const reference: HoldReference = { id, patron: borrower._id, pickupBranch, chosenAt: chosen.version };
    const inHand = copy.item.use?.kind === 'sorting' && copy.item.use.at === hold.pickupBranch;
    const place = inHand ? await holdShelfPlace(deps, hold.pickupBranch, copy) : undefined;
    const next = decideAllocation(copy.item, reference, { now: now(), today: today(deps) }, place);
    const given = await copies.swap(copy, next);
    await amend(deps, claimed, (one) => (given ? confirmCopy(one, id, chosen) : dropCopy(one, id, chosen)));
    return undefined;
  });
}

/** Copies that can be fetched: a town whose libraries have not joined yet has nobody there who is told to. */
async function reachable(deps: CirculationDeps, shelf: readonly Copy[]): Promise<Copy[]> {
  const branches = [...new Set(shelf.map(({ item }) => whereIs(item)))];
  const joined = await Promise.all(
    branches.map(async (branch) => [branch, (await hasJoined(deps, branch)).live] as const),
  );
  const live = new Map(joined);
  return shelf.filter(({ item }) => live.get(whereIs(item)));
}

/** Whether a hold still wants what it did when the queue was read. */
const isSameWish = (now: Hold, then: Hold) =>
  !now.copy && now.pickupBranch === then.pickupBranch && now.suspendedUntil === then.suspendedUntil;

/** Looks for free copies for a hold that has come to wait, and remembers that this was done. */
export async function offerTo(deps: CirculationDeps, patron: string, hold: Hold): Promise<void> {
  const workId = await workOf(deps, patron, hold);
  if (workId !== undefined) await allocate(deps, workId);
  await amend(deps, patron, (borrower) =>
    borrower.holds.some(({ id, unoffered }) => id === hold.id && unoffered)
      ? changeHold(borrower, hold.id, (one) => ({ ...one, unoffered: undefined }))
      : borrower,
  );
}

/**
 * The work whose copies a hold waits for. Where an import has emptied the one it named, it names from now on the work that
 * its record has gone to.
 */
export async function workOf(deps: CirculationDeps, patron: string, hold: Hold): Promise<string | undefined> {
  const named = await deps.copies.workOf(hold.target);
  if (named !== undefined || hold.record === undefined) return named;
  const found = await deps.copies.workOf(recordTarget(hold.record));
  if (found === undefined) return undefined;
  const target = workTarget(found);
  await amend(deps, patron, (borrower) => changeHold(borrower, hold.id, (one) => ({ ...one, target })));
  return found;
}

/** Whether anybody waits for a copy that is about to be set free. */
export async function isAwaited(deps: CirculationDeps, copy: Copy): Promise<boolean> {
  const queue = await queueFor(deps, [copy]);
  return queue.some(({ hold }) => !hold.copy && wants(hold, copy));
}

/** The next place on the hold shelf of a branch, and until when a copy waits there. */
export async function holdShelfPlace(
  deps: CirculationDeps,
  branch: string,
  copy: Pick<Copy, 'format' | 'audience' | 'item'>,
): Promise<HoldShelfPlace> {
  const [number, rules, calendar] = await Promise.all([
    deps.repository.tick(`hold-shelf:${branch}`),
    rulesToday(deps),
    deps.consortium.calendar(branch),
  ]);
  const { pickupDays } = rules.termsFor({ ...copy, acquiredOn: copy.item.acquiredOn });
  return {
    pickupNumber: ((number - 1) % highestPickupNumber) + 1,
    pickupBy: openDayFrom(calendar, plusDays(rules.on, pickupDays)),
  };
}

/** Numbers are found again on a shelf by people: they stay short, and come round when the shelf has long been emptied. */
const highestPickupNumber = 9_999;

function changeHold(borrower: Borrower, holdId: string, change: (hold: Hold) => Hold): Borrower {
  return { ...borrower, holds: borrower.holds.map((hold) => (hold.id === holdId ? change(hold) : hold)) };
}

function withCopy(borrower: Borrower, { id }: Hold, copy: ChosenCopy): Borrower {
  return changeHold(borrower, id, (hold) => ({ ...hold, unoffered: undefined, copy }));
}

export const confirmCopy = (borrower: Borrower, holdId: string, chosen: ChosenCopy): Borrower =>
  borrower.holds.some(({ id, copy }) => id === holdId && isSame(copy, chosen) && copy?.claimedAt)
    ? changeHold(borrower, holdId, (hold) => ({ ...hold, copy: { item: chosen.item, version: chosen.version } }))
    : borrower;

/** The hold waits again, where it did. */
export const dropCopy = (borrower: Borrower, holdId: string, chosen: ChosenCopy): Borrower =>
  borrower.holds.some(({ id, copy }) => id === holdId && isSame(copy, chosen))
    ? changeHold(borrower, holdId, (hold) => ({ ...hold, copy: undefined, unoffered: true }))
    : borrower;

/** The same item may be chosen for the same hold again: who comes late must not take one choice for the other. */
const isSame = (copy: ChosenCopy | undefined, { item, version }: ChosenCopy) =>
  copy?.item === item && copy.version === version;
