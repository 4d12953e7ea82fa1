import type { Client } from '@elastic/elasticsearch';
import type { Analysis } from './analysis/analysis.ts';
import { writeBulk, type Write } from './bulk.ts';
import type { IndexClock } from './clock.ts';
import { documentsHere, type WriteDocuments } from './documents.ts';
import type { WorkSource } from './source.ts';

export interface WritingDeps {
  readonly elasticsearch: Client;
  readonly analysis: Analysis;
  /** Writes out documents, in this thread where absent. */
  readonly writeDocuments?: WriteDocuments;
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
  { elasticsearch, analysis, clock, source, writeDocuments = documentsHere(analysis) }: WritingDeps,
): Promise<Map<string, string>> {
  const version = await clock.tick();
  const written = new Map((await writeDocuments(await source.readWorks(ids))).map((one) => [one.id, one]));
  const failed = new Map<string, string>();
  const writes: Write[] = [];
  for (const id of ids) {
    const one = written.get(id) ?? { line: undefined };
    if ('error' in one) failed.set(id, one.error);
    else writes.push({ id, line: one.line });
  }
  const refused = await writeBulk(elasticsearch, { indices, version, writes });
  for (const [id, reason] of refused) failed.set(id, reason);
  return failed;
}
