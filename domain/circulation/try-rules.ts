import type { LocalDate } from '../local-date.ts';
import { decideCheckout } from './decisions/checkout.ts';
import { decideHold } from './decisions/hold-placement.ts';
import { accruedCents, patronInGoodStanding, queueFor, refuseUnknownBranch, type CirculationDeps } from './deps.ts';
import { Refusal, refuse } from './refusal.ts';
import { rulesOn, type MaterialTerms } from './rules/rule-for.ts';
import type { RuleSet } from './rules/schema.ts';

/** What would happen to a patron and a copy, by rules that need not be in force. */
export interface RuleTrial {
  readonly title: string;
  /** What binds a loan of this copy, and which rule each of it comes from. */
  readonly terms: MaterialTerms;
  /** The day a loan would be due, or why there would be none. */
  readonly loan: LocalDate | Refusal;
  readonly hold: 'placed' | Refusal;
}

export interface RuleTrialWish {
  readonly patron: string;
  readonly item: string;
  /** Where it would be lent and picked up. */
  readonly branch: string;
  readonly on: LocalDate;
  /** Rules to try beside those that are set; they count on the days on which they would. */
  readonly drafted?: Omit<RuleSet, '_id'> | undefined;
}

/**
 * Decides a loan and a hold as they would be decided, and writes nothing.
 * @throws Refusal where there is no such patron, copy or branch
 */
export async function tryRules(
  deps: CirculationDeps,
  { patron, item, branch, on, drafted }: RuleTrialWish,
): Promise<RuleTrial> {
  const { copies, consortium, repository, rules: book } = deps;
  refuseUnknownBranch(branch);
  if (!(await deps.patrons.find(patron))) throw refuse('patron-not-found');
  const copy = await copies.find(item);
  if (!copy) throw refuse('item-not-found');
  const [sets, borrower, calendar, shelf, queue, titles] = await Promise.all([
    book.all(),
    repository.borrower(patron),
    consortium.calendar(branch),
    copies.ofWork(copy.workId),
    queueFor(deps, [copy]),
    copies.titles([copy.item.recordId]),
  ]);
  const last = Math.max(0, ...sets.map(({ _id }) => _id));
  const rules = rulesOn(drafted ? [...sets, { ...drafted, _id: last + 1 }] : sets, on);
  const accrued = await accruedCents(deps, borrower);
  const standing = await refusedOr(() => patronInGoodStanding(deps, patron));
  const loan = async () => {
    const { item: lent } = decideCheckout({ copy, borrower, accrued, queue, shelf, rules, branch, calendar, loanId: 'trial' }); // prettier-ignore
    return lent.use?.kind === 'loan' ? lent.use.loan.dueOn : on;
  };
  const hold = async () => {
    const wish = { target: copy.targets[0] ?? item, pickupBranch: branch };
    decideHold(wish, { id: 'trial', place: 1, at: deps.now() }, { borrower, copies: shelf, rules, accrued });
    return 'placed' as const;
  };
  return {
    title: titles.get(copy.item.recordId) ?? '',
    terms: rules.termsFor({ ...copy, acquiredOn: copy.item.acquiredOn }),
    loan: standing instanceof Refusal ? standing : await refusedOr(loan),
    hold: standing instanceof Refusal ? standing : await refusedOr(hold),
  };
}

async function refusedOr<T>(decide: () => Promise<T>): Promise<T | Refusal> {
  try {
    return await decide();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}
