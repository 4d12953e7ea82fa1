import type { Copy } from '../../catalogue/copies.ts';
import { isHeldBack } from '../../catalogue/local-edit.ts';
import { statusOf } from '../../catalogue/item-status.ts';
import type { Item } from '../../catalogue/schema.ts';
import type { BranchCalendar } from '../../consortium/schema.ts';
import { refuse } from '../refusal.ts';
import type { Rules } from '../rules/rule-for.ts';
import type { Borrower, Hold } from '../schema.ts';
import { refuseDebtors } from './debt.ts';
import { dueDate } from './due-date.ts';
import { isWanted, wants, type QueuedHold } from './hold-queue.ts';

interface Wish {
  readonly copy: Copy;
  readonly borrower: Borrower;
  /** What their late loans have come to, in cents. */
  readonly accrued?: number;
  /** Everybody who waits for this copy. */
  readonly queue: readonly QueuedHold[];
  /** All copies of its work. */
  readonly shelf: readonly Copy[];
  readonly rules: Rules;
  readonly branch: string;
  readonly calendar: BranchCalendar;
  readonly loanId: string;
}

/**
 * Lends a copy that a patron has in hand. What they had on hold of it is fulfilled.
 * @throws Refusal
 */
export function decideCheckout(wish: Wish): { readonly item: Item; readonly fulfils: readonly Hold[] } {
  const { copy, borrower, queue, shelf, rules, branch, calendar, loanId } = wish;
  const { item } = copy;
  refuseWhatIsNotThere(copy, borrower._id);
  if (isHeldForAnother(item, borrower._id) || isWanted(copy, { queue, shelf, rules }, borrower._id)) throw refuse('requested-by-another'); // prettier-ignore
  refuseDebtors(borrower, rules, wish.accrued);
  const limit = rules.patrons.loanLimit;
  if (borrower.loans.length >= limit) throw refuse('loan-limit-reached', { rule: rules.nameOf('loanLimit'), limit });
  const terms = rules.termsFor({ ...copy, acquiredOn: item.acquiredOn });
  const loan = {
    id: loanId,
    patron: borrower._id,
    branch,
    lentOn: rules.on,
    dueOn: dueDate(rules.on, terms.loanDays, calendar),
    renewals: 0,
    overdueCentsPerDay: terms.overdueCentsPerDay,
    overdueCapCents: terms.overdueCapCents,
    overdueRule: terms.ruleOf('overdueCentsPerDay'),
  };
  return {
    item: { ...item, loans: item.loans + 1, use: { kind: 'loan', at: branch, loan } },
    fulfils: borrower.holds.filter((hold) => wants(hold, copy)),
  };
}

function refuseWhatIsNotThere({ item }: Copy, patron: string): void {
  const { use } = item;
  if (use?.kind === 'loan') throw refuse(use.loan.patron === patron ? 'lent-to-you' : 'on-loan');
  if (item.status === 'reference' || item.withdrawn || isHeldBack(item)) throw refuse('not-for-loan');
  const forPatron = use && 'hold' in use && use.hold?.patron === patron;
  if (!forPatron && statusOf(item) === 'onLoan') throw refuse('on-loan');
}

/** What another is to get, or what nobody knows to be here: the desk checks it in first. */
function isHeldForAnother({ use, ...item }: Item, patron: string): boolean {
  if (use === undefined ? item.status === 'available' : use.kind === 'shelf' || use.kind === 'sorting') return false;
  if (use && 'hold' in use && use.hold) return use.hold.patron !== patron;
  throw refuse('check-in-first');
}
