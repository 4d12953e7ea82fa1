import type { Item } from '../../catalogue/schema.ts';
import { daysBetween, type LocalDate } from '../../local-date.ts';

/** Days between a return and the next pickup: sorting, the road, the hold shelf. */
const turnaroundDays = 4;

/**
 * About how many days a hold waits: each copy comes free when it is due, serves one hold after the other, and keeps each
 * for a whole loan. Undefined where there is no copy to wait for. `position` counts from 1.
 */
export function estimatedWait(
  { position, copies, loanDays }: { position: number; copies: readonly Item[]; loanDays: number },
  on: LocalDate,
): number | undefined {
  if (copies.length === 0) return undefined;
  const free = copies.map((item) => daysUntilFree(item, loanDays, on));
  for (let served = 1; ; served += 1) {
    const soonest = free.reduce((best, days, index) => (days < (free[best] ?? Infinity) ? index : best), 0);
    const at = free[soonest] ?? 0;
    if (served === position) return at;
    free[soonest] = at + loanDays + turnaroundDays;
  }
}

function daysUntilFree({ use }: Item, loanDays: number, on: LocalDate): number {
  switch (use?.kind) {
    case 'loan':
      return Math.max(0, daysBetween(on, use.loan.dueOn)) + turnaroundDays;
    case 'holdShelf':
      return loanDays + turnaroundDays;
    case 'pull':
    case 'transit':
      return use.hold ? loanDays + 2 * turnaroundDays : turnaroundDays;
    default:
      return turnaroundDays;
  }
}
