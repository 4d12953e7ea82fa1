import type { Context } from 'koa';
import { z } from 'zod';
import { importFormats } from '../../domain/lists/import.ts';
import { standings } from '../../domain/moderation/schema.ts';
import { ListText, MemberName, memberRoles, type WorkList } from '../../domain/lists/schema.ts';
import type { Lists, SeenList } from '../../domain/lists/service.ts';
import { endpoint } from '../endpoint.ts';
import { sessionIn, sessionOf } from '../guards.ts';
import { problem, type ProblemName } from '../problems.ts';
import { invitationAddress, listAddress } from '../list-address.ts';

export const ListAnswer = ListText.extend({
  id: z.string(),
  version: z.int(),
  /** What the reader may do with it. */
  role: z.enum(['owner', ...memberRoles]),
  count: z.int(),
  /** How many readers have put it by. */
  saves: z.int(),
  createdAt: z.iso.datetime(),
  changedAt: z.iso.datetime(),
  address: z.url(),
  /** Told to whoever writes it, once it is shared: whether others may read it. */
  standing: z.enum(standings).optional(),
  /** Of lists that others may read: their feed. */
  feed: z.url().optional(),
});
const Members = z.object({
  members: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      role: z.enum(memberRoles),
      since: z.iso.datetime(),
      you: z.boolean(),
    }),
  ),
  /** Told to the owner only. */
  invitations: z.array(z.object({ id: z.string(), role: z.enum(memberRoles), expiresAt: z.iso.datetime() })),
});
const Done = z.object({ done: z.literal(true) });
const done = { done: true } as const;

/** Without the defaults of a new list: what is not named stays. */
const { title, description, language, byline, visibility, order } = ListText.shape;
const ListChange = z
  .strictObject({
    title,
    description: description.unwrap(),
    language: language.unwrap(),
    byline: byline.unwrap(),
    visibility: visibility.unwrap(),
    order: order.unwrap(),
  })
  .partial()
  .extend({ version: z.int() });

const none = z.strictObject({});

const reading: readonly ProblemName[] = ['invalid-request', 'list-not-found', 'storage-unavailable'];
export const changingLists: readonly ProblemName[] = [...reading, 'unauthorized', 'cross-site', 'csrf-token-wrong', 'payload-too-large', 'unsupported-media-type', 'list-not-yours', 'community-not-started', 'writer-banned', 'writing-too-fast', 'words-not-allowed', 'too-fast']; // prettier-ignore

