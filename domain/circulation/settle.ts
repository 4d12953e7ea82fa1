import type { Copy } from '../catalogue/copies.ts';
import type { Item } from '../catalogue/schema.ts';
import type { FollowUp } from '../catalogue/item-use.ts';
import { localDate } from '../local-date.ts';
import { allocate, confirmCopy, dropCopy, offerTo } from './allocation.ts';
import { charge } from './decisions/debt.ts';
import { endHold } from './decisions/hold-placement.ts';
import { inOrder } from './decisions/hold-queue.ts';
import { decideRelease, holdIn, placeToRest } from './decisions/sorting.ts';
import { amend, rulesToday, untilDone, type CirculationDeps } from './deps.ts';
import { settlePayments } from './payments.ts';
import { refuse } from './refusal.ts';
import type { Borrower, Hold, Release } from './schema.ts';

/**
 * Brings about what has to follow from the last change of an item, and gives the item as it stands then. Whoever meets an
 * item with something left to do does it before anything else.
 * @throws Refusal where there is no such item
 */
export async function settledCopy(deps: CirculationDeps, itemId: string): Promise<Copy> {
  const { copies } = deps;
  return untilDone(async () => {
    const copy = await copies.find(itemId);
    if (!copy) throw refuse('item-not-found');
    const { following, ...item } = copy.item;
    if (!following) return copy;
    for (const step of following) await follow(deps, copy, step);
    const { unsettled: _, ...settled } = item;
    return (await copies.settle(copy.item)) ? { ...copy, item: settled } : undefined;
  });
}

async function follow(deps: CirculationDeps, copy: Copy, step: FollowUp): Promise<void> {
  const { repository, patrons } = deps;
  switch (step.step) {
    case 'end-loan': {
      const { loan, returnedOn } = step;
      const { _id: item, recordId: record } = copy.item;
      const { lentOn, patron } = loan;
      const known = await patrons.find(patron); // under another id, where the account was merged into another
      if (known?.keepsHistory) {
        const { id } = known;
        await repository.keepPastLoan({ _id: loan.id, patron: id, item, record, title: copy.title, lentOn, returnedOn }); // prettier-ignore
      }
      const after = await amend(deps, patron, (borrower) => {
        if (!borrower.loans.some((one) => one.loan === loan.id)) return borrower;
        const confirmed = confirmLoan(borrower, loan.id); // who lent it may have died before saying so
        const rest = { ...confirmed, loans: confirmed.loans.filter((one) => one.loan !== loan.id) };
        return step.charge ? charge(rest, { kind: 'overdue', record, ...step.charge }) : rest;
      });
      await releaseAll(deps, after);
      return;
    }
    case 'charge':
      await amend(deps, step.patron, (borrower) =>
        charge(borrower, { kind: 'overdue', record: copy.item.recordId, ...step.charge }),
      );
      return;
    case 'requeue':
      await amend(deps, step.hold.patron, (borrower) =>
        dropCopy(borrower, step.hold.id, { item: copy.item._id, version: step.hold.chosenAt }),
      );
      await offerAll(deps, step.hold.patron);
      return;
    case 'offer':
      await allocate(deps, copy.workId);
      await putAway(deps, copy.item._id);
      return;
  }
}

/** A copy in the hands of staff that nobody waits for goes where it belongs. */
async function putAway(deps: CirculationDeps, itemId: string): Promise<void> {
  await untilDone(async () => {
    const copy = await deps.copies.find(itemId);
    if (copy?.item.use?.kind !== 'sorting') return true;
    const { item } = copy;
    const { floats } = (await rulesToday(deps)).termsFor({ ...copy, acquiredOn: item.acquiredOn });
    return deps.copies.swap(copy, {
      ...item,
      use: placeToRest(item, { at: copy.item.use.at, now: deps.now(), floats }),
    });
  });
}

/** Looks for copies for all holds of a patron that have come to wait. */
export async function offerAll(deps: CirculationDeps, patron: string): Promise<void> {
  const { holds } = await deps.repository.borrower(patron);
  for (const hold of holds) if (hold.unoffered) await offerTo(deps, patron, hold);
}

/** Lets copies go that were meant for holds which are no more. */
export async function releaseAll(deps: CirculationDeps, borrower: Borrower): Promise<void> {
  for (const release of borrower.releases) {
    await letGo(deps, release);
    await amend(deps, borrower._id, (one) => ({
      ...one,
      releases: one.releases.filter(({ hold, item }) => hold !== release.hold || item !== release.item),
    }));
  }
}

/** After this the copy is not the hold's, and no write that was under way can make it so. */
async function letGo(deps: CirculationDeps, { hold, item: itemId, version }: Release): Promise<void> {
  const { copies, now } = deps;
  const changed = await untilDone(async () => {
    const copy = await copies.find(itemId);
    if (!copy) return 'never';
    if (holdIn(copy.item)?.id === hold) return (await copies.swap(copy, decideRelease(copy.item, now()))) && 'now';
    if (copy.item.version !== version) return 'never';
    return (await copies.swap(copy, copy.item)) && 'never';
  });
  if (changed === 'now') await settledCopy(deps, itemId);
}

/**
 * Finishes or takes back what was begun on a borrower longer than `olderThanMs` ago. It is safe at any time: a write that
 * is still under way then comes too late, and is decided anew.
 */
