import { debtOf, openCents } from './decisions/debt.ts';
import { amend, type CirculationDeps } from './deps.ts';
import type { Holds } from './holds.ts';
import type { Loans } from './loans.ts';
import { movePatron } from './move-patron.ts';
import { Refusal } from './refusal.ts';

/** What circulation keeps of a patron, for exports and deletions; accounts ask for it. */
export function circulationRecords(deps: CirculationDeps, { loans, holds }: { loans: Loans; holds: Holds }) {
  const { repository } = deps;
  return {
    name: 'circulation',

    async export(patron: string) {
      const { fees, payments, endedHolds } = await repository.borrower(patron);
      return {
        loans: await loans.ofPatron(patron),
        holds: await holds.ofPatron(patron),
        endedHolds,
        fees: fees.map((fee) => ({ ...fee, openCents: openCents(fee) })),
        payments,
        history: await repository.pastLoans(patron),
      };
    },

    async hindrance(patron: string) {
      const borrower = await repository.borrower(patron);
      if (borrower.loans.length > 0) return 'loans-open' as const;
      return debtOf(borrower) > 0 ? ('fees-open' as const) : undefined;
    },

    async count(patron: string) {
      const { loans, holds, fees } = await repository.borrower(patron);
      const history = await repository.countPastLoans(patron);
      return { loans: loans.length, holds: holds.length, fees: fees.filter((fee) => openCents(fee) > 0).length, history }; // prettier-ignore
    },

    move: (from: string, to: string) => movePatron(deps, from, to),

    /** Fees and payments stay, as the accounts of the municipalities need them. */
    async erase(patron: string) {
      for (const { id } of (await repository.borrower(patron)).holds) {
        await holds.cancel(patron, id).catch((error: unknown) => {
          if (!(error instanceof Refusal)) throw error;
        });
      }
      await amend(deps, patron, (borrower) =>
        borrower.endedHolds.length > 0 ? { ...borrower, endedHolds: [] } : borrower,
      );
      await repository.forgetPastLoans(patron);
    },
  };
}
