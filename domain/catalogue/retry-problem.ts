import type { ImportDeps } from './import.ts';
import { storeDrafts } from './import-batch.ts';
import { tallyOf } from './import-drafts.ts';
import { brokenReasons } from './marc/problems.ts';
import { readMarc, type ReadRecord } from './marc/read.ts';

/** What came of trying a broken record once more; `newer` and `incomplete` changed nothing. */
export type Retried =
  | { readonly outcome: 'stored'; readonly records: readonly string[] }
  | { readonly outcome: 'broken'; readonly reason: string; readonly message: string }
  /** The record has come another way since. */
  | { readonly outcome: 'newer' }
  /** Only its beginning was kept. */
  | { readonly outcome: 'incomplete' };

/**
 * Reads the bytes of a broken record once more, as they are read today, and stores what comes of them; then it counts as broken
 * no more. What was stored under its id since that import began is left as it is.
 *
 * @returns undefined where there is no such record, or its import has not ended
 */
export async function retryProblem(importId: string, index: number, deps: ImportDeps): Promise<Retried | undefined> {
  const { reports, repository, sources } = deps;
  const report = await reports.find(importId);
  const [problem] = await reports.problems(importId, { after: index, size: 1 });
  if (!report || !ended.has(report.status) || problem?.index !== index || problem.kind !== 'broken') return undefined;
  const bytes = problem.bytes.buffer;
  if (bytes.length < problem.length) return { outcome: 'incomplete' };
  const found = (await readAgain(bytes)).map((one) => ('problem' in one ? one : { ...one, index }));
  const { drafts, seen } = tallyOf(found, report.source, await sources.defaultsOf(report.source));
  if (drafts.length === 0) {
    const again = seen.flatMap((one) => ('problem' in one ? one.problem : []))[0];
    const reason = again?.reason ?? 'no-record';
    return { outcome: 'broken', reason, message: again?.message ?? brokenReasons['no-record'] };
  }
  const stored = await repository.recordHeads(drafts.map(({ id }) => id));
  const changed = await repository.changedSince([...stored.keys()], report.startedAt);
  if (changed.length > 0) return { outcome: 'newer' };
  const counts = await storeDrafts(drafts, deps);
  await reports.resolve(problem, counts);
  return { outcome: 'stored', records: drafts.map(({ id }) => id) };
}

const ended: ReadonlySet<string> = new Set(['done', 'stopped', 'failed']);

async function readAgain(bytes: Uint8Array): Promise<ReadRecord[]> {
  const found: ReadRecord[] = [];
  for await (const one of readMarc(pieces(bytes))) found.push(one);
  return found;
}

async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
