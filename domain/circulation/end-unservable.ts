import { daysBetween } from '../local-date.ts';
import { workOf } from './allocation.ts';
import { endHold } from './decisions/hold-placement.ts';
import { mayServe, wants } from './decisions/hold-queue.ts';
import { amend, today, type CirculationDeps } from './deps.ts';
import type { Borrower, Hold } from './schema.ts';

/**
 * How long a hold waits for a copy to appear again, where nobody has said that there will be none: a file that was imported by
 * mistake takes the copies of many works away, and brings them back the next day.
 */
export const daysOfPatience = 7;

/**
 * Ends the holds on a work that no copy is left to serve; with `hidden` all that wait, also where there are copies, which patrons
 * do not find any more. Nothing is charged, and letters tell their patrons. A hold whose copy is on its way is still served. To be
 * called by whoever has withdrawn or hidden what they wait for; may be repeated.
 *
 * @returns how many holds were ended
 */
export async function endUnservable(
  deps: CirculationDeps,
  workId: string,
  { hidden = false }: { hidden?: boolean } = {},
): Promise<number> {
  const targets = new Set(await deps.copies.targetsOf(workId));
  let ended = 0;
  for (const { _id, holds } of await deps.repository.holdersOf([...targets]))
    for (const hold of holds) {
      if (hold.copy || !targets.has(hold.target)) continue;
      if (!hidden && (await canBeServed(deps, _id, hold))) continue;
      ended += (await end(deps, _id, hold)) ? 1 : 0;
    }
  return ended;
}

/** Notes of a waiting hold that no copy can serve it any more, and ends it once that has been so for `daysOfPatience`. */
export async function lookForCopies(deps: CirculationDeps, patron: string, hold: Hold): Promise<void> {
  const on = today(deps);
  if (await canBeServed(deps, patron, hold)) {
    if (hold.unservableSince !== undefined) await since(deps, patron, hold, undefined);
  } else if (hold.unservableSince === undefined) await since(deps, patron, hold, on);
  else if (daysBetween(hold.unservableSince, on) >= daysOfPatience) await end(deps, patron, hold);
}

async function canBeServed(deps: CirculationDeps, patron: string, hold: Hold): Promise<boolean> {
  const workId = await workOf(deps, patron, hold);
  if (workId === undefined) return false;
  const named = (await deps.repository.borrower(patron)).holds.find(({ id }) => id === hold.id) ?? hold;
  return (await deps.copies.ofWork(workId)).some((copy) => wants(named, copy) && mayServe(copy.item));
}

async function end(deps: CirculationDeps, patron: string, { id, target }: Hold): Promise<boolean> {
  let done = false;
  await amend(deps, patron, (borrower) => {
    const hold = waiting(borrower, id);
    done = hold !== undefined;
    return hold ? endHold(borrower, hold, 'withdrawn', today(deps)) : borrower;
  });
  if (done) await deps.audit?.note({ id: `holdEnded:${id}`, by: 'service', act: 'holdEnded', subject: target });
  return done;
}

async function since(deps: CirculationDeps, patron: string, { id }: Hold, day: string | undefined): Promise<void> {
  await amend(deps, patron, (borrower) =>
    waiting(borrower, id)
      ? { ...borrower, holds: borrower.holds.map((one) => (one.id === id ? { ...one, unservableSince: day } : one)) }
      : borrower,
  );
}

const waiting = ({ holds }: Borrower, id: string): Hold | undefined => holds.find((one) => one.id === id && !one.copy);
