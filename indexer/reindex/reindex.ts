import { currentMeta, sameMeta } from '../aliases.ts';
import { IndexUnavailable } from '../bulk.ts';
import { writableIndices } from '../drain.ts';
import { beginOrTakeOver, type ReindexWish } from './begin.ts';
import { compareIndex } from './compare-index.ts';
import { compareWithServing, gotWorse } from './compare-with-serving.ts';
import type { ReindexDeps } from './deps.ts';
import { fill, RunLost } from './fill.ts';
import { nobodysBeat } from './runs.ts';
import { ReindexRefused, type ReindexRun } from './schema.ts';
import { retireStandby, swapTo } from './swap.ts';

export type { ReindexDeps };
export { ReindexRefused };

export interface ReindexOptions extends ReindexWish {
  readonly onProgress?: (run: ReindexRun) => void;
  readonly signal?: AbortSignal;
}

/**
 * Brings works to the index anew, as MongoDB has them. A full reindex fills a new index while the old one serves, compares the
 * two, and swaps the read alias atomically, or leaves that to staff. Live changes reach both from the moment the new one
 * exists: a drain asks for the write set after it took its rows, and this reads a work after the new index joined that set, so
 * whatever a drain wrote to the old index alone is read here. Part of the works is written anew where it stands.
 *
 * Takes up a run whose process has died or was stopped by `signal`, where that one was. Resolves with the run as it stands:
 * done, paused by staff, or waiting for their swap. A failed comparison leaves the old index serving.
 *
 * @throws ReindexRefused where another process is at it, or the new index does not hold what MongoDB does
 */
export async function reindex(deps: ReindexDeps, options: ReindexOptions = {}): Promise<ReindexRun> {
  const run = await beginOrTakeOver(options, deps);
  try {
    return run.scope.kind === 'full' ? await fillNewIndex(run, deps, options) : await writeAnew(run, deps, options);
  } catch (error) {
    // An engine that is away, or this process being stopped, is no verdict on the run: the next call goes on with it.
    if (options.signal?.aborted) await deps.runs.update(run, { beatAt: nobodysBeat }).catch(() => undefined);
    else if (error instanceof RunLost) throw new ReindexRefused(error.message);
    else if (!(error instanceof IndexUnavailable)) await giveUp(run, deps, error);
    throw error;
  }
}

async function fillNewIndex(run: ReindexRun, deps: ReindexDeps, options: ReindexOptions): Promise<ReindexRun> {
  const filled = await fill(run, [run._id], deps, options);
  if (filled.status !== 'running') return filled;
  const alive = setInterval(() => void deps.runs.update(run, {}).catch(() => undefined), 3_000);
  try {
    const difference = await compareIndex(run._id, deps);
    if (difference) throw new ReindexRefused(difference);
    const comparison = await compareWithServing(run._id, deps);
    const waits = run.swap === 'by-hand' || gotWorse(comparison);
    const compared = await deps.runs.update(run, { comparison, status: waits ? 'ready' : 'swapping' });
    if (!compared) throw new RunLost('Another process has this reindex, or it was ended');
    return waits ? compared : await finishSwap(compared, deps);
  } finally {
    clearInterval(alive);
  }
}

async function writeAnew(run: ReindexRun, deps: ReindexDeps, options: ReindexOptions): Promise<ReindexRun> {
  const filled = await fill(run, await writableIndices(deps), deps, options);
  if (filled.status !== 'running') return filled;
  await deps.runs.end(run, { status: 'done' });
  return { ...filled, status: 'done' };
}

/** Swaps to the index of a run that was told to, and ends the run. Harmless to repeat. */
export async function finishSwap(run: ReindexRun, deps: ReindexDeps): Promise<ReindexRun> {
  const replaced = await swapTo(run, deps);
  const end = { status: 'done' as const, finishedAt: new Date(), ...(replaced !== undefined && { replaced }) };
  return (await deps.runs.steer(run._id, ['swapping'], end)) ?? { ...run, ...end };
}

async function giveUp(run: ReindexRun, { runs, aliases }: ReindexDeps, error: unknown): Promise<void> {
  await runs.end(run, { status: 'failed', error: error instanceof Error ? error.message : String(error) });
  if (run.scope.kind === 'full' && (await aliases.serving()) !== run._id) await aliases.remove(run._id);
}

/**
 * Sees to it that an index stands: makes it where there is none (a first start, or an engine that has lost its data), begins
 * the reindex that staff have asked for, and finishes one whose process has died. One that another version made is replaced
 * only with `upgrade`, as two versions side by side would otherwise replace each other's for ever. Resolves with whether a
 * usable index stands.
 */
export async function ensureIndex(
  deps: ReindexDeps,
  { upgrade = false, ...options }: ReindexOptions & { upgrade?: boolean } = {},
): Promise<boolean> {
  const mine = currentMeta(deps.analysis.version);
  const [meta, current] = await Promise.all([deps.aliases.meta(), deps.runs.current()]);
  const usable = sameMeta(meta, mine);
  const mayStay = usable || (meta !== undefined && !upgrade);
  if (current?.status === 'swapping' && (await deps.aliases.metaOf(current._id))) {
    await finishSwap(current, deps);
  } else if (current?.status !== 'running') {
    if (usable) await retireStandby(deps);
    if (mayStay && current?.status !== 'swapping') return usable;
    if (current) await fail(current, deps);
  }
  if (current?.status === 'running' || !mayStay)
    await reindex(deps, options).catch((error: unknown) => {
      if (!(error instanceof ReindexRefused)) throw error;
    });
  return sameMeta(await deps.aliases.meta(), mine);
}

/** A run that waits for staff, and the index it was about is lost or of another version. */
const fail = ({ _id }: ReindexRun, { runs }: ReindexDeps) =>
  runs.steer(_id, ['paused', 'ready', 'swapping'], {
    status: 'failed',
    finishedAt: new Date(),
    error: 'The index it was about is gone',
  });
