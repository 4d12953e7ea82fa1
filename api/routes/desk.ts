import { z } from 'zod';
import { NewPatron } from '../../domain/accounts/schema.ts';
import type { Accounts } from '../../domain/accounts/service.ts';
import { placeOf, statusOf } from '../../domain/catalogue/item-status.ts';
import type { Item } from '../../domain/catalogue/schema.ts';
import { itemStatuses } from '../../domain/catalogue/schema.ts';
import { RuleSet } from '../../domain/circulation/rules/schema.ts';
import type { Circulation } from '../../domain/circulation/service.ts';
import { LocalDate, localDate } from '../../domain/local-date.ts';
import { endpoint } from '../endpoint.ts';
import { actorOf } from '../guards.ts';
import { problem, type ProblemName } from '../problems.ts';

const id = z.string().trim().min(1).max(300);
const ItemAnswer = z.object({
  id: z.string(),
  recordId: z.string(),
  branch: z.string(),
  place: z.string(),
  status: z.enum(itemStatuses),
  /** Of copies on the road. */
  to: z.string().optional(),
  since: z.iso.datetime().optional(),
});
const Instruction = z.discriminatedUnion('do', [
  z.object({ do: z.literal('shelf') }),
  z.object({ do: z.literal('holdShelf'), pickupNumber: z.int(), pickupBy: LocalDate }),
  z.object({ do: z.literal('transport'), to: z.string(), forHold: z.boolean() }),
]);
const Scan = z.strictObject({ itemId: id, branch: id });

const reading: readonly ProblemName[] = ['invalid-request', 'unauthorized', 'not-allowed', 'not-found', 'storage-unavailable']; // prettier-ignore
const sending: readonly ProblemName[] = [...reading, 'cross-site', 'csrf-token-wrong', 'payload-too-large', 'unsupported-media-type', 'item-not-found', 'patron-not-found']; // prettier-ignore

