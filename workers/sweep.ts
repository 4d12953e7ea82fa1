import { drain, type DrainDeps } from '../indexer/drain.ts';

/** Rows that have waited this long have lost their job: BullMQ takes them within a fraction of it. */
const overdueMs = 3_000;

/**
 * Drains what has waited too long in the change line, whatever has become of its jobs: Redis away or emptied, a worker
 * killed, a writer dead half way. It needs MongoDB and Elasticsearch only. Two sweeps at the same work do no harm:
 * versions decide.
 */
export async function sweep(deps: DrainDeps, signal: AbortSignal): Promise<void> {
  const partitions = await deps.changes.waitingPartitions(new Date(Date.now() - overdueMs));
  for (const partition of partitions) {
    if (signal.aborted) return;
    await drain(partition, deps, signal);
  }
}
