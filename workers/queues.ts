import { Queue, type Telemetry } from 'bullmq';
import type { Redis } from 'ioredis';
import { queueNames, type DrainJob, type ImportJob, type NoticeJob } from '../config/queues.ts';
import { within } from '../config/within.ts';
import type { Wake } from '../domain/changes/change-line.ts';

export interface Queues {
  readonly index: Queue<DrainJob>;
  /** Asks the workers to drain partitions; a partition that already waits or is at work is asked once more at most. */
  readonly wake: Wake;
  readonly notices: Queue<NoticeJob>;
  /** Asks the workers to send letters; one that already waits is asked for once. */
  readonly post: (letters: readonly string[]) => Promise<void>;
  readonly imports: Queue<ImportJob>;
  /** Asks the workers to carry imports on; one that already waits or is at work is not asked for again. */
  readonly takeImports: (ids: readonly string[]) => Promise<void>;
  close(): Promise<void>;
}

/**
 * Whoever has written something is not kept waiting for a queue that is away: what it was to tell is found by looking. A connection that
 * blocks would wait as long as it takes.
 */
const soon = <T>(told: Promise<T>): Promise<T> => within(1_000, told);

/** Changes of one moment come in flocks: a drain that waits this long takes them together. */
const gatheringMs = 50;

export function openQueues(redis: Redis, prefix: string, telemetry?: Telemetry): Queues {
  const options = {
    ...(telemetry && { telemetry }),
    connection: redis,
    prefix,
    defaultJobOptions: {
      attempts: 8,
      backoff: { type: 'exponential', delay: 500 },
      removeOnComplete: { count: 500 },
      removeOnFail: { count: 2_000 },
    },
  } as const;
  const index = new Queue<DrainJob>(queueNames.index, options);
  index.on('error', () => undefined); // an absent Redis is reported by /readyz

  const notices = new Queue<NoticeJob>(queueNames.notices, options);
  notices.on('error', () => undefined);

  const imports = new Queue<ImportJob>(queueNames.imports, options);
  imports.on('error', () => undefined);

  return {
    index,
    notices,
    imports,
    async takeImports(ids) {
      await soon(
        imports.addBulk(
          ids.map((id) => ({ name: 'import', data: { import: id }, opts: { deduplication: { id }, attempts: 1 } })),
        ),
      );
    },
    async post(letters) {
      await soon(
        notices.addBulk(
          letters.map((letter) => ({ name: 'send', data: { letter }, opts: { deduplication: { id: letter } } })),
        ),
      );
    },
    async wake(partitions) {
      await soon(
        index.addBulk(
          partitions.map((partition) => ({
            name: `drain-${partition}`,
            data: { partition },
            opts: { delay: gatheringMs, deduplication: { id: `drain-${partition}`, keepLastIfActive: true } },
          })),
        ),
      );
    },
    async close() {
      await Promise.all([index.close(), notices.close(), imports.close()]);
    },
  };
}
