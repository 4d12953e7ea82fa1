import type { Job, Queue } from 'bullmq';
import type { Context } from 'koa';
import { z } from 'zod';
import type { AuditedAct } from '../../domain/audit/schema.ts';
import type { Audit } from '../../domain/audit/service.ts';
import type { ChangeRepository } from '../../domain/changes/repository.ts';
import { endpoint, EventStream } from '../endpoint.ts';
import { actorOf } from '../guards.ts';
import { jobsReading } from '../jobs.ts';
import { liveFeed } from '../live-feed.ts';
import { problem, type ProblemName } from '../problems.ts';
import { FailureReason, failureReasons, JobsState, JobStateName, JobView, jobView } from './job-views.ts';

interface Deps {
  readonly queues: Readonly<Record<string, Queue>>;
  readonly changes: Pick<ChangeRepository, 'counts' | 'oldestWaiting' | 'failed' | 'retry' | 'discard'>;
  readonly audit: Audit;
}

/** As many failed jobs as a queue keeps. */
const mostFailed = 2_000;
const none = z.strictObject({});
const Done = z.object({ done: z.int() });
const reading: readonly ProblemName[] = ['invalid-request', 'unauthorized', 'not-allowed', 'not-found', 'storage-unavailable']; // prettier-ignore
const changing: readonly ProblemName[] = [...reading, 'cross-site', 'csrf-token-wrong', 'changed-meanwhile'];
const sending: readonly ProblemName[] = [...changing, 'payload-too-large', 'unsupported-media-type'];

