import { z } from 'zod';
import type { Accounts } from '../../domain/accounts/service.ts';
import { openCents } from '../../domain/circulation/decisions/debt.ts';
import { feeKinds } from '../../domain/circulation/schema.ts';
import type { Circulation } from '../../domain/circulation/service.ts';
import { LocalDate } from '../../domain/local-date.ts';
import { cardOf, CardQuery } from '../card.ts';
import { endpoint } from '../endpoint.ts';
import type { ProblemName } from '../problems.ts';

const Fee = z.object({
  id: z.string(),
  kind: z.enum(feeKinds),
  cents: z.int(),
  openCents: z.int(),
  on: LocalDate,
  rule: z.string(),
  /** Of what it is for, as long as some of it is open. */
  recordId: z.string().optional(),
});
const Payment = z.object({ id: z.string(), state: z.enum(['started', 'paid', 'failed']), cents: z.int() });

const reading: readonly ProblemName[] = ['invalid-request', 'unauthorized', 'not-allowed', 'storage-unavailable'];

/** Fees of a patron, and paying them with the provider: no card data comes near us. */
export const moneyEndpoints = ({
  accounts,
  circulation,
  publicUrl,
}: {
  accounts: Accounts;
  circulation: Circulation;
  publicUrl: string;
}) => [
  endpoint({
    method: 'get',
    path: '/me/fees',
    operationId: 'getFees',
    summary: 'What is owed, in cents: fees charged, and what late loans have come to so far',
    patron: true,
    query: CardQuery,
    answer: z.object({ debtCents: z.int(), accruedCents: z.int(), fees: z.array(Fee) }),
    problems: reading,
    async handle({ query, ctx }) {
      const patron = await cardOf(ctx, query, accounts);
      const [{ debtCents, fees }, loans] = await Promise.all([
        circulation.borrower(patron),
        circulation.loans.ofPatron(patron),
      ]);
      return {
        debtCents,
        accruedCents: loans.reduce((sum, { accruedCents }) => sum + accruedCents, 0),
        fees: fees.map((fee) => {
          const { id, kind, cents, on, rule, record } = fee;
          return { id, kind, cents, openCents: openCents(fee), on, rule, recordId: record };
        }),
      };
    },
  }),
  endpoint({
    method: 'post',
    path: '/me/payments',
    operationId: 'pay',
    summary: 'Begins to pay fees, all of them where none is named; gives the address where that is done',
    patron: true,
    query: CardQuery,
    body: z.strictObject({ fees: z.array(z.string().max(200)).min(1).max(500).optional() }),
    answer: Payment.extend({ url: z.string() }),
    problems: [...reading, 'cross-site', 'csrf-token-wrong', 'payload-too-large', 'unsupported-media-type', 'fee-not-found', 'nothing-to-pay', 'payment-under-way', 'online-payment-closed', 'self-service-not-started'], // prettier-ignore
    async handle({ query, body: { fees }, ctx }) {
      const patron = await cardOf(ctx, query, accounts);
      const { payment, url } = await circulation.payments.pay(patron, {
        fees: fees ?? 'all',
        returnTo: `${publicUrl}/account/fees`,
      });
      const { id, state, cents } = payment;
      return { id, state, cents, url };
    },
  }),
  endpoint({
    method: 'get',
    path: '/me/payments/:id',
    operationId: 'getPayment',
    summary: 'What has come of a payment',
    patron: true,
    query: CardQuery,
    answer: Payment,
    problems: [...reading, 'nothing-to-pay'],
    async handle({ query, ctx }) {
      const patron = await cardOf(ctx, query, accounts);
      const { id, state, cents } = await circulation.payments.paymentState(patron, String(ctx.params['id']));
      return { id, state, cents };
    },
  }),
];