/** Lists of works: written about, shared, written together. What is in them is in `list-entries.ts`. */
export const listEndpoints = ({ lists, publicUrl }: { lists: Lists; publicUrl: string }) => {
  const shown = (seen: SeenList) => presentList(seen, publicUrl);
  return [
    endpoint({
      method: 'get',
      path: '/me/lists',
      operationId: 'getMyLists',
      summary: 'Lists of one’s own and those one was invited to, the last changed first',
      patron: true,
      query: none,
      answer: z.object({ items: z.array(ListAnswer) }),
      problems: ['invalid-request', 'unauthorized', 'storage-unavailable'],
      handle: async ({ ctx }) => ({ items: (await lists.ofPatron(actorIn(ctx).patron)).map(shown) }),
    }),
    endpoint({
      method: 'post',
      path: '/lists',
      operationId: 'createList',
      summary: 'A new list, private unless it says otherwise',
      patron: true,
      query: none,
      body: ListText.strict(),
      answer: ListAnswer,
      problems: [...changingLists, 'too-many-lists'],
      handle: async ({ body, ctx }) => shown(await lists.create(actorIn(ctx), body)),
    }),
    endpoint({
      method: 'get',
      path: '/lists/:id',
      operationId: 'getList',
      summary: 'What is written about a list; what is in it is under `entries`',
      patron: 'if-logged-in',
      query: none,
      answer: ListAnswer,
      problems: reading,
      handle: async ({ ctx }) => shown(await lists.find(idIn(ctx), readerIn(ctx))),
    }),
    endpoint({
      method: 'patch',
      path: '/lists/:id',
      operationId: 'changeList',
      summary: 'Changes what is written about a list. `version` is the one that was read: where somebody has changed the list since, both are told. Who may find it and under whose name is the owner’s to say', // prettier-ignore
      patron: true,
      query: none,
      body: ListChange,
      answer: ListAnswer,
      problems: [...changingLists, 'changed-meanwhile'],
      async handle({ body, ctx }) {
        const { version, ...text } = body;
        const { done: changed, ...seen } = await lists.change(idIn(ctx), actorIn(ctx), { version, text });
        if (!changed) throw problem('changed-meanwhile', { current: shown(seen), yours: body });
        return shown(seen);
      },
    }),
    endpoint({
      method: 'delete',
      path: '/lists/:id',
      operationId: 'deleteList',
      summary: 'Deletes a list with all that is in it; its owner can bring it back for a week',
      patron: true,
      query: none,
      answer: Done,
      problems: changingLists,
      async handle({ ctx }) {
        await lists.remove(idIn(ctx), actorIn(ctx).patron);
        return done;
      },
    }),
    endpoint({
      method: 'post',
      path: '/lists/:id/restoration',
      operationId: 'restoreList',
      summary: 'Brings back a list that its owner has deleted within a week',
      patron: true,
      query: none,
      answer: ListAnswer,
      problems: changingLists,
      handle: async ({ ctx }) => shown(await lists.restore(idIn(ctx), actorIn(ctx).patron)),
    }),
    endpoint({
      method: 'post',
      path: '/lists/:id/copies',
      operationId: 'copyList',
      summary: 'A private list of one’s own with the works and notes of this one',
      patron: true,
      query: none,
      answer: ListAnswer,
      problems: [...changingLists, 'too-many-lists'],
      handle: async ({ ctx }) => shown(await lists.copy(idIn(ctx), actorIn(ctx))),
    }),
    endpoint({
      method: 'post',
      path: '/lists/:id/merges',
      operationId: 'mergeLists',
      summary: 'Adds what is in another list: no work twice, all notes kept. The other list stays',
      patron: true,
      query: none,
      body: z.strictObject({ from: z.string().min(1).max(100) }),
      answer: z.object({ added: z.int(), already: z.int() }),
      problems: [...changingLists, 'list-full'],
      handle: ({ body, ctx }) => lists.merge(idIn(ctx), actorIn(ctx), body.from),
    }),
    endpoint({
      method: 'post',
      path: '/lists/:id/imports',
      operationId: 'importIntoList',
      summary:
        'Adds works by their ISBN (`isbn`: one or more a line) or from a table (`csv`), and tells what was not found',
      patron: true,
      query: none,
      body: z.strictObject({ format: z.enum(importFormats), text: z.string().max(1_000_000) }),
      answer: z.object({
        lines: z.int(),
        added: z.int(),
        already: z.int(),
        notFound: z.array(z.object({ line: z.int(), text: z.string(), isbn: z.string().optional() })),
      }),
      problems: [...changingLists, 'list-full', 'search-unavailable'],
      handle: async ({ body, ctx }) => {
        const report = await lists.importEntries({ id: idIn(ctx), actor: actorIn(ctx), ...body });
        return { ...report, notFound: [...report.notFound] };
      },
    }),
    endpoint({
      method: 'get',
      path: '/lists/:id/members',
      operationId: 'getListMembers',
      summary: 'Who writes and reads together, by the names they have joined by',
      patron: true,
      query: none,
      answer: Members,
      problems: [...reading, 'unauthorized'],
      async handle({ ctx }) {
        const { patron } = actorIn(ctx);
        const { list, role } = await lists.find(idIn(ctx), patron);
        return presentMembers(list, { patron, isOwner: role === 'owner' });
      },
    }),
    endpoint({
      method: 'post',
      path: '/lists/:id/invitations',
      operationId: 'inviteToList',
      summary: 'A link that lets whoever follows it read or write; valid for thirty days, told this once',
      patron: true,
      query: none,
      body: z.strictObject({ role: z.enum(memberRoles) }),
      answer: z.object({ id: z.string(), token: z.string(), address: z.url(), expiresAt: z.iso.datetime() }),
      problems: [...changingLists, 'too-many-members'],
      async handle({ body, ctx }) {
        const id = idIn(ctx);
        const { expiresAt, ...invitation } = await lists.invite(id, actorIn(ctx), body.role);
        const address = invitationAddress(id, invitation.token, publicUrl);
        return { ...invitation, address, expiresAt: expiresAt.toISOString() };
      },
    }),
    endpoint({
      method: 'delete',
      path: '/lists/:id/invitations/:invitation',
      operationId: 'withdrawListInvitation',
      summary: 'Nobody joins by this link any more; who has joined stays',
      patron: true,
      query: none,
      answer: Done,
      problems: changingLists,
      async handle({ ctx }) {
        await lists.withdrawInvitation(idIn(ctx), actorIn(ctx).patron, String(ctx.params['invitation']));
        return done;
      },
    }),
    endpoint({
      method: 'post',
      path: '/lists/:id/members',
      operationId: 'joinList',
      summary: 'Joins by an invitation, under a name of one’s own choice',
      patron: true,
      query: none,
      body: z.strictObject({ token: z.string().min(1).max(100), name: MemberName }),
      answer: ListAnswer,
      problems: [...changingLists, 'invitation-not-found', 'too-many-members'],
      handle: async ({ body, ctx }) => shown(await lists.join(idIn(ctx), actorIn(ctx), body)),
    }),
    endpoint({
      method: 'delete',
      path: '/lists/:id/members/:member',
      operationId: 'removeListMember',
      summary: 'The owner sends somebody away, and all invitations with them; or a member leaves',
      patron: true,
      query: none,
      answer: Done,
      problems: changingLists,
      async handle({ ctx }) {
        await lists.removeMember(idIn(ctx), actorIn(ctx).patron, String(ctx.params['member']));
        return done;
      },
    }),
  ];
};

