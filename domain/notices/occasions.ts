import type { Loan } from '../catalogue/item-use.ts';
import type { Item } from '../catalogue/schema.ts';
import { mostDueSoonDays } from '../accounts/schema.ts';
import { overdueCents } from '../circulation/decisions/overdue.ts';
import type { Borrower } from '../circulation/schema.ts';
import { daysBetween, plusDays, type LocalDate } from '../local-date.ts';

/** Something that a patron is to be told, once. */
export type Occasion = { readonly subject: string; readonly patron: string } & (
  | { readonly kind: 'readyForPickup'; readonly record: string; readonly branch: string; readonly pickupNumber: number; readonly pickupBy: LocalDate }
  | { readonly kind: 'dueSoon'; readonly record: string; readonly dueOn: LocalDate; readonly daysLeft: number }
  | { readonly kind: 'overdue'; readonly record: string; readonly dueOn: LocalDate; readonly cents: number }
  | { readonly kind: 'holdExpired'; readonly target: string; readonly ended: 'expired' | 'unclaimed' | 'withdrawn'; readonly record?: string | undefined; readonly cents: number }
); // prettier-ignore

/** A patron is told the day after the due date, and again two weeks after it. */
const secondReminderDays = 14;
/** What is older than this is not told any more, should nobody have been there to tell it. */
const longestOverdueDays = 28;
export const longestEndedDays = 14;

/** Due dates, from the first to the last, of loans that there may be something to tell of. */
export const dueDatesToTellOf = (on: LocalDate): readonly [LocalDate, LocalDate] => [
  plusDays(on, -longestOverdueDays),
  plusDays(on, mostDueSoonDays),
];

/**
 * What there is to tell of some items and ended holds on a day. A subject is named by what would make it another one: a
 * renewal gives a loan another due date, another place on the hold shelf a hold another pickup number.
 */
export function occasionsIn(
  items: readonly Item[],
  holders: readonly Pick<Borrower, '_id' | 'endedHolds' | 'fees'>[],
  on: LocalDate,
): Occasion[] {
  return [
    ...items.flatMap((item) => onShelf(item) ?? ofLoan(item, on) ?? []),
    ...holders.flatMap((holder) => ofEndedHolds(holder, on)),
  ];
}

function onShelf({ recordId: record, use }: Item): Occasion | undefined {
  if (use?.kind !== 'holdShelf') return undefined;
  const { at: branch, hold, pickupNumber, pickupBy } = use;
  const subject = `readyForPickup:${hold.id}:${branch}:${pickupNumber}:${pickupBy}`;
  return { kind: 'readyForPickup', subject, patron: hold.patron, record, branch, pickupNumber, pickupBy };
}

function ofLoan({ recordId: record, use }: Item, on: LocalDate): Occasion | undefined {
  if (use?.kind !== 'loan') return undefined;
  const { loan } = use;
  const daysLeft = daysBetween(on, loan.dueOn);
  return daysLeft >= 0 ? dueSoon(loan, { record, daysLeft, on }) : overdue(loan, { record, daysLate: -daysLeft, on });
}

function dueSoon(
  { id, renewals, patron, dueOn, lentOn }: Loan,
  { record, daysLeft, on }: { record: string; daysLeft: number; on: LocalDate },
): Occasion | undefined {
  if (daysLeft > mostDueSoonDays || lentOn === on) return undefined;
  return { kind: 'dueSoon', subject: `dueSoon:${id}:${renewals}`, patron, record, dueOn, daysLeft };
}

function overdue(
  loan: Loan,
  { record, daysLate, on }: { record: string; daysLate: number; on: LocalDate },
): Occasion | undefined {
  if (daysLate > longestOverdueDays) return undefined;
  const { id, renewals, patron, dueOn } = loan;
  const reminder = daysLate < secondReminderDays ? 1 : 2;
  const subject = `overdue:${id}:${renewals}:${reminder}`;
  return { kind: 'overdue', subject, patron, record, dueOn, cents: overdueCents(loan, on) };
}

function ofEndedHolds(
  { _id: patron, endedHolds, fees }: Pick<Borrower, '_id' | 'endedHolds' | 'fees'>,
  on: LocalDate,
): Occasion[] {
  return endedHolds.flatMap(({ id, state, target, record, on: endedOn }) => {
    if (state !== 'expired' && state !== 'unclaimed' && state !== 'withdrawn') return [];
    if (target === undefined || daysBetween(endedOn, on) > longestEndedDays) return [];
    const cents = fees.find((fee) => fee.id === `unclaimed:${id}`)?.cents ?? 0;
    return { kind: 'holdExpired' as const, subject: `holdExpired:${id}`, patron, target, ended: state, cents, ...(record !== undefined && { record }) }; // prettier-ignore
  });
}
