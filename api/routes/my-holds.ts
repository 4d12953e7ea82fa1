import { z } from 'zod';
import type { Accounts } from '../../domain/accounts/service.ts';
import { itemTarget, recordTarget, workTarget } from '../../domain/catalogue/copies.ts';
import type { HoldView } from '../../domain/circulation/holds.ts';
import type { Circulation } from '../../domain/circulation/service.ts';
import { LocalDate } from '../../domain/local-date.ts';
import { cardOf, CardQuery } from '../card.ts';
import { endpoint } from '../endpoint.ts';
import type { ProblemName } from '../problems.ts';

const id = z.string().min(1).max(300);

export const HoldAnswer = z.object({
  id: z.string(),
  workId: z.string().optional(),
  recordId: z.string().optional(),
  itemId: z.string().optional(),
  placedAt: z.iso.datetime(),
  pickupBranch: z.string(),
  notNeededAfter: LocalDate.optional(),
  suspendedUntil: LocalDate.optional(),
  state: z.enum(['queued', 'inTransit', 'ready']),
  /** Of queued ones: the place in the queue, and about how many days it will take. */
  position: z.int().optional(),
  waitDays: z.int().optional(),
  /** Of ready ones. */
  pickupNumber: z.int().optional(),
  pickupBy: LocalDate.optional(),
});

const HoldWish = z
  .strictObject({
    workId: id.optional(),
    recordId: id.optional(),
    itemId: id.optional(),
    pickupBranch: id,
    notNeededAfter: LocalDate.optional(),
    suspendedUntil: LocalDate.optional(),
  })
  .refine(
    ({ workId, recordId, itemId }) => [workId, recordId, itemId].filter((one) => one !== undefined).length === 1,
    {
      error: 'names one of workId, recordId and itemId',
    },
  );
const HoldChange = z.strictObject({
  pickupBranch: id.optional(),
  notNeededAfter: LocalDate.nullable().optional(),
  suspendedUntil: LocalDate.nullable().optional(),
});

const reading: readonly ProblemName[] = ['invalid-request', 'unauthorized', 'not-allowed', 'storage-unavailable'];
const changing: readonly ProblemName[] = [...reading, 'cross-site', 'csrf-token-wrong', 'hold-not-found'];
const sending: readonly ProblemName[] = [...changing, 'payload-too-large', 'unsupported-media-type', 'branch-not-found', 'branch-not-joined', 'date-gone-by', 'self-service-not-started']; // prettier-ignore

/** Holds of a patron: placed, changed one or many at a time, cancelled. */
export const holdEndpoints = ({ accounts, circulation }: { accounts: Accounts; circulation: Circulation }) => [
  endpoint({
    method: 'get',
    path: '/me/holds',
    operationId: 'getHolds',
    summary: 'Holds, with their places in the queue',
    patron: true,
    query: CardQuery,
    answer: z.object({ holds: z.array(HoldAnswer) }),
    problems: reading,
    async handle({ query, ctx }) {
      const holds = await circulation.holds.ofPatron(await cardOf(ctx, query, accounts));
      return { holds: holds.map(present) };
    },
  }),
  endpoint({
    method: 'post',
    path: '/me/holds',
    operationId: 'placeHold',
    summary: 'Holds a work, a record or an item',
    patron: true,
    query: CardQuery,
    body: HoldWish,
    answer: HoldAnswer,
    problems: [...sending, 'item-not-found', 'card-blocked', 'already-held', 'lent-to-you', 'nothing-to-hold', 'debt-limit-reached', 'hold-limit-reached'], // prettier-ignore
    async handle({ query, body: { workId, recordId, itemId, ...wish }, ctx }) {
      const patron = await cardOf(ctx, query, accounts);
      const target =
        itemId !== undefined
          ? itemTarget(itemId)
          : recordId !== undefined
            ? recordTarget(recordId)
            : workTarget(workId ?? '');
      const hold = await circulation.holds.place(patron, { target, ...wish });
      return present(await circulation.holds.view(hold));
    },
  }),
  endpoint({
    method: 'patch',
    path: '/me/holds/:id',
    operationId: 'changeHold',
    summary: 'Changes the pickup branch of a queued hold, suspends it, or says until when it is needed',
    patron: true,
    query: CardQuery,
    body: HoldChange,
    answer: z.object({ holds: z.array(HoldAnswer) }),
    problems: [...sending, 'hold-on-its-way'],
    async handle({ query, body, ctx }) {
      const patron = await cardOf(ctx, query, accounts);
      await circulation.holds.change(patron, String(ctx.params['id']), body);
      return { holds: (await circulation.holds.ofPatron(patron)).map(present) };
    },
  }),
  endpoint({
    method: 'delete',
    path: '/me/holds/:id',
    operationId: 'cancelHold',
    summary: 'Cancels a hold',
    patron: true,
    query: CardQuery,
    answer: z.object({ holds: z.array(HoldAnswer) }),
    problems: changing,
    async handle({ query, ctx }) {
      const patron = await cardOf(ctx, query, accounts);
      await circulation.holds.cancel(patron, String(ctx.params['id']));
      return { holds: (await circulation.holds.ofPatron(patron)).map(present) };
    },
  }),
];

function present({ target, placedAt, record: _record, ...hold }: HoldView): z.infer<typeof HoldAnswer> {
  const [kind, named] = [target.slice(0, target.indexOf(':')), target.slice(target.indexOf(':') + 1)];
  return { ...hold, [`${kind}Id`]: named, placedAt: placedAt.toISOString() };
}
