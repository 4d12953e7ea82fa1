import { allPartitions, eachPartition } from '../each-partition.ts';
import { writeWorks } from '../write-works.ts';
import type { ReindexDeps } from './deps.ts';
import type { ReindexRun } from './schema.ts';
import { worksOfScope } from './works-of-scope.ts';

/** What a run has come to, as it is stored with every sign of life. */
type Progress = Pick<ReindexRun, 'written' | 'done' | 'reached' | 'failed' | 'failures' | 'rate' | 'workedMs'>;

const beatMs = 1_000;
/** Failures that are kept by name; all of them are in the list of works that could not be indexed. */
const mostFailures = 50;
/** How much the last second counts of the rate that is shown. */
const weightOfLast = 0.2;

/** Another process has taken the run over, or somebody has ended it. */
export class RunLost extends Error {
  override readonly name = 'RunLost';
}

/**
 * Writes the works that a run covers to `indices`, going on where it was. Its progress is stored every second; resolves with the
 * run as it stands then: filled to the end, or paused by somebody.
 *
 * @throws RunLost where it is no longer this process's
 */
export async function fill(
  run: ReindexRun,
  indices: readonly string[],
  deps: ReindexDeps,
  { onProgress, signal }: { onProgress?: ((run: ReindexRun) => void) | undefined; signal?: AbortSignal | undefined },
): Promise<ReindexRun> {
  const { written, done, reached, failed, failures, workedMs } = run;
  const progress = { written, done: [...done], reached: { ...reached }, failed, failures: [...failures] };
  const began = Date.now();
  const stopping = new AbortController();
  const either = signal ? AbortSignal.any([signal, stopping.signal]) : stopping.signal;
  let now = run;
  let rate = run.rate;
  let last = { at: began, written };

  const snapshot = (): Progress => {
    const elapsed = Date.now() - last.at;
    if (elapsed >= beatMs / 2) {
      const recent = ((progress.written - last.written) / elapsed) * 1_000;
      rate = rate === undefined ? recent : rate + (recent - rate) * weightOfLast;
      last = { at: Date.now(), written: progress.written };
    }
    const stored = { ...progress, done: [...progress.done], reached: { ...progress.reached } };
    return { ...stored, workedMs: workedMs + Date.now() - began, ...(rate !== undefined && { rate }) };
  };
  const store = async () => {
    const stored = await deps.runs.update(run, snapshot());
    if (!stored) stopping.abort(new RunLost('Another process has this reindex, or it was ended'));
    else if (stored.status !== 'running') stopping.abort(new Paused());
    now = stored ?? now;
  };
  let beating = Promise.resolve();
  /** One after the other, so that no older state replaces a newer one. */
  const beat = () => {
    beating = beating.then(store, store);
    return beating;
  };
  const heart = setInterval(() => void beat().catch(() => undefined), beatMs);
  try {
    const left = allPartitions.filter((partition) => !progress.done.includes(partition));
    await eachPartition(left, async (partition) => {
      for await (const ids of worksOfScope(run.scope, partition, deps, progress.reached[partition])) {
        either.throwIfAborted();
        if (ids.length === 0) continue;
        const refused = await writeWorks(ids, indices, deps);
        if (refused.size > 0) await keepFailures(refused, progress, deps);
        progress.written += ids.length;
        const end = ids.at(-1);
        if (end !== undefined) progress.reached[partition] = end;
        onProgress?.({ ...now, ...snapshot() });
      }
      progress.done.push(partition);
      delete progress.reached[partition];
    });
    await beat();
    if (stopping.signal.reason instanceof RunLost) throw stopping.signal.reason;
  } catch (error) {
    await beat().catch(() => undefined);
    if (!(stopping.signal.reason instanceof Paused)) throw error;
  } finally {
    clearInterval(heart);
  }
  return now;
}

class Paused extends Error {}

async function keepFailures(
  refused: ReadonlyMap<string, string>,
  progress: { failed: number; failures: ReindexRun['failures'] },
  { changes, source }: ReindexDeps,
): Promise<void> {
  await changes.setAside([...refused]); // staff see them in the list of failed works
  progress.failed += refused.size;
  const shown = [...refused].slice(0, mostFailures - progress.failures.length);
  const works = await source.readWorks(shown.map(([work]) => work)).catch(() => []);
  for (const [work, error] of shown) {
    const records = works.find(({ id }) => id === work)?.records.map(({ _id }) => _id) ?? [];
    progress.failures.push({ work, records, error });
  }
}
