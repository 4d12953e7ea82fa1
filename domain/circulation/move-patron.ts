import { receive } from './decisions/receive.ts';
import { amend, today, untilDone, type CirculationDeps } from './deps.ts';
import { givePaymentUp } from './payments.ts';
import { isSettled, newBorrower, type Belongings, type Borrower } from './schema.ts';
import { releaseAll, settleBorrower, settledCopy } from './settle.ts';

/**
 * Gives all that a patron has, waits for and owes to another account of theirs. May be repeated, and goes on where somebody has
 * died over it.
 *
 * First whatever is under way is brought to its end, and one write empties the borrower, keeps what it had aside and says where
 * it went: whoever was about to write it has read an older version, and finds the other account when reading again. Another
 * write brings it there, once; whoever asks for the borrower by the old id meanwhile does that first. Then the copies are told, which named the old account.
 */
export async function movePatron(deps: CirculationDeps, from: string, to: string): Promise<void> {
  const { repository } = deps;
  const left = await leave(deps, from, to);
  if (left.moved) {
    const { moved } = left;
    await releaseAll(deps, await amend(deps, to, (borrower) => receive(borrower, from, moved)));
    for (const item of copiesOf(moved)) await rename(deps, item, from, to);
    await repository.movePastLoans(from, to);
    await repository.swap(left, { ...left, moved: undefined });
  }
  await repository.movePastLoans(from, to); // what was written meanwhile by somebody who still knew the old id
}

function leave(deps: CirculationDeps, from: string, to: string): Promise<Borrower> {
  const { repository } = deps;
  return untilDone(async () => {
    const before = await repository.storedBorrower(from);
    if (before.movedTo !== undefined) return before;
    for (const { id, state } of before.payments) if (state === 'started') await givePaymentUp(deps, from, id);
    await settleBorrower(deps, from, Number.NEGATIVE_INFINITY);
    const settled = await repository.storedBorrower(from);
    if (settled.movedTo !== undefined || !isSettled(settled)) return undefined;
    const { loans, holds, endedHolds, fees, payments, received = [] } = settled;
    const moved: Belongings = { loans, holds, endedHolds, fees, payments, received, on: today(deps) };
    return repository.swap(settled, { ...newBorrower(from), movedTo: to, moved });
  });
}

const copiesOf = ({ loans, holds }: Belongings): string[] => [
  ...new Set([...loans.map(({ item }) => item), ...holds.flatMap(({ copy }) => copy?.item ?? [])]),
];

/** Whatever a copy says of the old account it says of the new one from now on. */
async function rename(deps: CirculationDeps, itemId: string, from: string, to: string): Promise<void> {
  const { copies } = deps;
  await untilDone(async () => {
    if (!(await copies.find(itemId))) return true;
    const copy = await settledCopy(deps, itemId);
    const { use } = copy.item;
    if (use?.kind === 'loan' && use.loan.patron === from)
      return copies.swap(copy, { ...copy.item, use: { ...use, loan: { ...use.loan, patron: to } } });
    if (use && 'hold' in use && use.hold?.patron === from)
      return copies.swap(copy, { ...copy.item, use: { ...use, hold: { ...use.hold, patron: to } } });
    return true;
  });
}
