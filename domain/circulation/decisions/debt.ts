import type { LocalDate } from '../../local-date.ts';
import { refuse } from '../refusal.ts';
import type { Rules } from '../rules/rule-for.ts';
import type { Borrower, Fee, Payment } from '../schema.ts';

export const openCents = ({ cents, paidCents, waivedCents }: Fee): number => cents - paidCents - waivedCents;

/** What a patron owes, in cents: fees that were charged; what late loans will cost is charged when they come back. */
export const debtOf = ({ fees }: Borrower): number => fees.reduce((sum, fee) => sum + openCents(fee), 0);

/**
 * `accruedCents` is what late loans have come to, which counts as well where the patron wants more from us.
 * @throws Refusal where the patron owes as much as the rules bear, or more
 */
export function refuseDebtors(borrower: Borrower, rules: Rules, accruedCents = 0): void {
  const debt = debtOf(borrower) + accruedCents;
  const limit = rules.patrons.debtLimitCents;
  if (debt < limit) return;
  const accrued = accruedCents > 0 ? { accrued: accruedCents } : {};
  throw refuse('debt-limit-reached', { rule: rules.nameOf('debtLimitCents'), limit, debt, ...accrued });
}

/** A fee more; the same again where it was charged already. */
export function charge(
  borrower: Borrower,
  { id, kind, cents, on, rule, record }: Pick<Fee, 'id' | 'kind' | 'cents' | 'on' | 'rule' | 'record'>,
): Borrower {
  if (borrower.fees.some((fee) => fee.id === id)) return borrower;
  const about = record === undefined ? {} : { record };
  const fee: Fee = { id, kind, cents, on, rule, ...about, paidCents: 0, waivedCents: 0, waivers: [] };
  return { ...borrower, fees: [...borrower.fees, fee] };
}

/** Lets a patron off some of a fee. @throws Refusal for more than is open and not being paid */
export function waive(
  borrower: Borrower,
  feeId: string,
  { id: waiver, cents, reason, by, on }: { id?: string | undefined; cents: number; reason: string; by: string; on: LocalDate }, // prettier-ignore
): Borrower {
  const fee = borrower.fees.find(({ id }) => id === feeId);
  if (!fee) throw refuse('fee-not-found');
  if (waiver !== undefined && fee.waivers.some(({ id }) => id === waiver)) return borrower;
  const most = openCents(fee) - underWay(borrower, feeId);
  if (cents > most) throw refuse('waiver-too-large', { open: most });
  const waivers = [...fee.waivers, { ...(waiver !== undefined && { id: waiver }), cents, reason, by, on }];
  const waived = forgetful({ ...fee, waivedCents: fee.waivedCents + cents, waivers });
  return { ...borrower, fees: borrower.fees.map((one) => (one === fee ? waived : one)) };
}

/**
 * A payment of these fees whole, about to be made. A fee is paid by one payment at a time.
 * @throws Refusal where nothing of them is open, or one of them is being paid
 */
export function startPayment(
  borrower: Borrower,
  { id, fees, at, takenBy }: { id: string; fees: readonly string[] | 'all'; at: Date; takenBy?: string },
): { borrower: Borrower; payment: Payment } {
  const chosen = borrower.fees.filter((fee) => fees === 'all' || fees.includes(fee.id));
  if (fees !== 'all' && chosen.length < new Set(fees).size) throw refuse('fee-not-found');
  const due = chosen.filter((fee) => openCents(fee) > 0);
  if (due.length === 0) throw refuse('nothing-to-pay');
  if (due.some((fee) => underWay(borrower, fee.id) > 0)) throw refuse('payment-under-way');
  const shares = due.map((fee) => ({ fee: fee.id, cents: openCents(fee) }));
  const cents = shares.reduce((sum, share) => sum + share.cents, 0);
  const payment: Payment = { id, state: 'started', cents, shares, startedAt: at, ...(takenBy !== undefined && { takenBy }) }; // prettier-ignore
  return { borrower: { ...borrower, payments: [...borrower.payments, payment] }, payment };
}

/** A payment of just these fees that has not come to anything yet. */
export function openPayment(borrower: Borrower, fees: readonly string[] | 'all'): Payment | undefined {
  const due = borrower.fees.filter((fee) => openCents(fee) > 0 && (fees === 'all' || fees.includes(fee.id)));
  const wanted = due.map((fee) => `${fee.id} ${openCents(fee)}`).toSorted();
  return borrower.payments.find(({ state, shares }) => {
    const own = shares.map(({ fee, cents }) => `${fee} ${cents}`).toSorted();
    return state === 'started' && own.length === wanted.length && own.every((share, nth) => share === wanted[nth]);
  });
}

/** What the provider says of a payment that was started, entered once. */
export function endPayment(borrower: Borrower, id: string, state: 'paid' | 'failed'): Borrower {
  const payment = borrower.payments.find((one) => one.id === id);
  if (payment?.state !== 'started') return borrower;
  const payments = borrower.payments.map((one) => (one === payment ? { ...one, state } : one));
  if (state === 'failed') return { ...borrower, payments };
  const paid = new Map(payment.shares.map(({ fee, cents }) => [fee, cents]));
  const fees = borrower.fees.map((fee) => forgetful({ ...fee, paidCents: fee.paidCents + (paid.get(fee.id) ?? 0) }));
  return { ...borrower, payments, fees };
}

/** A fee of which nothing is open does not say what it was for. */
function forgetful({ record, ...fee }: Fee): Fee {
  return record !== undefined && openCents(fee) > 0 ? { ...fee, record } : fee;
}

const underWay = ({ payments }: Borrower, feeId: string): number =>
  payments
    .filter(({ state }) => state === 'started')
    .flatMap(({ shares }) => shares)
    .filter(({ fee }) => fee === feeId)
    .reduce((sum, { cents }) => sum + cents, 0);
