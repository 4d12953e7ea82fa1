import { Worker, type Job, type Telemetry } from 'bullmq';
import type { Redis } from 'ioredis';
import { DrainJob, keptMetrics, queueNames } from '../config/queues.ts';
import { drain } from '../indexer/drain.ts';
import { ensureIndex, type ReindexDeps } from '../indexer/reindex/reindex.ts';
import { ensureSuggestions } from '../indexer/suggest/make-suggestions.ts';
import type { SuggestionIndex } from '../indexer/suggest/suggestion-index.ts';
import { sendPost, startPostmen, type PostDeps } from './post.ts';
import { carryImportsOn, startImporters, type ImporterDeps } from './imports.ts';
import { repeat } from './repeat.ts';
import { sweep } from './sweep.ts';

export interface WorkerDeps extends ReindexDeps, PostDeps, ImporterDeps {
  readonly suggestions: SuggestionIndex;
  /** Decisions of staff on works: one whose process died half way is carried out to the end. */
  readonly decisions: { finish(): Promise<void> };
  /** Loans, holds and fees: what a process has died over is finished, and each day begun. */
  readonly circulation: { settle(): Promise<void>; beginDay(): Promise<void> };
  /** Searches that patrons have saved are looked through. */
  readonly savedSearches: { look(): Promise<void> };
  /** What readers of works like too is counted anew, once a day. */
  readonly recommendations: { make(): Promise<boolean> };
  /** Accounts: deletions are finished. */
  readonly statistics: { countCollection(): Promise<void> };
  readonly accounts: { finishDeletions(): Promise<void>; finishMerges(): Promise<void> };
  /** Records that their sources have deleted: gone once their last copy is back. */
  finishWithdrawals(): Promise<void>;
  /** Lists: what was deleted long ago goes for good, and words of an older analysis are made anew. */
  readonly lists: { removeLongDeleted(): Promise<void>; readonly everybodys: { readAnew(): Promise<void> } };
  /** Reviews: what was taken back goes for good after a day, and the mean of ratings is counted anew. */
  readonly reviews: { tidy(): Promise<void> };
  readonly redis: Redis;
  readonly queuePrefix: string;
  /** Joins the jobs of all workers to what has enqueued them. */
  readonly telemetry?: Telemetry;
}

/** A worker renews its hold on a job; once it has been silent for this long, another one gets the job. */
const lockMs = 10_000;

/**
 * Starts all workers of this process: the drains, and the loops that need no queue: the sweep, the watch over the index
 * and the suggestions made from it, the
 * finishing of what others have begun, the day's beginning, the post. Returns a function that stops them after the work in hand.
 */
export async function startWorkers(deps: WorkerDeps): Promise<() => Promise<void>> {
  const { redis, queuePrefix, logger } = deps;
  await refuseEvictingRedis(deps);
  const stopping = new AbortController();
  const drains = new Worker(
    queueNames.index,
    (job: Job) => drain(DrainJob.parse(job.data).partition, deps, stopping.signal),
    {
      connection: redis,
      prefix: queuePrefix,
      concurrency: 3,
      lockDuration: lockMs,
      stalledInterval: lockMs / 2,
      maxStalledCount: 1,
      metrics: keptMetrics,
      ...(deps.telemetry && { telemetry: deps.telemetry }),
    },
  );
  drains.on('error', (error) => logger.warn({ err: error }, 'The drains wait for Redis'));
  drains.on('failed', (job, error) =>
    logger.warn({ err: error, job: job?.id }, 'A drain failed; its rows stay in line'),
  );
  const stopPostmen = startPostmen(deps);
  const stopImporters = startImporters(deps);
  const loops = [
    repeat((signal) => sweep(deps, signal), { name: 'The sweep', everyMs: 2_000, logger }),
    repeat((signal) => ensureIndex(deps, { signal }), { name: 'The index watch', everyMs: 5_000, logger }),
    repeat((signal) => ensureSuggestions(deps, { signal }), { name: 'Making suggestions', everyMs: 10_000, logger }),
    repeat(() => deps.circulation.settle(), { name: 'Settling loans and holds', everyMs: 30_000, logger }),
    repeat(() => deps.circulation.beginDay(), { name: 'Beginning the day', everyMs: 600_000, logger }),
    repeat((signal) => sendPost(deps, signal), { name: 'The post', everyMs: 30_000, logger }),
    repeat(() => deps.notices.write('loans'), { name: 'Reminding of loans', everyMs: 600_000, logger }),
    repeat(() => deps.savedSearches.look(), { name: 'Looking through saved searches', everyMs: 60_000, logger }),
    repeat(() => deps.recommendations.make(), { name: 'Making recommendations', everyMs: 600_000, logger }),
    repeat(() => deps.accounts.finishDeletions(), { name: 'Finishing deletions', everyMs: 60_000, logger }),
    repeat(() => deps.accounts.finishMerges(), { name: 'Finishing merges of patrons', everyMs: 60_000, logger }),
    repeat((signal) => carryImportsOn(deps, signal), { name: 'Carrying imports on', everyMs: 5_000, logger }),
    repeat(() => deps.finishWithdrawals(), { name: 'Finishing withdrawals', everyMs: 60_000, logger }),
    repeat(() => deps.harvests.beginDue(), { name: 'Beginning harvests', everyMs: 60_000, logger }),
    repeat(() => deps.imports.tidy(), { name: 'Tidying imports', everyMs: 3_600_000, logger }),
    repeat(() => deps.lists.everybodys.readAnew(), { name: 'Reading lists anew', everyMs: 600_000, logger }),
    repeat(() => deps.lists.removeLongDeleted(), { name: 'Removing deleted lists', everyMs: 600_000, logger }),
    repeat(() => deps.statistics.countCollection(), { name: 'Counting copies', everyMs: 6 * 3_600_000, logger }),
    repeat(() => deps.reviews.tidy(), { name: 'Tidying reviews', everyMs: 600_000, logger }),
    repeat(() => deps.decisions.finish(), { name: 'Finishing decisions on works', everyMs: 30_000, logger }),
  ];
  return async () => {
    stopping.abort();
    await Promise.allSettled([...loops.map((stop) => stop()), drains.close(), stopPostmen(), stopImporters()]);
  };
}

/** A Redis that evicts keys would drop jobs and sessions without a word. */
async function refuseEvictingRedis({ redis, logger }: WorkerDeps): Promise<void> {
  const answer = await redis.config('GET', 'maxmemory-policy').catch(() => undefined);
  const policy = Array.isArray(answer) ? String(answer[1]) : undefined;
  if (policy === undefined) logger.warn('Redis does not tell its maxmemory-policy; it must be noeviction');
  else if (policy !== 'noeviction')
    throw new Error(`Redis may evict keys (maxmemory-policy ${policy}); set it to noeviction`);
}
