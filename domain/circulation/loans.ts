import type { Item } from '../catalogue/schema.ts';
import type { Loan } from '../catalogue/item-use.ts';
import { decideCheckout } from './decisions/checkout.ts';
import { overdueCents } from './decisions/overdue.ts';
import { decideRenewal } from './decisions/renewal.ts';
import {
  patronInGoodStanding,
  queueFor,
  refuseTooEarly,
  rulesToday,
  today,
  untilDone,
  type Actor,
  type CirculationDeps,
} from './deps.ts';
import { Refusal, refuse } from './refusal.ts';
import { endClaim, settledCopy, settleLoan } from './settle.ts';

export interface LoanView extends Pick<Loan, 'id' | 'branch' | 'lentOn' | 'dueOn' | 'renewals'> {
  readonly itemId: string;
  readonly recordId: string;
  readonly title: string;
  /** What it costs so far to be late, in cents; charged when it comes back. */
  readonly accruedCents: number;
}

export interface Loans {
  /** Lends a copy at a desk. With `loan`, the id it is to have, asking again gives the same loan. @throws Refusal */
  checkOut(wish: { patron: string; item: string; branch: string; loan?: string | undefined }): Promise<Loan>;
  /** @throws Refusal; the patron's own wish waits for their municipality's self-service */
  renew(patron: string, loanId: string, by?: Actor): Promise<Loan>;
  /** Each loan renewed, or the reason why not. */
  renewAll(patron: string, by?: Actor): Promise<{ loanId: string; outcome: Loan | Refusal }[]>;
  ofPatron(patron: string): Promise<LoanView[]>;
}

export function createLoans(deps: CirculationDeps): Loans {
  const { repository, copies, consortium, newId, now } = deps;

  async function renew(patron: string, loanId: string, by: Actor = 'patron'): Promise<Loan> {
    await patronInGoodStanding(deps, patron);
    await refuseTooEarly(deps, 'renewLoan', { patron, by });
    return untilDone(async () => {
      const borrower = await repository.borrower(patron);
      const slot = borrower.loans.find(({ loan }) => loan === loanId);
      if (!slot) throw refuse('loan-not-found');
      const copy = await settledCopy(deps, slot.item);
      if (copy.item.use?.kind !== 'loan' || copy.item.use.loan.id !== loanId) throw refuse('loan-not-found');
      const [queue, rules, calendar] = await Promise.all([
        queueFor(deps, [copy]),
        rulesToday(deps),
        consortium.calendar(copy.item.use.loan.branch),
      ]);
      const renewed = await copies.swap(copy, decideRenewal({ copy, borrower, queue, rules, calendar }));
      if (renewed?.item.following) await settledCopy(deps, slot.item);
      return renewed && loanIn(renewed.item);
    });
  }

  return {
    async checkOut({ patron, item: itemId, branch, loan: wanted }) {
      await patronInGoodStanding(deps, patron);
      return untilDone(async () => {
        const [copy, borrower] = await Promise.all([settledCopy(deps, itemId), repository.borrower(patron)]);
        const left = borrower.loans.find((one) => one.item === itemId && one.claim);
        if (left?.claim) {
          await settleLoan(deps, { patron, loan: left.loan, item: itemId, version: left.claim.version });
          return undefined;
        }
        const standing = loanIn(copy.item);
        if (standing && standing.id === wanted && standing.patron === patron) return standing;
        const [queue, rules, calendar] = await Promise.all([
          queueFor(deps, [copy]),
          rulesToday(deps),
          consortium.calendar(branch),
        ]);
        const loanId = wanted ?? newId();
        const decided = decideCheckout({ copy, borrower, queue, rules, branch, calendar, loanId });
        const { item, fulfils } = decided;
        const claim = { version: copy.item.version, at: now(), fulfils: [...fulfils] };
        const claimed = await repository.swap(borrower, {
          ...borrower,
          loans: [...borrower.loans, { loan: loanId, item: itemId, claim }],
          holds: borrower.holds.filter((hold) => !fulfils.includes(hold)),
        });
        if (!claimed) return undefined;
        const lent = await copies.swap(copy, item);
        await endClaim(deps, claimed, loanId, lent !== undefined);
        return lent && loanIn(lent.item);
      });
    },

    renew,

    async renewAll(patron, by) {
      const { loans } = await repository.borrower(patron);
      const outcomes: { loanId: string; outcome: Loan | Refusal }[] = [];
      for (const { loan: loanId } of loans) {
        const outcome = await renew(patron, loanId, by).catch((error: unknown) => {
          if (error instanceof Refusal) return error;
          throw error;
        });
        outcomes.push({ loanId, outcome });
      }
      return outcomes;
    },

    async ofPatron(patron) {
      const { loans } = await repository.borrower(patron);
      const items = await copies.items(loans.map(({ item }) => item));
      const titles = await copies.titles(items.map(({ recordId }) => recordId));
      const on = today(deps);
      return items.flatMap((item) => {
        const loan = loanIn(item);
        if (!loan || loan.patron !== patron) return [];
        const { id, branch, lentOn, dueOn, renewals } = loan;
        return [{ id, branch, lentOn, dueOn, renewals, itemId: item._id, recordId: item.recordId, title: titles.get(item.recordId) ?? '', accruedCents: overdueCents(loan, on) }]; // prettier-ignore
      });
    },
  };
}

const loanIn = ({ use }: Item): Loan | undefined => (use?.kind === 'loan' ? use.loan : undefined);
