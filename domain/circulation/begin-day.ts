import type { Item } from '../catalogue/schema.ts';
import { allocate, workOf } from './allocation.ts';
import { charge } from './decisions/debt.ts';
import { endHold } from './decisions/hold-placement.ts';
import { isWaiting } from './decisions/hold-queue.ts';
import { amend, rulesToday, type CirculationDeps } from './deps.ts';
import { lookForCopies } from './end-unservable.ts';
import { releaseAll, settledCopy } from './settle.ts';

/**
 * What a new day brings: holds that nobody has picked up go on to the next in the queue, holds that are not needed any
 * more or for which no copy is left end, and those whose suspension is over are looked after. Harmless to repeat.
 */
export async function beginDay(deps: CirculationDeps): Promise<void> {
  const { on } = await rulesToday(deps);
  for (const item of await deps.copies.inUse('holdShelf')) {
    if (item.use?.kind === 'holdShelf' && item.use.pickupBy < on) await endUnclaimed(deps, item);
  }
  const works = new Set<string>();
  for await (const { _id, holds } of deps.repository.holders()) {
    for (const hold of holds) {
      if (hold.copy) continue;
      await lookForCopies(deps, _id, hold);
      if (hold.notNeededAfter !== undefined && hold.notNeededAfter < on) {
        await amend(deps, _id, (borrower) => {
          const still = borrower.holds.find(({ id, copy }) => id === hold.id && !copy);
          return still?.notNeededAfter !== undefined && still.notNeededAfter < on ? endHold(borrower, still, 'expired', on) : borrower; // prettier-ignore
        });
      } else if (isWaiting(hold, on)) {
        const workId = await workOf(deps, _id, hold);
        if (workId !== undefined) works.add(workId);
      }
    }
  }
  for (const workId of works) await allocate(deps, workId);
}

async function endUnclaimed(deps: CirculationDeps, found: Item): Promise<void> {
  const copy = await settledCopy(deps, found._id);
  const { use } = copy.item;
  const rules = await rulesToday(deps);
  if (use?.kind !== 'holdShelf' || use.pickupBy >= rules.on) return;
  const { id, patron, chosenAt } = use.hold;
  const terms = rules.termsFor({ ...copy, acquiredOn: copy.item.acquiredOn });
  const fee = {
    id: `unclaimed:${id}`,
    kind: 'unclaimedHold' as const,
    cents: terms.unclaimedHoldCents,
    on: rules.on,
    rule: terms.ruleOf('unclaimedHoldCents'),
    record: copy.item.recordId,
  };
  const after = await amend(deps, patron, (borrower) => {
    const hold = borrower.holds.find(
      (one) => one.id === id && one.copy?.item === found._id && one.copy.version === chosenAt,
    );
    if (!hold) return borrower;
    const ended = endHold(borrower, hold, 'unclaimed', rules.on);
    return fee.cents > 0 ? charge(ended, fee) : ended;
  });
  await releaseAll(deps, after);
}
