import { partitionCount } from '../config/queues.ts';

export const allPartitions: readonly number[] = Array.from({ length: partitionCount }, (_, partition) => partition);

/** Enough to keep the engine busy while the next batches are being read. */
const partitionsAtOnce = 3;

/**
 * Runs a task for each of some partitions, a few at a time. When one fails, no other is begun, and the error is thrown
 * once those at work have ended: nothing of it goes on behind the caller's back.
 */
export async function eachPartition(
  partitions: readonly number[],
  task: (partition: number) => Promise<unknown>,
): Promise<void> {
  const left = [...partitions];
  const lane = async () => {
    for (let partition = left.shift(); partition !== undefined; partition = left.shift()) {
      try {
        await task(partition);
      } catch (error) {
        left.length = 0;
        throw error;
      }
    }
  };
  const lanes = await Promise.allSettled(Array.from({ length: partitionsAtOnce }, lane));
  for (const outcome of lanes) if (outcome.status === 'rejected') throw outcome.reason;
}
