import { partitionCount } from '../config/queues.ts';
import { partitionOf } from '../domain/partition.ts';
import { buildDocument, hashOf } from './document.ts';
import { drainAll, type DrainDeps } from './drain.ts';
import { readHashes } from './read-hashes.ts';
import { inBatches } from './source.ts';
import { batchSize } from './write-works.ts';

/** How the serving index and MongoDB differ. Works with changes on their way are counted apart: the line will see to them. */
export interface IndexReport {
  readonly index: string;
  readonly works: number;
  readonly missing: readonly string[];
  readonly extra: readonly string[];
  readonly stale: readonly string[];
  readonly pending: number;
}

/**
 * Compares MongoDB and an index both ways, partition by partition: works that are missing from it, works it should no
 * longer hold, and works it describes as they no longer are.
 */
export async function checkIndex(
  deps: DrainDeps,
  onProgress?: (partitionsChecked: number) => void,
): Promise<IndexReport> {
  const { elasticsearch, aliases, source, changes, analysis } = deps;
  const index = await aliases.serving();
  if (!index) throw new Error(`No index stands behind ${aliases.read}: run a reindex`);
  await elasticsearch.indices.refresh({ index });
  const pending = await changes.pendingWorks();
  const report = {
    index,
    works: 0,
    missing: [] as string[],
    extra: [] as string[],
    stale: [] as string[],
    pending: pending.size,
  };
  for (let partition = 0; partition < partitionCount; partition += 1) {
    const indexed = await readHashes(elasticsearch, index, { partition });
    for await (const ids of inBatches(source.workIdsOfPartition(partition), batchSize)) {
      for (const work of await source.readWorks(ids)) {
        const document = buildDocument({ ...work, partition: partitionOf(work.id) }, { analysis });
        const hash = indexed.get(work.id);
        indexed.delete(work.id);
        report.works += 1;
        if (pending.has(work.id) || hash === hashOf(document)) continue;
        (document === undefined ? report.extra : hash === undefined ? report.missing : report.stale).push(work.id);
      }
    }
    report.extra.push(...[...indexed.keys()].filter((id) => !pending.has(id)));
    onProgress?.(partition + 1);
  }
  return report;
}

/** Sends everything a report names down the change line, and drains it here and now. */
export async function repairIndex({ missing, extra, stale }: IndexReport, deps: DrainDeps): Promise<void> {
  await deps.changes.announce([...missing, ...extra, ...stale]);
  await drainAll(deps);
}
