import { charge, endPayment, openPayment, startPayment, waive } from './decisions/debt.ts';
import { amend, untilDone, refuseTooEarly, rulesToday, today, type Actor, type CirculationDeps } from './deps.ts';
import { refuse } from './refusal.ts';
import type { Borrower, Payment } from './schema.ts';

export interface Payments {
  /**
   * Begins to pay fees whole, and gives the address where that is done. Who has left it and asks again for the same fees gets
   * the same payment.
   * @throws Refusal; the patron's own payment waits for their municipality's self-service
   */
  pay(
    patron: string,
    wish: { fees: readonly string[] | 'all'; returnTo: string },
    by?: Actor,
  ): Promise<{ payment: Payment; url: string }>;
  /** Enters what the provider says has come of a payment. @throws Refusal where there is none */
  paymentState(patron: string, paymentId: string): Promise<Payment>;
  /** Enters what a patron has paid at a desk: fees whole. Asking again with the same id changes nothing. @throws Refusal */
  takeAtDesk(
    patron: string,
    wish: { id: string; fees: readonly string[] | 'all'; by: string },
  ): Promise<{ payment: Payment; borrower: Borrower }>;
  /** Lets a patron off some of a fee; once, where the waiver has an id. @throws Refusal */
  waive(
    patron: string,
    feeId: string,
    waiver: { id?: string | undefined; cents: number; reason: string; by: string },
  ): Promise<Borrower>;
  /** Charges for a new card; `id` tells one replacement from another. */
  chargeCard(patron: string, id: string): Promise<Borrower>;
}

export function createPayments(deps: CirculationDeps): Payments {
  return {
    async pay(patron, { fees, returnTo }, by = 'patron') {
      await refuseTooEarly(deps, 'payFees', { patron, by });
      if (!deps.payments.isOpen) throw refuse('online-payment-closed');
      return untilDone(async () => {
        const { payments } = await deps.repository.borrower(patron);
        for (const { id, state } of payments) if (state === 'started') await enterOutcome(deps, patron, id);
        const newId = deps.newId();
        let payment: Payment | undefined;
        await amend(deps, patron, (borrower) => {
          payment = openPayment(borrower, fees);
          if (payment) return borrower;
          const started = startPayment(borrower, { id: newId, fees, at: deps.now() });
          payment = started.payment;
          return started.borrower;
        });
        if (!payment) throw refuse('nothing-to-pay');
        const { id, cents } = payment;
        try {
          const { url } = await deps.payments.begin({ id, cents, returnTo });
          return { payment, url };
        } catch (error) {
          if ((await deps.payments.outcome(id)) !== 'failed') throw error;
          return undefined; // it was given up a moment ago: another one begins
        }
      });
    },

    async paymentState(patron, paymentId) {
      const after = await enterOutcome(deps, patron, paymentId);
      const payment = after.payments.find(({ id }) => id === paymentId);
      if (!payment) throw refuse('nothing-to-pay');
      return payment;
    },

    async takeAtDesk(patron, { id, fees, by }) {
      const taken = ({ payments }: Borrower) => payments.find((payment) => payment.id === id);
      const borrower = await amend(deps, patron, (before) => {
        if (taken(before)) return before;
        const started = startPayment(before, { id, fees, at: deps.now(), takenBy: by });
        return endPayment(started.borrower, id, 'paid');
      });
      const payment = taken(borrower);
      if (!payment) throw refuse('nothing-to-pay');
      return { payment, borrower };
    },

    waive: (patron, feeId, waiver) =>
      amend(deps, patron, (borrower) => waive(borrower, feeId, { ...waiver, on: today(deps) })),

    async chargeCard(patron, id) {
      const rules = await rulesToday(deps);
      const cents = rules.patrons.cardReplacementCents;
      const fee = { id: `card:${id}`, kind: 'cardReplacement' as const, cents, on: rules.on, rule: rules.nameOf('cardReplacementCents') }; // prettier-ignore
      return amend(deps, patron, (borrower) => (cents === 0 ? borrower : charge(borrower, fee)));
    },
  };
}

async function enterOutcome(deps: CirculationDeps, patron: string, id: string, giveUp = false): Promise<Borrower> {
  const told = await deps.payments.outcome(id);
  const outcome = told === 'open' && giveUp ? await deps.payments.close(id) : told;
  return amend(deps, patron, (borrower) => (outcome === 'open' ? borrower : endPayment(borrower, id, outcome)));
}

/** Sees to it that a payment comes to an end now: what was not paid yet is not paid by it. */
export const givePaymentUp = (deps: CirculationDeps, patron: string, id: string): Promise<Borrower> =>
  enterOutcome(deps, patron, id, true);

/** A payment that is open for longer than this is given up: the patron has gone away. */
const longestPaymentMs = 60 * 60_000;

/** Asks the provider about payments of which nothing more was heard. */
export async function settlePayments(
  deps: CirculationDeps,
  patron: string,
  isOld: (claim: { at: Date }) => boolean,
): Promise<void> {
  const { payments } = await deps.repository.borrower(patron);
  for (const { id, state, startedAt } of payments) {
    if (state !== 'started' || !isOld({ at: startedAt })) continue;
    await enterOutcome(deps, patron, id, deps.now().getTime() - startedAt.getTime() > longestPaymentMs);
  }
}
