import type { LocalDate } from '../../local-date.ts';
import type { Belongings, Borrower, Hold } from '../schema.ts';
import { endHold } from './hold-placement.ts';

/**
 * A borrower with all that another account of the same person had, once: nothing is lost, every fee is there as it was charged,
 * and of two holds on the same work one is left, at the earlier place. Limits do not count: nobody loses a loan by it. Pure.
 */
export function receive(borrower: Borrower, from: string, moved: Belongings): Borrower {
  if (borrower.received?.includes(from)) return borrower;
  const both: Borrower = {
    ...borrower,
    loans: [...borrower.loans, ...moved.loans],
    fees: [...borrower.fees, ...moved.fees],
    payments: [...borrower.payments, ...moved.payments],
    endedHolds: [...borrower.endedHolds, ...moved.endedHolds].toSorted((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0)), // prettier-ignore
    received: [...(borrower.received ?? []), ...moved.received, from],
  };
  const received = moved.holds.reduce((one, hold) => withHold(one, hold, moved.on), both);
  return { ...received, holds: received.holds.toSorted((a, b) => a.place - b.place) };
}

function withHold(borrower: Borrower, hold: Hold, on: LocalDate): Borrower {
  const twin = borrower.holds.find(({ target }) => target === hold.target);
  const all = { ...borrower, holds: [...borrower.holds, hold] };
  if (!twin) return all;
  const earlier = twin.place <= hold.place ? twin : hold;
  const further = twin.copy && !hold.copy ? twin : hold.copy && !twin.copy ? hold : earlier; // a copy on its way comes
  const left = endHold(all, further === twin ? hold : twin, 'cancelled', on);
  const { place, placedAt } = earlier;
  return { ...left, holds: left.holds.map((one) => (one === further ? { ...one, place, placedAt } : one)) };
}