export async function settleBorrower(deps: CirculationDeps, patron: string, olderThanMs: number): Promise<void> {
  const { repository, now } = deps;
  const isOld = ({ at }: { at: Date }) => now().getTime() - at.getTime() >= olderThanMs;
  const { loans } = await repository.borrower(patron);
  for (const { loan, item, claim } of loans) {
    if (claim && isOld(claim)) await settleLoan(deps, { patron, loan, item, version: claim.version });
  }
  await settleHolds(deps, patron, isOld);
  await releaseAll(deps, await repository.borrower(patron));
  await offerAll(deps, patron);
  await settlePayments(deps, patron, isOld);
}

/** A loan that was to be written into an item: it stands there, or never will. */
export async function settleLoan(
  deps: CirculationDeps,
  { patron, loan, item, version }: { patron: string; loan: string; item: string; version: number },
): Promise<void> {
  const landed = await hasLanded(deps, item, version, ({ use }) => use?.kind === 'loan' && use.loan.id === loan);
  await endClaim(deps, patron, { loan, version }, landed);
}

/** Ends the claim on a loan: it stands in its item, with the holds it fulfils, or it is taken back. */
export async function endClaim(
  deps: CirculationDeps,
  patron: string | Borrower,
  { loan, version }: { loan: string; version: number },
  landed: boolean,
): Promise<void> {
  // a desk that asks again asks for the same loan: only the claim that was looked after is ended, not a newer one
  const isIt = ({ loans }: Borrower) => loans.some((one) => one.loan === loan && one.claim?.version === version);
  const after = await amend(deps, patron, (borrower) => {
    if (!isIt(borrower)) return borrower;
    return landed ? confirmLoan(borrower, loan) : takeBackLoan(borrower, loan);
  });
  await releaseAll(deps, after);
  if (landed) return;
  await settleHolds(deps, after._id, () => true);
  await offerAll(deps, after._id);
}

function confirmLoan(borrower: Borrower, loan: string): Borrower {
  const slot = borrower.loans.find((one) => one.loan === loan);
  if (!slot?.claim) return borrower;
  const { claim, ...confirmed } = slot;
  const loans = borrower.loans.map((one) => (one === slot ? confirmed : one));
  const on = localDate(claim.at);
  const fulfilled = claim.fulfils.reduce((one, hold) => endHold(one, hold, 'fulfilled', on), { ...borrower, loans });
  return { ...fulfilled, releases: fulfilled.releases.filter(({ item }) => item !== slot.item) };
}

/** The borrower as they were before a claim on a loan. */
export function takeBackLoan(borrower: Borrower, loan: string): Borrower {
  const slot = borrower.loans.find((one) => one.loan === loan);
  if (!slot?.claim) return borrower;
  const { claim } = slot;
  const restored = claim.fulfils.map((hold) => doubted(hold, claim.at));
  return {
    ...borrower,
    loans: borrower.loans.filter((one) => one !== slot),
    holds: inPlace([...borrower.holds, ...restored]),
  };
}

/** Holds whose copy was being written: it is theirs, or never will be. */
async function settleHolds(
  deps: CirculationDeps,
  patron: string,
  isOld: (claim: { at: Date }) => boolean,
): Promise<void> {
  const { holds } = await deps.repository.borrower(patron);
  for (const { id, copy } of holds) {
    if (!copy?.claimedAt || !isOld({ at: copy.claimedAt })) continue;
    const isIts = (item: Item) => holdIn(item)?.id === id && holdIn(item)?.chosenAt === copy.version;
    const landed = await hasLanded(deps, copy.item, copy.version, isIts);
    await amend(deps, patron, (borrower) => (landed ? confirmCopy(borrower, id, copy) : dropCopy(borrower, id, copy)));
  }
}

/** Put back in its place; whether the copy it had is still its own has to be looked at: it may have gone missing since. */
const doubted = (hold: Hold, claimedAt: Date): Hold =>
  hold.copy ? { ...hold, copy: { ...hold.copy, claimedAt } } : hold;

const inPlace = (holds: readonly Hold[]): Hold[] =>
  inOrder(holds.map((hold) => ({ patron: '', hold }))).map(({ hold }) => hold);

/** Whether a write that was claimed at `version` stands in the item. If not, it never will: the item is moved on. */
function hasLanded(
  deps: CirculationDeps,
  itemId: string,
  version: number,
  stands: (item: Item) => boolean,
): Promise<boolean> {
  const { copies } = deps;
  return untilDone(async () => {
    let copy = await copies.find(itemId);
    // it may have landed and been brought back since: then that is entered first
    if (copy?.item.following) copy = await settledCopy(deps, itemId);
    if (!copy || copy.item.version > version) return { is: copy !== undefined && stands(copy.item) };
    if (stands(copy.item)) return { is: true };
    return (await copies.swap(copy, copy.item)) && { is: false };
  }).then(({ is }) => is);
}

/** Finishes all that was begun longer than `olderThanMs` ago, by whomever. */
export async function settleAll(deps: CirculationDeps, olderThanMs: number): Promise<void> {
  for (const itemId of await deps.copies.unsettled()) await settledCopy(deps, itemId);
  for (const patron of await deps.repository.unsettled()) await settleBorrower(deps, patron, olderThanMs);
}
