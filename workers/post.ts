import { Worker, type Job, type Telemetry } from 'bullmq';
import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { NoticeJob, keptMetrics, queueNames } from '../config/queues.ts';
import type { Notices } from '../domain/notices/service.ts';

export interface PostDeps {
  readonly notices: Pick<Notices, 'write' | 'putBack' | 'due' | 'deliver'>;
  /** Hands letters to the queue, whose workers send them. */
  readonly post: (letters: readonly string[]) => Promise<void>;
  readonly logger: Logger;
}

/** Letters that have waited this long have lost their job, or Redis is away: they are sent from here. */
const lateMs = 120_000;

/** Writes what there is to tell of holds, and has everything sent whose time has come, whatever has become of the queue. */
export async function sendPost(deps: PostDeps, signal: AbortSignal): Promise<void> {
  const { notices, post } = deps;
  await notices.putBack();
  await notices.write('holds');
  for (const letter of await notices.due(lateMs)) {
    if (signal.aborted) return;
    await deliver(deps, letter);
  }
  // not awaited: without Redis it would never come back
  void post(await notices.due()).catch(() => undefined);
}

/** Takes letters from the queue and sends them. Returns a function that stops it after those in hand. */
export function startPostmen(
  deps: PostDeps & { redis: Redis; queuePrefix: string; telemetry?: Telemetry },
): () => Promise<void> {
  const { redis, queuePrefix, telemetry, logger } = deps;
  const postmen = new Worker(queueNames.notices, (job: Job) => deliver(deps, NoticeJob.parse(job.data).letter), {
    connection: redis,
    prefix: queuePrefix,
    concurrency: 4,
    metrics: keptMetrics,
    ...(telemetry && { telemetry }),
  });
  postmen.on('error', (error) => logger.warn({ err: error }, 'The post waits for Redis'));
  postmen.on('failed', (job, error) =>
    logger.warn({ err: error, job: job?.id }, 'A letter waits for its next attempt'),
  );
  return () => postmen.close();
}

/** Sends one letter, and says so where it is given up. */
async function deliver({ notices, logger }: PostDeps, letter: string): Promise<void> {
  const outcome = await notices.deliver(letter);
  if (outcome === 'failed') logger.warn({ letter }, 'A letter was given up: its reason stands in `letters`');
}
