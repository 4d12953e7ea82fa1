import type { Context } from 'koa';
import { z } from 'zod';
import { alikeBy } from '../../domain/accounts/doubles.ts';
import type { Accounts } from '../../domain/accounts/service.ts';
import type { Audit } from '../../domain/audit/service.ts';
import type { Circulation } from '../../domain/circulation/service.ts';
import { endpoint } from '../endpoint.ts';
import { actorOf } from '../guards.ts';
import type { ProblemName } from '../problems.ts';
import { FoundPatron, foundPatron, StaffPatron, staffPatronView } from './staff-patron-view.ts';

const none = z.strictObject({});
const reading: readonly ProblemName[] = ['invalid-request', 'unauthorized', 'not-allowed', 'not-found', 'patron-not-found', 'storage-unavailable']; // prettier-ignore
const sending: readonly ProblemName[] = [...reading, 'cross-site', 'csrf-token-wrong', 'payload-too-large', 'unsupported-media-type']; // prettier-ignore

/** An account before it is merged: as staff see it, and how much else there is of it, by what it is. */
const Side = StaffPatron.extend({ counts: z.record(z.string(), z.int()) });
export type MergeSideView = z.infer<typeof Side>;

interface Deps {
  readonly accounts: Accounts;
  readonly audit: Audit;
  readonly circulation: Circulation;
}

/** What stands on one side of a merge; that it was looked at is noted. @throws AccountProblem `patron-not-found` */
export async function mergeSide(deps: Deps, id: string, by: string): Promise<MergeSideView> {
  const { account, counts } = await deps.accounts.mergeSide(id);
  await deps.audit.note({ by, act: 'patronSeen', subject: `patron:${id}` });
  return { ...(await staffPatronView(deps, account)), counts: { ...counts } };
}

/** Pairs of accounts that may be one person's; that somebody has looked for them is noted. */
export async function likelyDoubles({ accounts, audit }: Pick<Deps, 'accounts' | 'audit'>, by: string) {
  const pairs = await accounts.doubles();
  const patrons = [...new Set(pairs.flatMap(({ accounts: both }) => both.map(({ _id }) => _id)))];
  await audit.note({ by, act: 'patronsSought', subject: 'patrons', after: { patrons } });
  return pairs;
}

/** Notes that two accounts are two people's, once and for all. */
export async function keepApart({ accounts, audit }: Pick<Deps, 'accounts' | 'audit'>, by: string, one: string, other: string) {
  await accounts.keepApart(one, other);
  await audit.note({ by, act: 'patronsKeptApart', subject: `patron:${one}`, after: { other } });
} // prettier-ignore

/** Two accounts of one person made one. One region, one card: staff of any town do it. */
export function staffMergingEndpoints(deps: Deps) {
  const { accounts } = deps;
  const idOf = (ctx: Context & { params: Record<string, string> }) => String(ctx.params['id']);
  return [
    endpoint({
      method: 'get',
      path: '/staff/patrons/doubles',
      operationId: 'findDoubles',
      summary: 'Pairs of accounts that look like one person’s, the surest first',
      staff: true,
      query: none,
      answer: z.object({ pairs: z.array(z.object({ patrons: z.array(FoundPatron).length(2), by: z.array(z.enum(alikeBy)) })) }), // prettier-ignore
      problems: reading,
      async handle({ ctx }) {
        const pairs = await likelyDoubles(deps, actorOf(ctx));
        return { pairs: pairs.map(({ accounts: both, by }) => ({ patrons: both.map(foundPatron), by: [...by] })) };
      },
    }),
    endpoint({
      method: 'get',
      path: '/staff/patrons/:id/merge',
      operationId: 'previewMerge',
      summary: 'What there is on both sides of a merge: of the account that stays, and of the one that goes',
      staff: true,
      query: z.strictObject({ from: z.string().min(1).max(100) }),
      answer: z.object({ stays: Side, goes: Side }),
      problems: reading,
      async handle({ query: { from }, ctx }) {
        const [stays, goes] = await Promise.all([idOf(ctx), from].map((id) => mergeSide(deps, id, actorOf(ctx))));
        if (!stays || !goes) throw new Error('a side is missing');
        return { stays, goes };
      },
    }),
    endpoint({
      method: 'post',
      path: '/staff/patrons/:id/merge',
      operationId: 'mergePatrons',
      summary:
        'Gives all that is kept of an account to another of the same person, to which its card leads from then on. It cannot be undone; asking again changes nothing',
      staff: true,
      query: none,
      body: z.strictObject({ from: z.string().min(1).max(100) }),
      answer: StaffPatron,
      problems: sending,
      async handle({ body: { from }, ctx }) {
        return staffPatronView(deps, await accounts.merge(from, idOf(ctx), actorOf(ctx)));
      },
    }),
    endpoint({
      method: 'post',
      path: '/staff/patrons/:id/kept-apart',
      operationId: 'keepPatronsApart',
      summary: 'Says that two accounts that look alike are two people’s',
      staff: true,
      query: none,
      body: z.strictObject({ other: z.string().min(1).max(100) }),
      answer: none,
      problems: sending,
      async handle({ body: { other }, ctx }) {
        await keepApart(deps, actorOf(ctx), idOf(ctx), other);
        return {};
      },
    }),
  ];
}
