import { createHash } from 'node:crypto';
import type { Context } from 'koa';
import { z } from 'zod';
import { CardNumber, NewPatron, PatronAccount } from '../../domain/accounts/schema.ts';
import type { Accounts } from '../../domain/accounts/service.ts';
import type { AuditEntry } from '../../domain/audit/schema.ts';
import type { Audit } from '../../domain/audit/service.ts';
import type { Circulation } from '../../domain/circulation/service.ts';
import { LocalDate, localDate } from '../../domain/local-date.ts';
import { endpoint } from '../endpoint.ts';
import { actorOf } from '../guards.ts';
import { problem, type ProblemName } from '../problems.ts';
import { FoundPatron, foundPatron, StaffPatron, staffPatronView } from './staff-patron-view.ts';

const none = z.strictObject({});
const Attempt = z.uuid();

const reading: readonly ProblemName[] = ['invalid-request', 'unauthorized', 'not-allowed', 'not-found', 'patron-not-found', 'storage-unavailable']; // prettier-ignore
const changing: readonly ProblemName[] = [...reading, 'cross-site', 'csrf-token-wrong'];
const sending: readonly ProblemName[] = [...changing, 'payload-too-large', 'unsupported-media-type'];

interface Deps {
  readonly accounts: Accounts;
  readonly audit: Audit;
  readonly circulation: Circulation;
}

/**
 * Patrons as staff see them and what staff do for them, each act noted in the audit log. One region, one card: staff of any
 * town serve everybody. What is done once only (`attempt`) may be asked for again.
 */
