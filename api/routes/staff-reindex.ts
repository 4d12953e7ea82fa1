import type { Context } from 'koa';
import { z } from 'zod';
import type { Audit } from '../../domain/audit/service.ts';
import { beginReindex } from '../../indexer/reindex/begin.ts';
import { dryRun } from '../../indexer/reindex/dry-run.ts';
import { ReindexRefused, ReindexScope, SwapMode, WorkDifference } from '../../indexer/reindex/schema.ts';
import { steering, type Steering } from '../../indexer/reindex/steer.ts';
import { rollBack } from '../../indexer/reindex/swap.ts';
import { endpoint, EventStream } from '../endpoint.ts';
import { actorOf } from '../guards.ts';
import { liveFeed } from '../live-feed.ts';
import { problem, type ProblemName } from '../problems.ts';
import { ReindexOverview, readOverview, RunView, viewOf, type OverviewDeps } from './staff-reindex-view.ts';

interface Deps {
  readonly audit: Audit;
  readonly indexer: OverviewDeps['indexer'];
  readonly catalogue: OverviewDeps['catalogue'];
}

const DryRunView = z.object({
  works: z.int(),
  rate: z.number(),
  seconds: z.number(),
  sample: z.object({
    works: z.int(),
    new: z.int(),
    changed: z.int(),
    gone: z.int(),
    examples: z.array(WorkDifference),
  }),
});
export type DryRunView = z.infer<typeof DryRunView>;

const reading: readonly ProblemName[] = ['invalid-request', 'unauthorized', 'not-allowed', 'not-found', 'storage-unavailable']; // prettier-ignore
const acting: readonly ProblemName[] = [...reading, 'cross-site', 'csrf-token-wrong', 'reindex-refused', 'search-unavailable']; // prettier-ignore
const sending: readonly ProblemName[] = [...acting, 'payload-too-large', 'unsupported-media-type'];

const acts = {
  pause: { act: 'reindexPaused', summary: 'Stops it until it is resumed; the new index goes on getting live changes' },
  resume: { act: 'reindexResumed', summary: 'Goes on with a paused reindex where it was' },
  cancel: { act: 'reindexCancelled', summary: 'Ends it; a new index that does not serve yet goes' },
  swap: { act: 'indexSwapped', summary: 'Lets the new index serve that waits for it' },
} as const satisfies Record<keyof Steering, unknown>;

/** Reindexing from a distance: whoever asks only changes what MongoDB says of a run, and a worker does it. */
export function staffReindexEndpoints({ audit, indexer, catalogue }: Deps) {
  const staff = steering(indexer);
  const overview = () => readOverview({ indexer, catalogue });
  const feed = liveFeed({ read: overview });
  const note = (ctx: Context, act: Parameters<Audit['note']>[0]['act'], id: string, after?: Record<string, string>) =>
    audit.note({ by: actorOf(ctx), act, subject: `index:${id}`, ...(after && { after }) });
  return [
    endpoint({
      method: 'get',
      path: '/staff/reindex',
      operationId: 'getReindexes',
      summary: 'What serves, what is kept for a rollback, the reindex at work, and those before it',
      staff: 'admin',
      query: z.strictObject({}),
      answer: ReindexOverview,
      problems: reading,
      handle: overview,
    }),
    endpoint({
      method: 'get',
      path: '/staff/reindex/events',
      operationId: 'watchReindexes',
      summary: 'The same as server-sent events, anew whenever something has changed',
      staff: 'admin',
      query: z.strictObject({}),
      answer: ReindexOverview,
      alsoAs: ['text/event-stream'],
      problems: reading,
      handle: async () => new EventStream(feed.watch()),
    }),
    endpoint({
      method: 'post',
      path: '/staff/reindex/dry-runs',
      operationId: 'dryRunReindex',
      summary: 'What a reindex would change, by a sample, and how long it would take',
      staff: 'admin',
      query: z.strictObject({}),
      body: z.strictObject({ scope: ReindexScope }),
      answer: DryRunView,
      problems: sending,
      handle: async ({ body: { scope } }) => told(dryRun(scope, indexer)),
    }),
    endpoint({
      method: 'post',
      path: '/staff/reindex',
      operationId: 'beginReindex',
      summary: 'Begins a reindex, which a worker takes up within seconds. `synonyms` is the version to search a new index with',
      staff: 'admin',
      query: z.strictObject({}),
      body: z.strictObject({ scope: ReindexScope, swap: SwapMode.default('automatic'), synonyms: z.int().min(1).optional() }),
      answer: RunView,
      problems: sending,
      async handle({ body, ctx }) {
        if (body.synonyms !== undefined && !(await indexer.synonyms.find(body.synonyms))) throw problem('not-found');
        const run = await told(beginReindex({ ...body, by: actorOf(ctx) }, indexer));
        await note(ctx, 'reindexBegun', run._id, { ...body.scope, swap: body.swap });
        return viewOf(run);
      },
    }),
    ...(Object.keys(acts) as (keyof typeof acts)[]).map((act) =>
      endpoint({
        method: 'post',
        path: `/staff/reindex/runs/:id/${act}`,
        operationId: `${act}Reindex`,
        summary: acts[act].summary,
        staff: 'admin',
        query: z.strictObject({}),
        answer: RunView,
        problems: acting,
        async handle({ ctx }) {
          const run = await told(staff[act](String(ctx.params['id'])));
          await note(ctx, acts[act].act, run._id);
          return viewOf(run);
        },
      }),
    ),
    endpoint({
      method: 'post',
      path: '/staff/reindex/rollback',
      operationId: 'rollBackIndex',
      summary: 'Lets the index serve again that the last swap has replaced; it has been kept up to date',
      staff: 'admin',
      query: z.strictObject({}),
      answer: ReindexOverview,
      problems: acting,
      async handle({ ctx }) {
        const index = await told(rollBack(indexer));
        await note(ctx, 'indexRolledBack', index);
        return overview();
      },
    }),
  ]; // prettier-ignore
}

/** Tells what cannot be done now as a problem. */
async function told<T>(done: Promise<T>): Promise<T> {
  return done.catch((error: unknown) => {
    throw error instanceof ReindexRefused ? problem('reindex-refused', { detail: error.message }) : error;
  });
}
