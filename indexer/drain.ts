import type { ChangeRepository } from '../domain/changes/repository.ts';
import { currentMeta, sameMeta, type Aliases } from './aliases.ts';
import { IndexGone, IndexUnavailable } from './bulk.ts';
import { allPartitions, eachPartition } from './each-partition.ts';
import { batchSize, writeWorks, type WritingDeps } from './write-works.ts';

export interface DrainDeps extends WritingDeps {
  readonly changes: ChangeRepository;
  readonly aliases: Aliases;
}

export interface Drained {
  readonly works: number;
  readonly failed: number;
}

/**
 * Brings everything that waits in a partition to the index: take the rows, ask where to write, tick, read, write, and
 * only then delete exactly the rows that were taken. Killed at any line, it leaves rows that the next drain takes again.
 * Works that are refused stay in line with the reason. Returns when nothing is left to take, or after the batch in hand
 * once `signal` is aborted.
 *
 * @throws IndexUnavailable where the engine is busy or away, or no index stands; the rows stay
 */
export async function drain(partition: number, deps: DrainDeps, signal?: AbortSignal): Promise<Drained> {
  const { changes } = deps;
  let works = 0;
  let failures = 0;
  while (!signal?.aborted) {
    const rows = await changes.take(partition, batchSize);
    if (rows.length === 0) break;
    const indices = await writableIndices(deps); // after the take: see reindex/reindex.ts on why
    const ids = [...new Set(rows.map((row) => row.workId))];
    const failed = await writeWorks(ids, indices, deps).catch(onlyWhereGone);
    if (!failed) continue; // an old index was removed meanwhile: the rows are taken again
    await changes.release(rows.filter((row) => !failed.has(row.workId)));
    await changes.postpone(
      rows.filter((row) => failed.has(row.workId)),
      (workId) => failed.get(workId) ?? '',
    );
    works += ids.length - failed.size;
    failures += failed.size;
  }
  return { works, failed: failures };
}

function onlyWhereGone(error: unknown): undefined {
  if (!(error instanceof IndexGone)) throw error;
}

/** Drains every partition: for who must see the changes in the index now, or has no worker running. */
export async function drainAll(deps: DrainDeps, signal?: AbortSignal): Promise<void> {
  await eachPartition(allPartitions, (partition) => drain(partition, deps, signal));
}

/**
 * The indices that live changes go to. Documents of two versions must not be mixed: with an index of another one in the set,
 * everything waits.
 *
 * @throws IndexUnavailable
 */
export async function writableIndices({
  aliases,
  analysis,
}: Pick<DrainDeps, 'aliases' | 'analysis'>): Promise<string[]> {
  const indices = await aliases.writeSet();
  if (indices.size === 0) throw new IndexUnavailable(`No index stands behind ${aliases.read}`);
  const mine = currentMeta(analysis.version);
  for (const [index, meta] of indices) {
    if (!sameMeta(meta, mine)) throw new IndexUnavailable(`${index} was made by another version: run a reindex`);
  }
  return [...indices.keys()];
}