export function staffPatronEndpoints(deps: Deps) {
  const { accounts, audit, circulation } = deps;

  async function account(ctx: Context & { params: Record<string, string> }): Promise<PatronAccount> {
    const found = await accounts.find(String(ctx.params['id']));
    if (!found || found.deletedAt) throw problem('patron-not-found');
    return found;
  }
  /** `id` names what was done, whatever attempt was named: an act that is done is noted, though its attempt was used before. */
  const note = (ctx: Context, patron: string, entry: Omit<AuditEntry, '_id' | 'at' | 'by' | 'subject'>, id?: string) =>
    audit.note({ ...entry, ...(id !== undefined && { id: `${entry.act}:${patron}:${id}` }), by: actorOf(ctx), subject: `patron:${patron}` }); // prettier-ignore
  const view = async (id: string) => {
    const found = await accounts.find(id);
    if (!found) throw problem('patron-not-found');
    return staffPatronView(deps, found);
  };

  return [
    endpoint({
      method: 'get',
      path: '/staff/patrons',
      operationId: 'findPatron',
      summary: 'The patron of a card, with what they have, wait for and owe',
      staff: true,
      query: z.strictObject({ cardNumber: z.string().trim().min(1).max(300) }),
      answer: StaffPatron,
      problems: reading,
      async handle({ query: { cardNumber }, ctx }) {
        const found = await accounts.byCard(cardNumber);
        if (!found) throw problem('patron-not-found');
        await note(ctx, found._id, { act: 'patronSeen' });
        return staffPatronView(deps, found);
      },
    }),
    endpoint({
      method: 'get',
      path: '/staff/patrons/named',
      operationId: 'findPatronsByName',
      summary: 'Patrons whose names have words that begin like these, twenty at most',
      staff: true,
      query: z.strictObject({ name: z.string().trim().min(2).max(200) }),
      answer: z.object({ patrons: z.array(FoundPatron) }),
      problems: reading,
      async handle({ query: { name }, ctx }) {
        const found = await accounts.named(name);
        const after = { patrons: found.map(({ _id }) => _id) };
        await audit.note({ by: actorOf(ctx), act: 'patronsSought', subject: 'patrons', after });
        return { patrons: found.map(foundPatron) };
      },
    }),
    endpoint({
      method: 'get',
      path: '/staff/patrons/:id',
      operationId: 'getPatron',
      summary: 'A patron, with what they have, wait for and owe',
      staff: true,
      query: none,
      answer: StaffPatron,
      problems: reading,
      async handle({ ctx }) {
        const found = await account(ctx);
        await note(ctx, found._id, { act: 'patronSeen' });
        return staffPatronView(deps, found);
      },
    }),
    endpoint({
      method: 'post',
      path: '/staff/patrons',
      operationId: 'addPatron',
      summary: 'Gives somebody a card',
      staff: true,
      query: none,
      body: NewPatron.strict(),
      answer: z.object({ id: z.string(), cardNumber: z.string() }),
      problems: [...sending, 'card-number-taken'],
      async handle({ body, ctx }) {
        const { _id, cardNumber = '' } = await accounts.add(body);
        await note(ctx, _id, { act: 'cardGiven', after: { card: lastOf(cardNumber) } });
        return { id: _id, cardNumber };
      },
    }),
    endpoint({
      method: 'post',
      path: '/staff/patrons/:id/card',
      operationId: 'replaceCard',
      summary: 'Gives a patron another card, for the fee of the rules; the old one is worth nothing from then on',
      staff: true,
      query: none,
      body: z.strictObject({ cardNumber: CardNumber, attempt: Attempt }),
      answer: StaffPatron,
      problems: [...sending, 'card-number-taken'],
      async handle({ body: { cardNumber, attempt }, ctx }) {
        const { _id: id, ...before } = await account(ctx);
        if (before.cardNumber !== cardNumber) await accounts.replaceCard(id, cardNumber);
        const once = createHash('sha256').update(`${attempt} ${cardNumber}`).digest('base64url');
        await circulation.payments.chargeCard(id, once);
        await note(ctx, id, { act: 'cardReplaced', before: { card: lastOf(before.cardNumber) }, after: { card: lastOf(cardNumber) } }, once); // prettier-ignore
        return view(id);
      },
    }),
    endpoint({
      method: 'put',
      path: '/staff/patrons/:id/card-state',
      operationId: 'setCardState',
      summary: 'Blocks a card, or lets it be used again',
      staff: true,
      query: none,
      body: z.strictObject({ state: PatronAccount.shape.cardState, reason: z.string().trim().min(3).max(500) }),
      answer: StaffPatron,
      problems: sending,
      async handle({ body: { state, reason }, ctx }) {
        const { _id: id, cardState } = await account(ctx);
        if (cardState !== state) {
          await accounts.setCardState(id, state);
          await note(ctx, id, { act: 'cardStateSet', before: { state: cardState }, after: { state }, reason });
        }
        return view(id);
      },
    }),
    endpoint({
      method: 'put',
      path: '/staff/patrons/:id/block',
      operationId: 'blockPatron',
      summary: 'Lends and holds nothing to a patron, until the end of a day or until it is lifted',
      staff: true,
      query: none,
      body: z.strictObject({ reason: z.string().trim().min(3).max(500), until: LocalDate.optional() }),
      answer: StaffPatron,
      problems: [...sending, 'date-gone-by'],
      async handle({ body: { reason, until }, ctx }) {
        const { _id: id, block } = await account(ctx);
        const since = localDate(new Date());
        if (until !== undefined && until < since) throw problem('date-gone-by');
        await accounts.setBlock(id, { reason, since, until, by: actorOf(ctx) });
        await note(ctx, id, { act: 'blocked', before: { until: block?.until }, after: { until }, reason });
        return view(id);
      },
    }),
    endpoint({
      method: 'delete',
      path: '/staff/patrons/:id/block',
      operationId: 'liftBlock',
      summary: 'Lets a patron borrow and hold again',
      staff: true,
      query: none,
      answer: StaffPatron,
      problems: changing,
      async handle({ ctx }) {
        const { _id: id, block } = await account(ctx);
        if (block) {
          await accounts.setBlock(id, undefined);
          await note(ctx, id, { act: 'blockLifted', before: { until: block.until } });
        }
        return view(id);
      },
    }),
    endpoint({
      method: 'post',
      path: '/staff/patrons/:id/children',
      operationId: 'linkChild',
      summary: 'Lets a guardian see and act for a child’s card',
      staff: true,
      query: none,
      body: z.strictObject({ cardNumber: CardNumber }),
      answer: StaffPatron,
      problems: sending,
      async handle({ body: { cardNumber }, ctx }) {
        const { _id: id } = await account(ctx);
        const child = await accounts.byCard(cardNumber);
        if (!child) throw problem('patron-not-found');
        await accounts.linkChild(id, child._id);
        await note(ctx, id, { act: 'childLinked', after: { child: child._id } });
        return view(id);
      },
    }),
    endpoint({
      method: 'delete',
      path: '/staff/patrons/:id/children/:child',
      operationId: 'unlinkChild',
      summary: 'Ends that a guardian acts for a child’s card',
      staff: true,
      query: none,
      answer: StaffPatron,
      problems: changing,
      async handle({ ctx }) {
        const { _id: id } = await account(ctx);
        const child = String(ctx.params['child']);
        await accounts.unlinkChild(id, child);
        await note(ctx, id, { act: 'childUnlinked', before: { child } });
        return view(id);
      },
    }),
    endpoint({
      method: 'post',
      path: '/staff/patrons/:id/fees/:fee/waivers',
      operationId: 'waiveFee',
      summary: 'Lets a patron off some of a fee, for a reason',
      staff: true,
      query: none,
      body: z.strictObject({ cents: z.int().min(1), reason: z.string().trim().min(3).max(500), attempt: Attempt.optional() }), // prettier-ignore
      answer: z.object({ debtCents: z.int() }),
      problems: [...sending, 'fee-not-found', 'waiver-too-large'],
      async handle({ body: { cents, reason, attempt }, ctx }) {
        const { _id: id } = await account(ctx);
        const fee = String(ctx.params['fee']);
        const before = (await circulation.borrower(id)).debtCents;
        await circulation.payments.waive(id, fee, { id: attempt, cents, reason, by: actorOf(ctx) });
        const { debtCents } = await circulation.borrower(id);
        await note(ctx, id, { act: 'waived', before: { debtCents: before }, after: { debtCents, cents }, reason }, attempt && `${fee}:${attempt}`); // prettier-ignore
        return { debtCents };
      },
    }),
    endpoint({
      method: 'post',
      path: '/staff/patrons/:id/payments',
      operationId: 'takePayment',
      summary: 'Enters what a patron has paid at the desk: fees whole, all of them where none is named',
      staff: true,
      query: none,
      body: z.strictObject({ attempt: Attempt, fees: z.array(z.string().max(200)).min(1).max(500).optional() }),
      answer: z.object({ cents: z.int(), debtCents: z.int() }),
      problems: [...sending, 'fee-not-found', 'nothing-to-pay', 'payment-under-way'],
      async handle({ body: { attempt, fees }, ctx }) {
        const { _id: id } = await account(ctx);
        const wish = { id: attempt, fees: fees ?? ('all' as const), by: actorOf(ctx) };
        const { payment } = await circulation.payments.takeAtDesk(id, wish);
        const { debtCents } = await circulation.borrower(id);
        await note(ctx, id, { act: 'paid', after: { cents: payment.cents, debtCents } }, attempt);
        return { cents: payment.cents, debtCents };
      },
    }),
    endpoint({
      method: 'post',
      path: '/staff/patrons/:id/loans/:loan/renewal',
      operationId: 'renewForPatron',
      summary: 'Renews a loan for a patron',
      staff: true,
      query: none,
      answer: z.object({ loanId: z.string(), dueOn: LocalDate }),
      problems: [...changing, 'loan-not-found', 'card-blocked', 'requested-by-another', 'renewals-used-up', 'debt-limit-reached', 'overdue-too-long', 'due-date-stays'], // prettier-ignore
      async handle({ ctx }) {
        const { _id: id } = await account(ctx);
        const { id: loanId, dueOn } = await circulation.loans.renew(id, String(ctx.params['loan']), 'staff');
        await note(ctx, id, { act: 'renewed' });
        return { loanId, dueOn };
      },
    }),
  ];
}

const lastOf = (cardNumber: string | undefined) => `…${(cardNumber ?? '').slice(-4)}`;
