import type { Context } from 'koa';
import { z } from 'zod';
import type { Audit } from '../../domain/audit/service.ts';
import { itemEditEntry } from '../item-edit-entry.ts';
import { asListed } from '../../domain/catalogue/local-edit.ts';
import { statusOf } from '../../domain/catalogue/item-status.ts';
import { ItemStatus, LocalWish, type Item } from '../../domain/catalogue/schema.ts';
import type { Catalogue } from '../../domain/catalogue/service.ts';
import type { Circulation } from '../../domain/circulation/service.ts';
import { municipalityOfBranch } from '../../domain/consortium/distance.ts';
import { localDate } from '../../domain/local-date.ts';
import { endpoint } from '../endpoint.ts';
import { actorOf, ownTownOnly } from '../guards.ts';
import { problem, type ProblemName } from '../problems.ts';

const Listed = z.object({ branch: z.string(), shelfMark: z.string().optional(), status: ItemStatus });

/** A copy as it stands, beside what its record lists and what staff have set. */
const EditedItem = z.object({
  id: z.string(),
  recordId: z.string(),
  branch: z.string(),
  shelfMark: z.string().optional(),
  status: ItemStatus,
  listed: Listed,
  /** 0 where staff have set nothing yet. */
  version: z.int(),
  wish: LocalWish,
});

const Suppressed = z.object({ records: z.array(z.string()), holds: z.int() });

const acting: readonly ProblemName[] = ['invalid-request', 'unauthorized', 'not-allowed', 'not-found', 'storage-unavailable', 'cross-site', 'csrf-token-wrong', 'payload-too-large', 'unsupported-media-type']; // prettier-ignore

interface Deps {
  readonly audit: Audit;
  readonly circulation: Circulation;
  readonly catalogue: Pick<Catalogue, 'record' | 'suppress' | 'currentWorkId'>;
}

/** What staff say of copies and records, whatever is imported. */
export const staffCatalogueEndpoints = ({ audit, circulation, catalogue }: Deps) => {
  async function suppressed(ctx: Context, id: string, reason: string | undefined) {
    const record = await catalogue.record(id);
    if (!record) throw problem('record-not-found');
    const workId = await catalogue.currentWorkId(record.workId);
    const records = await catalogue.suppress([id], reason === undefined ? undefined : { by: actorOf(ctx), at: new Date(), reason }); // prettier-ignore
    if (records.length > 0)
      await audit.note({ by: actorOf(ctx), act: reason === undefined ? 'recordsShown' : 'recordsSuppressed', subject: `work:${workId}`, after: { records }, ...(reason && { reason }) }); // prettier-ignore
    return { records, holds: await circulation.holdsOn(workId) };
  }
  return [
    endpoint({
      method: 'put',
      path: '/staff/items/:id/edit',
      operationId: 'editItem',
      summary: 'Sets what staff of its municipality want of a copy; what the wish leaves out is as its record says',
      staff: true,
      query: z.strictObject({}),
      body: z.strictObject({ version: z.int().min(0), wish: LocalWish }),
      answer: EditedItem,
      problems: [...acting, 'item-not-found', 'branch-not-found', 'on-loan', 'check-in-first', 'changed-meanwhile'],
      async handle({ body: { version, wish }, ctx }) {
        const [found] = await circulation.desk.items([String(ctx.params['id'])]);
        if (!found) throw problem('item-not-found');
        const today = localDate(new Date());
        for (const branch of [found.branch, wish.branch ?? asListed(found).branch])
          ownTownOnly(ctx, municipalityOfBranch(branch, today) ?? '');
        const { before, item, stored } = await circulation.desk.edit(found._id, version, wish, actorOf(ctx));
        if (!stored) throw problem('changed-meanwhile', { current: present(item), yours: { version, wish } });
        const entry = itemEditEntry(before, item);
        if (entry) await audit.note({ by: actorOf(ctx), ...entry });
        return present(item);
      },
    }),
    endpoint({
      method: 'put',
      path: '/staff/records/:id/suppression',
      operationId: 'suppressRecord',
      summary: 'Hides a record from readers, whatever is imported; holds on its work stay, and no new ones are taken',
      staff: true,
      query: z.strictObject({}),
      body: z.strictObject({ reason: z.string().trim().min(1).max(300) }),
      answer: Suppressed,
      problems: [...acting, 'record-not-found'],
      handle: ({ body: { reason }, ctx }) => suppressed(ctx, String(ctx.params['id']), reason),
    }),
    endpoint({
      method: 'delete',
      path: '/staff/records/:id/suppression',
      operationId: 'showRecord',
      summary: 'Lets readers find a record again that was hidden',
      staff: true,
      query: z.strictObject({}),
      answer: Suppressed,
      problems: [...acting, 'record-not-found'],
      handle: ({ ctx }) => suppressed(ctx, String(ctx.params['id']), undefined),
    }),
  ];
};

function present(item: Item): z.infer<typeof EditedItem> {
  const { branch, shelfMark, status } = asListed(item);
  return {
    id: item._id,
    recordId: item.recordId,
    branch: item.branch,
    shelfMark: item.shelfMark,
    status: statusOf(item),
    listed: { branch, shelfMark, status },
    version: item.local?.version ?? 0,
    wish: item.local?.wish ?? {},
  };
}