/** The desk: one scan, one answer. */
export const deskEndpoints = ({ accounts, circulation }: { accounts: Accounts; circulation: Circulation }) => [
  endpoint({
    method: 'post',
    path: '/staff/desk/checkouts',
    operationId: 'checkOut',
    summary: 'Lends a copy to the card that was scanned',
    staff: true,
    query: z.strictObject({}),
    body: Scan.extend({ cardNumber: id }),
    answer: z.object({ loanId: z.string(), dueOn: LocalDate }),
    problems: [...sending, 'card-blocked', 'not-for-loan', 'on-loan', 'lent-to-you', 'check-in-first', 'requested-by-another', 'loan-limit-reached', 'debt-limit-reached'], // prettier-ignore
    async handle({ body: { cardNumber, itemId: item, branch } }) {
      const account = await accounts.byCard(cardNumber);
      if (!account) throw problem('patron-not-found');
      const { id: loanId, dueOn } = await circulation.loans.checkOut({ patron: account._id, item, branch });
      return { loanId, dueOn };
    },
  }),
  endpoint({
    method: 'post',
    path: '/staff/desk/checkins',
    operationId: 'checkIn',
    summary: 'Takes in a copy, from wherever it comes, and tells what to do with it',
    staff: true,
    query: z.strictObject({}),
    body: Scan,
    answer: z.object({ item: ItemAnswer, instruction: Instruction }),
    problems: sending,
    async handle({ body: { itemId, branch } }) {
      const { item, instruction } = await circulation.desk.checkIn(itemId, branch);
      return { item: present(item), instruction };
    },
  }),
  endpoint({
    method: 'post',
    path: '/staff/desk/missing',
    operationId: 'reportMissing',
    summary: 'Reports a copy that is not where it should be; who waits for it gets another',
    staff: true,
    query: z.strictObject({}),
    body: z.strictObject({ itemId: id }),
    answer: ItemAnswer,
    problems: [...sending, 'on-loan'],
    handle: async ({ body: { itemId } }) => present(await circulation.desk.reportMissing(itemId)),
  }),
  endpoint({
    method: 'get',
    path: '/staff/pull-list',
    operationId: 'getPullList',
    summary: 'Copies to be fetched from the shelves of a branch',
    staff: true,
    query: z.strictObject({ branch: id }),
    answer: z.object({ items: z.array(ItemAnswer) }),
    problems: reading,
    handle: async ({ query: { branch } }) => ({ items: (await circulation.desk.pullList(branch)).map(present) }),
  }),
  endpoint({
    method: 'get',
    path: '/staff/transports',
    operationId: 'getTransports',
    summary: 'What is on the road and since when, the longest first',
    staff: true,
    query: z.strictObject({ from: id.optional(), to: id.optional() }),
    answer: z.object({ items: z.array(ItemAnswer) }),
    problems: reading,
    handle: async ({ query: { from, to } }) => ({
      items: (await circulation.desk.onTheRoad({ ...(from && { from }), ...(to && { to }) })).map(present),
    }),
  }),
  endpoint({
    method: 'post',
    path: '/staff/transports',
    operationId: 'send',
    summary: 'Puts a copy of the pull list on the road',
    staff: true,
    query: z.strictObject({}),
    body: Scan,
    answer: z.object({ item: ItemAnswer, instruction: Instruction }),
    problems: [...sending, 'not-to-be-sent'],
    async handle({ body: { itemId, branch } }) {
      const { item, instruction } = await circulation.desk.send(itemId, branch);
      return { item: present(item), instruction };
    },
  }),
  endpoint({
    method: 'get',
    path: '/staff/patrons',
    operationId: 'findPatron',
    summary: 'The patron of a card, with what they have and owe',
    staff: true,
    query: z.strictObject({ cardNumber: id }),
    answer: z.object({
      id: z.string(),
      name: z.string(),
      municipality: z.string(),
      cardState: z.string(),
      loans: z.int(),
      holds: z.int(),
      debtCents: z.int(),
    }),
    problems: [...reading, 'patron-not-found'],
    async handle({ query: { cardNumber } }) {
      const account = await accounts.byCard(cardNumber);
      if (!account) throw problem('patron-not-found');
      const { loans, holds, debtCents } = await circulation.borrower(account._id);
      const { _id: patron, name, municipality, cardState } = account;
      return { id: patron, name, municipality, cardState, loans: loans.length, holds: holds.length, debtCents };
    },
  }),
  endpoint({
    method: 'post',
    path: '/staff/patrons',
    operationId: 'addPatron',
    summary: 'Gives somebody a card',
    staff: true,
    query: z.strictObject({}),
    body: NewPatron.omit({ roles: true, serves: true }).strict(),
    answer: z.object({ id: z.string(), cardNumber: z.string() }),
    problems: [...sending, 'card-number-taken'],
    async handle({ body }) {
      const { _id, cardNumber = '' } = await accounts.add({ ...body, roles: ['patron'] });
      return { id: _id, cardNumber };
    },
  }),
  endpoint({
    method: 'post',
    path: '/staff/patrons/:id/fees/:fee/waivers',
    operationId: 'waiveFee',
    summary: 'Lets a patron off some of a fee, for a reason',
    staff: true,
    query: z.strictObject({}),
    body: z.strictObject({ cents: z.int().min(1), reason: z.string().trim().min(3).max(500) }),
    answer: z.object({ debtCents: z.int() }),
    problems: [...sending, 'fee-not-found', 'waiver-too-large'],
    async handle({ body, ctx }) {
      const patron = String(ctx.params['id']);
      await circulation.payments.waive(patron, String(ctx.params['fee']), { ...body, by: actorOf(ctx) });
      return { debtCents: (await circulation.borrower(patron)).debtCents };
    },
  }),
  endpoint({
    method: 'get',
    path: '/staff/rules',
    operationId: 'getRules',
    summary: 'The rules of use, the last set first',
    staff: true,
    query: z.strictObject({}),
    answer: z.object({ ruleSets: z.array(RuleSet) }),
    problems: reading,
    handle: async () => ({ ruleSets: await circulation.rules.all() }),
  }),
  endpoint({
    method: 'post',
    path: '/staff/rules',
    operationId: 'setRules',
    summary: 'Sets the rules of use from today or a later day on',
    staff: true,
    query: z.strictObject({}),
    body: RuleSet.omit({ _id: true }).strict(),
    answer: RuleSet,
    problems: [...sending, 'date-gone-by'],
    async handle({ body }) {
      const today = localDate(new Date());
      if (body.from < today) throw problem('date-gone-by');
      return circulation.rules.set(body, today);
    },
  }),
];

function present(item: Item): z.infer<typeof ItemAnswer> {
  const { use } = item;
  return {
    id: item._id,
    recordId: item.recordId,
    branch: item.branch,
    place: placeOf(item),
    status: statusOf(item),
    ...(use?.kind === 'transit' && { to: use.to }),
    ...(use && 'since' in use && { since: use.since.toISOString() }),
  };
}