/** The queues of jobs and the change line: staff watch them, admins steer them. Each act is noted. */
export function staffJobEndpoints({ queues, changes, audit }: Deps) {
  const read = jobsReading({ queues, changes });
  const feed = liveFeed({ read });

  const queueOf = (ctx: Context & { params: Record<string, string> }): Queue => {
    const name = String(ctx.params['queue']);
    const queue = Object.hasOwn(queues, name) ? queues[name] : undefined;
    if (!queue) throw problem('not-found');
    return queue;
  };
  async function jobOf(ctx: Context & { params: Record<string, string> }): Promise<Job> {
    const job = await queueOf(ctx).getJob(String(ctx.params['id']));
    if (!job) throw problem('not-found');
    return job;
  }
  const note = (ctx: Context, act: AuditedAct, subject: string, after?: { count: number }) =>
    audit.note({ by: actorOf(ctx), act, subject, ...(after && { after }) });
  /** A job that a worker holds, or that is not in that state any more, cannot be steered. */
  async function orMeanwhile(act: () => Promise<unknown>): Promise<void> {
    try {
      await act();
    } catch (error) {
      if (error instanceof Error && /lock|not in the|state|could not be/i.test(error.message)) throw problem('changed-meanwhile'); // prettier-ignore
      throw error;
    }
  }

  return [
    endpoint({
      method: 'get',
      path: '/staff/jobs',
      operationId: 'getJobs',
      summary: 'The queues of jobs, and what waits for the index',
      staff: true,
      query: none,
      answer: JobsState,
      problems: reading,
      handle: read,
    }),
    endpoint({
      method: 'get',
      path: '/staff/jobs/events',
      operationId: 'watchJobs',
      summary: 'The same as server-sent events, anew whenever something has changed',
      staff: true,
      query: none,
      answer: JobsState,
      alsoAs: ['text/event-stream'],
      problems: reading,
      handle: async () => new EventStream(feed.watch()),
    }),
    endpoint({
      method: 'get',
      path: '/staff/jobs/:queue',
      operationId: 'getJobsOfQueue',
      summary:
        'Jobs of a queue in a state, the newest first, with what they were given and why they failed; of failed ones also how many did so for which reason',
      staff: true,
      query: z.strictObject({
        state: JobStateName.default('failed'),
        page: z.coerce.number().int().min(1).max(200).default(1),
      }),
      answer: z.object({ jobs: z.array(JobView), more: z.boolean(), reasons: z.array(FailureReason) }),
      problems: reading,
      async handle({ query: { state, page }, ctx }) {
        const size = 25;
        const queue = queueOf(ctx);
        const found = await queue.getJobs([state], (page - 1) * size, page * size);
        const jobs = found.filter((job) => job !== undefined);
        const reasons =
          state === 'failed' && page === 1 ? failureReasons(await queue.getFailed(0, mostFailed - 1)) : [];
        return { jobs: jobs.slice(0, size).map(jobView), more: jobs.length > size, reasons };
      },
    }),
    endpoint({
      method: 'post',
      path: '/staff/jobs/:queue/retries',
      operationId: 'retryJobs',
      summary: 'Tries all failed jobs of a queue again; for admins',
      staff: 'admin',
      query: none,
      answer: Done,
      problems: changing,
      async handle({ ctx }) {
        const queue = queueOf(ctx);
        const count = await queue.getFailedCount();
        await queue.retryJobs({ state: 'failed' });
        await note(ctx, 'jobRetried', `queue:${queue.name}`, { count });
        return { done: count };
      },
    }),
    endpoint({
      method: 'post',
      path: '/staff/jobs/:queue/jobs/:id/retry',
      operationId: 'retryJob',
      summary: 'Tries a failed job again; for admins',
      staff: 'admin',
      query: none,
      answer: Done,
      problems: changing,
      async handle({ ctx }) {
        const job = await jobOf(ctx);
        await orMeanwhile(() => job.retry('failed'));
        await note(ctx, 'jobRetried', `job:${job.queueName}:${job.id}`);
        return { done: 1 };
      },
    }),
    endpoint({
      method: 'delete',
      path: '/staff/jobs/:queue/jobs/:id',
      operationId: 'discardJob',
      summary: 'Discards a job that no worker holds; for admins',
      staff: 'admin',
      query: none,
      answer: Done,
      problems: changing,
      async handle({ ctx }) {
        const job = await jobOf(ctx);
        await orMeanwhile(() => job.remove());
        await note(ctx, 'jobDiscarded', `job:${job.queueName}:${job.id}`);
        return { done: 1 };
      },
    }),
    ...(['pause', 'resume'] as const).map((act) =>
      endpoint({
        method: 'post',
        path: `/staff/jobs/:queue/${act}`,
        operationId: `${act}Queue`,
        summary:
          act === 'pause'
            ? 'Lets workers finish what they have in hand and take no more of a queue; for admins'
            : 'Lets workers take jobs of a queue again; for admins',
        staff: 'admin',
        query: none,
        answer: Done,
        problems: changing,
        async handle({ ctx }) {
          const queue = queueOf(ctx);
          await queue[act]();
          await note(ctx, act === 'pause' ? 'queuePaused' : 'queueResumed', `queue:${queue.name}`);
          return { done: 1 };
        },
      }),
    ),
    ...(['retries', 'discards'] as const).map((act) =>
      endpoint({
        method: 'post',
        path: `/staff/set-aside-changes/${act}`,
        operationId: act === 'retries' ? 'retrySetAside' : 'discardSetAside',
        summary:
          act === 'retries'
            ? 'Sends changes that were given up down the line again; for admins'
            : 'Takes changes that were given up off the list; the index keeps what it has of those works; for admins',
        staff: 'admin',
        query: none,
        body: z.strictObject({ ids: z.array(z.string().max(100)).min(1).max(1_000) }),
        answer: Done,
        problems: sending,
        async handle({ body: { ids }, ctx }) {
          const count = await (act === 'retries' ? changes.retry(ids) : changes.discard(ids));
          await note(ctx, act === 'retries' ? 'changesRetried' : 'changesDiscarded', 'changes', { count });
          return { done: count };
        },
      }),
    ),
  ];
}
