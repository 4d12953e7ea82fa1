import type { Copy } from '../../catalogue/copies.ts';
import type { Item } from '../../catalogue/schema.ts';
import type { BranchCalendar } from '../../consortium/schema.ts';
import { daysBetween } from '../../local-date.ts';
import { refuse } from '../refusal.ts';
import type { Rules } from '../rules/rule-for.ts';
import type { Borrower } from '../schema.ts';
import { refuseDebtors } from './debt.ts';
import { dueDate } from './due-date.ts';
import { isWanted, type QueuedHold } from './hold-queue.ts';
import { overdueCharge } from './overdue.ts';

interface Wish {
  readonly copy: Copy;
  readonly borrower: Borrower;
  readonly queue: readonly QueuedHold[];
  /** All copies of its work. */
  readonly shelf: readonly Copy[];
  readonly rules: Rules;
  /** Of the branch it was lent at. */
  readonly calendar: BranchCalendar;
}

/**
 * Lends a copy for another while to who has it. What it is late for already is charged; until then it hinders nothing,
 * or those who are late could not stop it.
 * @throws Refusal
 */
export function decideRenewal({ copy, borrower, queue, shelf, rules, calendar }: Wish): Item {
  const { item } = copy;
  if (item.use?.kind !== 'loan' || item.use.loan.patron !== borrower._id) throw refuse('loan-not-found');
  const { loan } = item.use;
  const terms = rules.termsFor({ ...copy, acquiredOn: item.acquiredOn });
  if (isWanted(copy, { queue, shelf, rules }, borrower._id)) throw refuse('requested-by-another');
  if (loan.renewals >= terms.renewals) {
    throw refuse('renewals-used-up', { rule: terms.ruleOf('renewals'), limit: terms.renewals });
  }
  refuseDebtors(borrower, rules);
  if (daysBetween(loan.dueOn, rules.on) > terms.renewalOverdueDays) {
    throw refuse('overdue-too-long', { rule: terms.ruleOf('renewalOverdueDays'), limit: terms.renewalOverdueDays });
  }
  const dueOn = dueDate(rules.on, terms.loanDays, calendar);
  if (dueOn <= loan.dueOn) throw refuse('due-date-stays', { rule: terms.ruleOf('loanDays'), dueOn: loan.dueOn });
  const charge = overdueCharge(loan, rules.on);
  const renewed = {
    ...loan,
    dueOn,
    renewals: loan.renewals + 1,
    overdueCentsPerDay: terms.overdueCentsPerDay,
    overdueCapCents: terms.overdueCapCents,
    overdueRule: terms.ruleOf('overdueCentsPerDay'),
  };
  return {
    ...item,
    use: { ...item.use, loan: renewed },
    ...(charge && { following: [{ step: 'charge', patron: loan.patron, charge }] }),
  };
}
