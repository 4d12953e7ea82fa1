import type { Loan, OverdueCharge } from '../../catalogue/item-use.ts';
import { daysBetween, type LocalDate } from '../../local-date.ts';

/** What a loan costs that is brought back, or renewed, on a day: so much for each day after the due date, up to the cap. */
export function overdueCents({ dueOn, overdueCentsPerDay, overdueCapCents }: Loan, on: LocalDate): number {
  const late = Math.max(0, daysBetween(dueOn, on));
  return Math.min(late * overdueCentsPerDay, overdueCapCents);
}

/** The fee for it, if there is any. Its id is the same however often it is charged. */
export function overdueCharge(loan: Loan, on: LocalDate): OverdueCharge | undefined {
  const cents = overdueCents(loan, on);
  if (cents === 0) return undefined;
  return { id: `overdue:${loan.id}:${loan.renewals}`, cents, rule: loan.overdueRule, on };
}
