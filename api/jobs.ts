import type { Job, Queue } from 'bullmq';
import type { ChangeRepository } from '../domain/changes/repository.ts';
import type { JobsState, QueueState } from './routes/job-views.ts';

interface JobsDeps {
  readonly queues: Readonly<Record<string, Queue>>;
  readonly changes: Pick<ChangeRepository, 'counts' | 'oldestWaiting' | 'failed'>;
}

type QueueMetrics = Awaited<ReturnType<Queue['getMetrics']>>;

/** A reading of the queues costs some commands of Redis each; how long jobs took is read of the last ones, more seldom. */
const latencyEveryMs = 5_000;
const latencySample = 200;
const minutes = 60;

/** What the page of jobs shows: a reading of all queues and of the change line. */
export function jobsReading({ queues, changes }: JobsDeps): () => Promise<JobsState> {
  const latencies = new Map<string, { at: number; value: QueueState['latency'] }>();

  async function latencyOf(name: string, queue: Queue): Promise<QueueState['latency']> {
    const kept = latencies.get(name);
    if (kept && Date.now() - kept.at < latencyEveryMs) return kept.value;
    const value = latencyByMinute(await queue.getJobs(['completed'], 0, latencySample - 1));
    latencies.set(name, { at: Date.now(), value });
    return value;
  }

  async function stateOf(name: string, queue: Queue): Promise<QueueState> {
    const [counts, paused, workers, done, failed, latency] = await Promise.all([
      queue.getJobCounts('waiting', 'delayed', 'active', 'failed'),
      queue.isPaused(),
      queue.getWorkersCount(),
      queue.getMetrics('completed', 0, minutes - 1),
      queue.getMetrics('failed', 0, minutes - 1),
      latencyOf(name, queue),
    ]);
    const { waiting = 0, delayed = 0, active = 0, failed: lost = 0 } = counts;
    return {
      name,
      paused,
      waiting,
      delayed,
      active,
      failed: lost,
      workers,
      done: byMinute(done),
      lost: byMinute(failed),
      latency,
    };
  }

  return async function read() {
    const [states, counts, oldest, setAside] = await Promise.all([
      Promise.all(Object.entries(queues).map(([name, queue]) => stateOf(name, queue))),
      changes.counts(),
      changes.oldestWaiting(),
      changes.failed(mostSetAside),
    ]);
    return {
      queues: states,
      changes: { waiting: counts.open + counts.ready, setAside: counts.failed, ...(oldest && { oldestSince: oldest.toISOString() }) }, // prettier-ignore
      reasons: reasonsOf(setAside),
    };
  };
}

const mostSetAside = 500;

/** Set-aside changes by why they were given up, the most first. */
function reasonsOf(rows: readonly { _id: string; workId: string; error?: string | undefined; at: Date }[]): JobsState['reasons'] {
  return [...Map.groupBy(rows, ({ error = '' }) => error.slice(0, 300))]
    .map(([reason, same]) => ({
      reason,
      count: same.length,
      ids: same.map(({ _id }) => _id),
      works: [...new Set(same.map(({ workId }) => workId))].slice(0, 5),
      since: new Date(Math.min(...same.map(({ at }) => at.getTime()))).toISOString(),
    }))
    .toSorted((a, b) => b.count - a.count);
} // prettier-ignore

/**
 * The last sixty minutes, the present one last. A queue keeps the newest minute first, as far as the one before its last job's; what
 * was done in that one is its count since, and in all minutes after it nothing was.
 */
export function byMinute({ meta, data }: Pick<QueueMetrics, 'meta' | 'data'>, now = Date.now()): number[] {
  const minuteOf = (at: number) => Math.floor(at / 60_000);
  const { count, prevTS, prevCount } = meta;
  if (!prevTS) return Array<number>(minutes).fill(0);
  const idle = Math.min(minutes, Math.max(0, minuteOf(now) - minuteOf(Number(prevTS))));
  const newestFirst = [...Array<number>(idle).fill(0), Number(count) - Number(prevCount), ...data.map(Number)];
  const counts = newestFirst.slice(0, minutes);
  return [...Array<number>(minutes - counts.length).fill(0), ...counts.toReversed()];
}

/** Milliseconds from when a job might begin until it was done: the middle one and the slowest of each minute with any. */
function latencyByMinute(jobs: readonly (Job | undefined)[]): QueueState['latency'] {
  const now = Date.now();
  const tookMs = new Map<number, number[]>();
  for (const job of jobs) {
    if (job?.finishedOn === undefined) continue;
    const minutesAgo = Math.floor((now - job.finishedOn) / 60_000);
    if (minutesAgo < 0 || minutesAgo >= minutes) continue;
    const took = Math.max(0, job.finishedOn - job.timestamp - (job.opts.delay ?? 0));
    tookMs.set(minutesAgo, [...(tookMs.get(minutesAgo) ?? []), took]);
  }
  return [...tookMs]
    .map(([minutesAgo, took]) => {
      const sorted = took.toSorted((a, b) => a - b);
      return { minutesAgo, middleMs: sorted[Math.floor(sorted.length / 2)] ?? 0, slowestMs: sorted.at(-1) ?? 0 };
    })
    .toSorted((a, b) => b.minutesAgo - a.minutesAgo);
}