export const idIn = (ctx: Context & { params: Record<string, string> }): string => String(ctx.params['id']);
export const readerIn = (ctx: Context): string | undefined => sessionIn(ctx)?.account._id;
export function actorIn(ctx: Context): { patron: string; municipality: string } {
  const { account } = sessionOf(ctx);
  return { patron: account._id, municipality: account.municipality };
}

export function presentList({ list, role, count }: SeenList, publicUrl: string): z.infer<typeof ListAnswer> {
  const { _id: id, version, createdAt, changedAt } = list;
  const address = listAddress(id, publicUrl);
  return {
    ...ListText.parse(list),
    id,
    version,
    role,
    count,
    saves: list.saves ?? 0,
    createdAt: createdAt.toISOString(),
    changedAt: changedAt.toISOString(),
    address,
    ...(role !== 'reader' && list.standing && { standing: list.standing.state }),
    ...(list.visibility !== 'private' && { feed: `${publicUrl}/feeds/lists/${id}.atom` }),
  };
}

function presentMembers(
  { members, invitations, owner }: WorkList,
  { patron, isOwner }: { patron: string; isOwner: boolean },
): z.infer<typeof Members> {
  const isIn = owner === patron || members.some((one) => one.patron === patron);
  return {
    members: (isIn ? members : []).map(({ id, name, role, since, patron: who }) => ({
      id,
      name,
      role,
      since: since.toISOString(),
      you: who === patron,
    })),
    invitations: (isOwner ? invitations : []).map(({ id, role, expiresAt }) => ({
      id,
      role,
      expiresAt: expiresAt.toISOString(),
    })),
  };
}
