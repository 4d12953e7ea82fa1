import type { Job } from 'bullmq';
import { z } from 'zod';

export const jobStates = ['failed', 'active', 'waiting', 'delayed', 'completed'] as const;
export const JobStateName = z.enum(jobStates);
export type JobStateName = z.infer<typeof JobStateName>;

export const QueueState = z.object({
  name: z.string(),
  paused: z.boolean(),
  waiting: z.int(),
  delayed: z.int(),
  active: z.int(),
  failed: z.int(),
  /** Processes that take jobs of it now. */
  workers: z.int(),
  /** Jobs done, and jobs that failed, in each of the last sixty minutes, the present one last. */
  done: z.array(z.number()),
  lost: z.array(z.number()),
  /** How long the last jobs took, by the minutes in which any was done, the oldest first. */
  latency: z.array(z.object({ minutesAgo: z.int(), middleMs: z.number(), slowestMs: z.number() })),
});
export type QueueState = z.infer<typeof QueueState>;

export const JobsState = z.object({
  queues: z.array(QueueState),
  /** The change line: what is on its way to the index, and what was given up. */
  changes: z.object({ waiting: z.int(), setAside: z.int(), oldestSince: z.iso.datetime().optional() }),
  /** What was given up, by why. */
  reasons: z.array(z.object({ reason: z.string(), count: z.int(), ids: z.array(z.string()), works: z.array(z.string()), since: z.iso.datetime() })), // prettier-ignore
});
export type JobsState = z.infer<typeof JobsState>;

export const JobView = z.object({
  id: z.string(),
  name: z.string(),
  addedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().optional(),
  attempts: z.int(),
  error: z.string().optional(),
  /** What it was given: ids only. */
  payload: z.unknown(),
  /** Where it failed, the last attempt first. */
  stack: z.array(z.string()),
});
export type JobView = z.infer<typeof JobView>;

export function jobView(job: Job): JobView {
  const { id = '', name, timestamp, finishedOn, attemptsMade, failedReason, data, stacktrace } = job;
  return {
    id,
    name,
    addedAt: new Date(timestamp).toISOString(),
    ...(finishedOn !== undefined && { finishedAt: new Date(finishedOn).toISOString() }),
    attempts: attemptsMade,
    ...(failedReason && { error: failedReason }),
    payload: data,
    stack: [...(stacktrace ?? [])].toReversed().slice(0, 3),
  };
}

/** Why jobs failed, and how many did so. */
export const FailureReason = z.object({ reason: z.string(), count: z.int(), since: z.iso.datetime() });
export type FailureReason = z.infer<typeof FailureReason>;

/** By the first line of what was said, with what differs from job to job (ids, numbers) left out; the most first. */
export function failureReasons(jobs: readonly (Job | undefined)[]): FailureReason[] {
  const failed = jobs.flatMap((job) => (job ? [{ reason: reasonOf(job), at: job.finishedOn ?? job.timestamp }] : []));
  return [...Map.groupBy(failed, ({ reason }) => reason)]
    .map(([reason, same]) => ({
      reason,
      count: same.length,
      since: new Date(Math.min(...same.map(({ at }) => at))).toISOString(),
    }))
    .toSorted((a, b) => b.count - a.count);
}

const reasonOf = ({ failedReason = '' }: Job): string =>
  (failedReason.trim().split('\n')[0] ?? '').slice(0, 200).replaceAll(/\b[\da-f]{8}-[\da-f-]{27}\b|\b\d{4,}\b/g, '…');
