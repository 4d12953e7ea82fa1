import type { Client } from '@elastic/elasticsearch';
import { partitionOf } from '../domain/partition.ts';
import type { Analysis } from './analysis/analysis.ts';
import { writeBulk, type Write } from './bulk.ts';
import type { IndexClock } from './clock.ts';
import { buildDocument } from './document.ts';
import type { WorkSource } from './source.ts';

export interface WritingDeps {
  readonly elasticsearch: Client;
  readonly analysis: Analysis;
  readonly clock: IndexClock;
  readonly source: WorkSource;
}

/** Works written in one bulk request. */
export const batchSize = 500;

/**
 * Brings works to the given indices as they stand now, or removes those that are gone. First tick, then read: what was
 * written before the tick is in what is read, so a batch with a later tick never knows less than one with an earlier.
 * Resolves with why single works could not be indexed; the others have landed.
 *
 * @throws IndexUnavailable where the engine is busy or away
 */
export async function writeWorks(
  ids: readonly string[],
  indices: readonly string[],
  { elasticsearch, analysis, clock, source }: WritingDeps,
): Promise<Map<string, string>> {
  const version = await clock.tick();
  const found = new Map((await source.readWorks(ids)).map((work) => [work.id, work]));
  const failed = new Map<string, string>();
  const writes: Write[] = [];
  for (const id of ids) {
    const stored = found.get(id);
    try {
      writes.push({ id, document: stored && buildDocument({ ...stored, partition: partitionOf(id) }, { analysis }) });
    } catch (error) {
      failed.set(id, `The document cannot be built: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  const refused = await writeBulk(elasticsearch, { indices, version, writes });
  for (const [id, reason] of refused) failed.set(id, reason);
  return failed;
}
