import { randomUUID } from 'node:crypto';
import { currentMeta, sameMeta } from '../aliases.ts';
import { IndexUnavailable } from '../bulk.ts';
import { compareIndex } from './compare-index.ts';
import type { DrainDeps } from '../drain.ts';
import { allPartitions, eachPartition } from '../each-partition.ts';
import type { ReindexRun, ReindexRuns } from './runs.ts';
import { inBatches } from '../source.ts';
import { batchSize, writeWorks } from '../write-works.ts';

export interface ReindexDeps extends DrainDeps {
  readonly runs: ReindexRuns;
}

export interface ReindexProgress {
  readonly index: string;
  readonly written: number;
  readonly total: number;
  readonly partitions: number;
}

export interface ReindexOptions {
  readonly onProgress?: (progress: ReindexProgress) => void;
  readonly signal?: AbortSignal;
}

export class ReindexRefused extends Error {
  override readonly name = 'ReindexRefused';
}

/**
 * Fills a new index from MongoDB while the old one serves, compares it, and swaps the read alias atomically. Live
 * changes reach both from the moment the new one exists: a drain asks for the write set after it took its rows, and
 * this reads a work after the new index joined that set, so whatever a drain wrote to the old index alone is read here.
 * Takes up a run whose process has died or was stopped by `signal`. A failed comparison leaves the old index serving.
 *
 * @throws ReindexRefused where another process is at it, or the new index does not hold what MongoDB does
 */
export async function reindex(deps: ReindexDeps, { onProgress, signal }: ReindexOptions = {}): Promise<ReindexRun> {
  const run = await beginOrTakeOver(deps);
  const state = { written: run.written, done: [...run.done] };
  const report = () =>
    onProgress?.({ index: run._id, written: state.written, total: run.total, partitions: state.done.length });
  const beat = setInterval(() => void deps.runs.update(run, { written: state.written }).catch(() => false), 3_000);
  try {
    const left = allPartitions.filter((partition) => !state.done.includes(partition));
    await eachPartition(left, async (partition) => {
      await fillPartition(run, partition, deps, signal, (written) => {
        state.written += written;
        report();
      });
      state.done.push(partition);
      if (!(await deps.runs.update(run, state)))
        throw new ReindexRefused('Another process has taken this reindex over');
    });
    const difference = await compareIndex(run._id, deps);
    if (difference) throw new ReindexRefused(difference);
    const { replaced } = await deps.aliases.swap(run._id);
    await deps.aliases.join(run._id).catch(() => undefined); // slower without, and as right
    await deps.runs.end(run, { ...state, status: 'done', ...(replaced && { replaced }) });
    await removeOldIndices(deps, [run._id, replaced]);
    return { ...run, ...state, status: 'done', ...(replaced && { replaced }) };
  } catch (error) {
    // An engine that is away, or this process being stopped, is no verdict on the run: the next call goes on with it.
    if (!(error instanceof IndexUnavailable) && !signal?.aborted) await giveUp(run, deps, error);
    throw error;
  } finally {
    clearInterval(beat);
  }
}

async function beginOrTakeOver({ runs, aliases, analysis, source }: ReindexDeps): Promise<ReindexRun> {
  const holder = randomUUID();
  const current = await runs.running();
  if (current) {
    if (!(await runs.takeOver(current, holder))) throw new ReindexRefused(`A reindex into ${current._id} is running`);
    if (sameMeta((await aliases.writeSet()).get(current._id), currentMeta(analysis.version)))
      return { ...current, holder };
    await runs.end(
      { ...current, holder },
      { status: 'failed', error: 'The index it was filling is gone, or of another version' },
    );
    await aliases.remove(current._id);
  }
  const total = await source.countWorks();
  const now = new Date();
  const index = aliases.newName();
  const run: ReindexRun = {
    _id: index,
    status: 'running',
    startedAt: now,
    beatAt: now,
    holder,
    total,
    written: 0,
    done: [],
  };
  if (!(await runs.begin(run))) throw new ReindexRefused('Another reindex has just begun');
  await aliases.create(index, currentMeta(analysis.version));
  return run;
}

async function fillPartition(
  run: ReindexRun,
  partition: number,
  deps: ReindexDeps,
  signal: AbortSignal | undefined,
  onWritten: (works: number) => void,
): Promise<void> {
  for await (const ids of inBatches(deps.source.workIdsOfPartition(partition), batchSize)) {
    signal?.throwIfAborted();
    const failed = await writeWorks(ids, [run._id], deps);
    await deps.changes.setAside([...failed]); // staff see them in the list of failed works
    onWritten(ids.length);
  }
}

async function giveUp(run: ReindexRun, { runs, aliases }: ReindexDeps, error: unknown): Promise<void> {
  await runs.end(run, { status: 'failed', error: error instanceof Error ? error.message : String(error) });
  if ((await aliases.serving()) !== run._id) await aliases.remove(run._id);
}

/** Keeps the serving index and the one it replaced, for a rollback. */
async function removeOldIndices({ aliases }: ReindexDeps, kept: readonly (string | undefined)[]): Promise<void> {
  for (const index of await aliases.all()) if (!kept.includes(index)) await aliases.remove(index);
}

/**
 * Sees to it that an index stands: makes it where there is none (a first start, or an engine that has lost its data) and
 * finishes a reindex whose process has died. One that another version made is replaced only with `upgrade`, as two
 * versions side by side would otherwise replace each other's for ever. Resolves with whether a usable index stands.
 */
export async function ensureIndex(
  deps: ReindexDeps,
  { upgrade = false, ...options }: ReindexOptions & { upgrade?: boolean } = {},
): Promise<boolean> {
  const [meta, running] = await Promise.all([deps.aliases.meta(), deps.runs.running()]);
  const usable = sameMeta(meta, currentMeta(deps.analysis.version));
  if (!running && (usable || (meta && !upgrade))) return usable;
  try {
    await reindex(deps, options);
    return true;
  } catch (error) {
    if (error instanceof ReindexRefused) return usable;
    throw error;
  }
}
