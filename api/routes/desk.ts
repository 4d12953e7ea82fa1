import type { Context } from 'koa';
import { z } from 'zod';
import type { Accounts } from '../../domain/accounts/service.ts';
import { placeOf, statusOf } from '../../domain/catalogue/item-status.ts';
import type { Item } from '../../domain/catalogue/schema.ts';
import { itemStatuses } from '../../domain/catalogue/schema.ts';
import { AuditedAct } from '../../domain/audit/schema.ts';
import type { Audit } from '../../domain/audit/service.ts';
import type { Circulation } from '../../domain/circulation/service.ts';
import { LocalDate } from '../../domain/local-date.ts';
import { endpoint } from '../endpoint.ts';
import { actorOf } from '../guards.ts';
import { problem, type ProblemName } from '../problems.ts';

const id = z.string().trim().min(1).max(300);
const ItemAnswer = z.object({
  id: z.string(),
  recordId: z.string(),
  title: z.string(),
  shelfMark: z.string().optional(),
  branch: z.string(),
  place: z.string(),
  /** Where it is, or was last. */
  at: z.string(),
  status: z.enum(itemStatuses),
  /** Of copies on the road, or to be sent. */
  to: z.string().optional(),
  since: z.iso.datetime().optional(),
});
export type DeskItem = z.infer<typeof ItemAnswer>;
const Instruction = z.discriminatedUnion('do', [
  z.object({ do: z.literal('shelf') }),
  z.object({ do: z.literal('holdShelf'), pickupNumber: z.int(), pickupBy: LocalDate }),
  z.object({ do: z.literal('transport'), to: z.string(), forHold: z.boolean() }),
]);
export type Instruction = z.infer<typeof Instruction>;
const ItemLookUp = ItemAnswer.extend({
  workId: z.string(),
  waiting: z.int(),
  /** Who has it on loan, or is to get it. */
  patron: z.object({ id: z.string(), name: z.string() }).optional(),
  dueOn: LocalDate.optional(),
  pickupNumber: z.int().optional(),
  pickupBy: LocalDate.optional(),
  /** What staff have noted of it, for staff. */
  note: z.string().optional(),
  /** What desks have done with it, the last first; to whom it was lent is not told. */
  history: z.array(z.object({ at: z.iso.datetime(), act: AuditedAct, branch: z.string(), status: z.string() })),
});
export type ItemLookUp = z.infer<typeof ItemLookUp>;
const Scan = z.strictObject({ itemId: id, branch: id });

const reading: readonly ProblemName[] = ['invalid-request', 'unauthorized', 'not-allowed', 'not-found', 'storage-unavailable']; // prettier-ignore
const sending: readonly ProblemName[] = [...reading, 'cross-site', 'csrf-token-wrong', 'payload-too-large', 'unsupported-media-type', 'item-not-found', 'patron-not-found', 'branch-not-found']; // prettier-ignore

interface Deps {
  readonly accounts: Accounts;
  readonly audit: Audit;
  readonly circulation: Circulation;
}

