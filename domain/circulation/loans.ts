import type { Copy } from '../catalogue/copies.ts';
import type { Item } from '../catalogue/schema.ts';
import { municipalityOfBranch } from '../consortium/distance.ts';
import type { Loan } from '../catalogue/item-use.ts';
import { decideCheckout } from './decisions/checkout.ts';
import { overdueCents } from './decisions/overdue.ts';
import { decideRenewal } from './decisions/renewal.ts';
import {
  accruedCents,
  patronInGoodStanding,
  queueFor,
  refuseTooEarly,
  refuseUnknownBranch,
  rulesToday,
  today,
  untilDone,
  type Actor,
  type CirculationDeps,
} from './deps.ts';
import { Refusal, refuse } from './refusal.ts';
import type { Borrower, Hold } from './schema.ts';
import { endClaim, settledCopy, settleLoan, takeBackLoan } from './settle.ts';

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

  /** What else a loan of a copy depends on: who waits, for which copies, under which rules, and when the branch is open. */
  async function around(copy: Copy, branch: string) {
    const [queue, rules, calendar] = await Promise.all([
      queueFor(deps, [copy]),
      rulesToday(deps),
      consortium.calendar(branch),
    ]);
    const shelf = queue.length > 0 ? await copies.ofWork(copy.workId) : [copy];
    return { queue, shelf, rules, calendar };
  }

  async function renew(patron: string, loanId: string, by: Actor = 'patron'): Promise<Loan> {
    await patronInGoodStanding(deps, patron);
    await refuseTooEarly(deps, 'renewLoan', { patron, by });
    return untilDone(async () => {
      const borrower = await repository.borrower(patron);
      const slot = borrower.loans.find(({ loan }) => loan === loanId);
      if (!slot) throw refuse('loan-not-found');
      const copy = await settledCopy(deps, slot.item);
      if (copy.item.use?.kind !== 'loan' || copy.item.use.loan.id !== loanId) throw refuse('loan-not-found');
      const circumstances = await around(copy, copy.item.use.loan.branch);
      const renewed = await copies.swap(copy, decideRenewal({ copy, borrower, ...circumstances }));
      if (renewed) deps.count?.({ kind: 'renewal' });
      if (renewed?.item.following) await settledCopy(deps, slot.item);
      return renewed && loanIn(renewed.item);
    });
  }

  /** A place among the loans of a patron, before the copy is written; false where another has changed the borrower since. */
  async function claim(
    borrower: Borrower,
    { loan, item, version, fulfils }: { loan: string; item: string; version: number; fulfils: readonly Hold[] },
  ): Promise<boolean> {
    const slot = { loan, item, claim: { version, at: now(), fulfils: [...fulfils] } };
    const holds = borrower.holds.filter((hold) => !fulfils.includes(hold));
    return (await repository.swap(borrower, { ...borrower, loans: [...borrower.loans, slot], holds })) !== undefined;
  }

  return {
    async checkOut({ patron, item: itemId, branch, loan: wanted }) {
      const { municipality } = await patronInGoodStanding(deps, patron);
      refuseUnknownBranch(branch);
      return untilDone(async () => {
        const [copy, borrower] = await Promise.all([settledCopy(deps, itemId), repository.borrower(patron)]);
        const standing = loanIn(copy.item);
        if (standing && standing.id === wanted && standing.patron === patron) return standing;
        const slot = borrower.loans.find((one) => one.item === itemId);
        // one of the two was read before the other was written
        if (slot && !slot.claim && !standing) return undefined;
        if (slot?.claim && slot.claim.version > copy.item.version) return undefined;
        const isSameWish = slot?.claim?.version === copy.item.version && slot.loan === wanted;
        if (slot?.claim && !isSameWish) {
          await settleLoan(deps, { patron, loan: slot.loan, item: itemId, version: slot.claim.version });
          return undefined;
        }
        const [circumstances, accrued] = await Promise.all([around(copy, branch), accruedCents(deps, borrower)]);
        const loanId = wanted ?? newId();
        const before = isSameWish ? takeBackLoan(borrower, loanId) : borrower;
        const decided = decideCheckout({ copy, borrower: before, accrued, branch, loanId, ...circumstances });
        const { item, fulfils } = decided;
        const { version } = copy.item;
        // who asks for the same loan again helps to write it, instead of undoing it
        const claimed = isSameWish || (await claim(borrower, { loan: loanId, item: itemId, version, fulfils }));
        if (!claimed) return undefined;
        const lent = await copies.swap(copy, item);
        if (lent) deps.count?.({ kind: 'loan', from: municipalityOfBranch(copy.item.branch, today(deps)), to: municipality, format: copy.format }); // prettier-ignore
        if (lent) await endClaim(deps, patron, { loan: loanId, version }, true);
        else await settleLoan(deps, { patron, loan: loanId, item: itemId, version });
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
