import { openCents } from '../../domain/circulation/decisions/debt.ts';
import type { HoldView } from '../../domain/circulation/holds.ts';
import { daysBetween, localDate } from '../../domain/local-date.ts';
import type { ShownFees } from '../../ui/pages/account/fees.ts';
import type { ShownPast } from '../../ui/pages/account/history.ts';
import type { EndedInVain, ShownHold } from '../../ui/pages/account/holds.ts';
import type { ShownLoan } from '../../ui/pages/account/loans.ts';
import { namedByHold, namedWorks } from './account-works.ts';
import type { PageDeps } from './deps.ts';

/** How long a patron is told of a hold that has come to nothing. */
const daysShown = 30;

type Deps = Pick<PageDeps, 'catalogue' | 'circulation'>;

/** What the pages of a patron show of loans, holds, fees and history. */
export function accountViews({ catalogue, circulation }: Deps) {
  async function shownHolds(views: readonly HoldView[]): Promise<ShownHold[]> {
    const works = await namedWorks(catalogue, views.map(namedByHold));
    return views.map(({ id, state, pickupBranch, position, waitDays, suspendedUntil, notNeededAfter, pickupNumber, pickupBy }, index) => ({
      id, state, pickupBranch, position, waitDays, suspendedUntil, notNeededAfter, pickupNumber, pickupBy, work: works[index] ?? unknownWork,
    })); // prettier-ignore
  }
  return {
    /** Those due first first. */
    async loans(patron: string): Promise<ShownLoan[]> {
      const views = (await circulation.loans.ofPatron(patron)).toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
      const works = await namedWorks(catalogue, views.map(({ recordId, title }) => ({ recordId, title }))); // prettier-ignore
      const today = localDate(new Date());
      return views.map(({ id, branch, lentOn, dueOn, renewals, accruedCents }, index) => ({
        id, branch, lentOn, dueOn, renewals, accruedCents, daysLeft: daysBetween(today, dueOn), work: works[index] ?? unknownWork,
      })); // prettier-ignore
    },
    holds: async (patron: string): Promise<ShownHold[]> => shownHolds(await circulation.holds.ofPatron(patron)),
    shownHolds,
    /** Those that have ended lately because no copy was left, the last first. */
    async endedInVain(patron: string): Promise<EndedInVain[]> {
      const { endedHolds } = await circulation.borrower(patron);
      const today = localDate(new Date());
      const lately = endedHolds.filter(({ state, on }) => state === 'withdrawn' && daysBetween(on, today) <= daysShown);
      const titles = await circulation.desk.titles(lately.flatMap(({ record }) => record ?? []));
      return lately.map(({ on, record = '' }) => ({ on, title: titles.get(record) ?? '' }));
    },
    async fees(patron: string): Promise<ShownFees> {
      const [{ debtCents, fees, payments }, loans] = await Promise.all([
        circulation.borrower(patron),
        circulation.loans.ofPatron(patron),
      ]);
      const works = await namedWorks(catalogue, fees.map(({ record }) => ({ recordId: record }))); // prettier-ignore
      const feeOf = new Map(fees.map((fee) => [fee.id, fee]));
      return {
        debtCents,
        accruedCents: loans.reduce((sum, { accruedCents }) => sum + accruedCents, 0),
        fees: fees.map((fee, index) => ({ id: fee.id, kind: fee.kind, on: fee.on, cents: fee.cents, openCents: openCents(fee), title: fee.record === undefined ? undefined : works[index]?.title })), // prettier-ignore
        receipts: payments
          .filter(({ state }) => state === 'paid')
          .toSorted((a, b) => b.startedAt.getTime() - a.startedAt.getTime())
          .map(({ id, cents, shares, startedAt }) => ({
            id,
            cents,
            on: localDate(startedAt),
            rows: shares.map((share) => {
              const { kind = 'other', on = localDate(startedAt) } = feeOf.get(share.fee) ?? {};
              return { kind, on, cents: share.cents };
            }),
          })),
      };
    },
    /** Those brought back last first. */
    async past(patron: string): Promise<ShownPast[]> {
      const all = (await circulation.history(patron)).toSorted((a, b) => (a.returnedOn < b.returnedOn ? 1 : -1));
      const works = await namedWorks(catalogue, all.map(({ record, title }) => ({ recordId: record, title }))); // prettier-ignore
      return all.map(({ lentOn, returnedOn }, index) => ({ lentOn, returnedOn, work: works[index] ?? unknownWork }));
    },
  };
}

const unknownWork = { id: undefined, title: '–', author: undefined };