/** The desk: one scan, one answer. Asking again after a lost answer does nothing twice. */
export function deskEndpoints({ accounts, audit, circulation }: Deps) {
  const { desk, loans } = circulation;

  async function shown(items: readonly Item[]): Promise<z.infer<typeof ItemAnswer>[]> {
    const titles = await desk.titles(items.map(({ recordId }) => recordId));
    return items.map((item) => present(item, titles.get(item.recordId) ?? ''));
  }
  async function one(item: Item): Promise<z.infer<typeof ItemAnswer>> {
    return present(item, (await desk.titles([item.recordId])).get(item.recordId) ?? '');
  }
  const note = (ctx: Context, act: AuditedAct, item: Item, branch: string) =>
    audit.note({ by: actorOf(ctx), act, subject: `item:${item._id}`, after: { branch, status: statusOf(item) } });

  return [
    endpoint({
      method: 'post',
      path: '/staff/desk/checkouts',
      operationId: 'checkOut',
      summary: 'Lends a copy to the card that was scanned; the same `attempt` gives the same loan',
      staff: true,
      query: z.strictObject({}),
      body: Scan.extend({ cardNumber: id, attempt: z.uuid().optional() }),
      answer: z.object({ loanId: z.string(), dueOn: LocalDate, title: z.string() }),
      problems: [...sending, 'card-blocked', 'not-for-loan', 'on-loan', 'lent-to-you', 'check-in-first', 'requested-by-another', 'loan-limit-reached', 'debt-limit-reached'], // prettier-ignore
      async handle({ body: { cardNumber, itemId: item, branch, attempt: loan }, ctx }) {
        const account = await accounts.byCard(cardNumber);
        if (!account) throw problem('patron-not-found');
        const { id: loanId, dueOn } = await loans.checkOut({ patron: account._id, item, branch, loan });
        const { copy } = await desk.find(item);
        await note(ctx, 'lent', copy.item, branch);
        return { loanId, dueOn, title: copy.title };
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
      async handle({ body: { itemId, branch }, ctx }) {
        const { item, instruction } = await desk.checkIn(itemId, branch);
        await note(ctx, 'takenIn', item, branch);
        return { item: await one(item), instruction };
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
      async handle({ body: { itemId }, ctx }) {
        const item = await desk.reportMissing(itemId);
        await note(ctx, 'missing', item, item.use?.at ?? item.branch);
        return one(item);
      },
    }),
    endpoint({
      method: 'get',
      path: '/staff/items/:id',
      operationId: 'findItem',
      summary: 'A copy: where it is, who has it, how many wait for it, and what desks have done with it',
      staff: true,
      query: z.strictObject({}),
      answer: ItemLookUp,
      problems: [...reading, 'item-not-found'],
      async handle({ ctx }) {
        const { copy, waiting } = await desk.find(String(ctx.params['id']));
        const { item, workId } = copy;
        const subject = `item:${item._id}`;
        const [history, patron] = await Promise.all([audit.entries({ subject, size: 20 }), patronIn(item)]);
        if (patron) await audit.note({ by: actorOf(ctx), act: 'patronSeen', subject: `patron:${patron.id}` });
        const { use } = item;
        return {
          ...(await one(item)),
          workId,
          waiting,
          note: item.local?.wish.note,
          ...(patron && { patron }),
          ...(use?.kind === 'loan' && { dueOn: use.loan.dueOn }),
          ...(use?.kind === 'holdShelf' && { pickupNumber: use.pickupNumber, pickupBy: use.pickupBy }),
          history: history.map(({ at, act, after }) => ({ at: at.toISOString(), act, branch: String(after?.['branch'] ?? ''), status: String(after?.['status'] ?? '') })), // prettier-ignore
        };
      },
    }),
    endpoint({
      method: 'get',
      path: '/staff/pull-list',
      operationId: 'getPullList',
      summary: 'Copies to be fetched from the shelves of a branch, in the order of the shelves',
      staff: true,
      query: z.strictObject({ branch: id }),
      answer: z.object({ items: z.array(ItemAnswer) }),
      problems: reading,
      handle: async ({ query: { branch } }) => ({
        items: (await shown(await desk.pullList(branch))).toSorted(byShelf),
      }),
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
        items: await shown(await desk.onTheRoad({ ...(from && { from }), ...(to && { to }) })),
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
      async handle({ body: { itemId, branch }, ctx }) {
        const { item, instruction } = await desk.send(itemId, branch);
        await note(ctx, 'sent', item, branch);
        return { item: await one(item), instruction };
      },
    }),
  ];

  async function patronIn({ use }: Item): Promise<{ id: string; name: string } | undefined> {
    const patron = use?.kind === 'loan' ? use.loan.patron : use && 'hold' in use ? use.hold?.patron : undefined;
    const account = patron === undefined ? undefined : await accounts.find(patron);
    return account && { id: account._id, name: account.name };
  }
}

const collator = new Intl.Collator('fi', { numeric: true });
type Shelved = Pick<z.infer<typeof ItemAnswer>, 'shelfMark' | 'title'>;
const byShelf = (a: Shelved, b: Shelved) =>
  collator.compare(a.shelfMark ?? '', b.shelfMark ?? '') || collator.compare(a.title, b.title);

function present(item: Item, title: string): z.infer<typeof ItemAnswer> {
  const { use } = item;
  return {
    id: item._id,
    recordId: item.recordId,
    title,
    shelfMark: item.shelfMark,
    branch: item.branch,
    place: placeOf(item),
    at: use?.at ?? item.branch,
    status: statusOf(item),
    ...(use?.kind === 'transit' && { to: use.to }),
    ...(use?.kind === 'pull' && use.hold && { to: use.hold.pickupBranch }),
    ...(use && 'since' in use && { since: use.since.toISOString() }),
  };
}
