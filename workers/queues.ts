import { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import { queueNames, type DrainJob } from '../config/queues.ts';
import type { Wake } from '../domain/changes/change-line.ts';

export interface Queues {
  readonly index: Queue<DrainJob>;
  /** Asks the workers to drain partitions; a partition that already waits or is at work is asked once more at most. */
  readonly wake: Wake;
  close(): Promise<void>;
}

/** Changes of one moment come in flocks: a drain that waits this long takes them together. */
const gatheringMs = 50;

export function openQueues(redis: Redis, prefix: string): Queues {
  const options = {
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

  return {
    index,
    async wake(partitions) {
      await index.addBulk(
        partitions.map((partition) => ({
          name: `drain-${partition}`,
          data: { partition },
          opts: { delay: gatheringMs, deduplication: { id: `drain-${partition}`, keepLastIfActive: true } },
        })),
      );
    },
    async close() {
      await index.close();
    },
  };
}
