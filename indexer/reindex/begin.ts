import { randomUUID } from 'node:crypto';
import { currentMeta, sameMeta } from '../aliases.ts';
import type { ReindexDeps } from './deps.ts';
import { nobodysBeat } from './runs.ts';
import { ReindexRefused, type ReindexRun, type ReindexScope, type SwapMode } from './schema.ts';
import { countOfScope } from './works-of-scope.ts';

export interface ReindexWish {
  readonly scope?: ReindexScope | undefined;
  readonly swap?: SwapMode | undefined;
  /** Account of who wants it. */
  readonly by?: string | undefined;
  /** Synonyms that a full one's index is searched with; those that serve now where absent. */
  readonly synonyms?: number | undefined;
}

/**
 * Books a reindex. With a `holder` that process works on it; without, whichever worker looks first.
 *
 * @throws ReindexRefused where another has not come to its end
 */
export async function beginReindex(
  { scope = { kind: 'full' }, swap = 'automatic', by, synonyms }: ReindexWish,
  deps: ReindexDeps,
  holder = '',
): Promise<ReindexRun> {
  const [total, serving] = await Promise.all([countOfScope(scope, deps), deps.aliases.meta()]);
  const used = synonyms ?? (serving ? serving.synonyms : await deps.synonyms.lastUsed());
  const now = new Date();
  const run: ReindexRun = {
    _id: deps.aliases.newName(),
    scope,
    swap,
    status: 'running',
    startedAt: now,
    beatAt: holder === '' ? nobodysBeat : now,
    holder,
    resumed: 0,
    total,
    written: 0,
    workedMs: 0,
    done: [],
    reached: {},
    failed: 0,
    failures: [],
    ...(by !== undefined && { by }),
    ...(scope.kind === 'full' && used !== undefined && { synonyms: used }),
  };
  if (!(await deps.runs.begin(run))) throw new ReindexRefused('Another reindex has not come to its end');
  return run;
}

/** Takes up the run that another process has died over; begins the one that is wished for where there is none. */
export async function beginOrTakeOver(wish: ReindexWish, deps: ReindexDeps): Promise<ReindexRun> {
  const holder = randomUUID();
  const current = await deps.runs.current();
  if (current && current.status !== 'running')
    throw new ReindexRefused(`The reindex ${current._id} is ${current.status}: finish or cancel it first`);
  if (!current) return prepared(await beginReindex(wish, deps, holder), deps);
  const taken = await deps.runs.takeOver(current, holder);
  if (!taken) throw new ReindexRefused(`The reindex ${current._id} is running`);
  if (taken.scope.kind !== 'full' || (await isFillable(taken, deps))) return prepared(taken, deps);
  await deps.runs.end(taken, { status: 'failed', error: 'The index it was filling is gone, or of another version' });
  await deps.aliases.remove(taken._id);
  return prepared(await beginReindex(wish, deps, holder), deps);
}

/** Whether the index of a run stands, of this version; one that nobody has begun to fill is yet to be made. */
async function isFillable({ _id, written }: ReindexRun, { aliases, analysis }: ReindexDeps): Promise<boolean> {
  const meta = await aliases.metaOf(_id);
  return meta ? sameMeta(meta, currentMeta(analysis.version)) : written === 0;
}

async function prepared(run: ReindexRun, { aliases, analysis }: ReindexDeps): Promise<ReindexRun> {
  if (run.scope.kind === 'full' && !(await aliases.metaOf(run._id)))
    await aliases.create(run._id, { ...currentMeta(analysis.version), synonyms: run.synonyms });
  return run;
}
