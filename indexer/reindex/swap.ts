import { currentMeta, sameMeta } from '../aliases.ts';
import type { ReindexDeps } from './deps.ts';
import { ReindexRefused, type ReindexRun } from './schema.ts';

/** How long the replaced index is kept, and kept up to date, for a rollback. */
export const keptForMs = 24 * 60 * 60_000;

/** Lets the index of a run serve; the one it replaces stays, up to date, and all older ones go. Harmless to repeat. */
export async function swapTo(
  run: Pick<ReindexRun, '_id' | 'replaced' | 'synonyms'>,
  { aliases, synonyms }: ReindexDeps,
): Promise<string | undefined> {
  const { replaced } = await aliases.swap(run._id);
  if (run.synonyms !== undefined) await synonyms.markUsed(run.synonyms);
  // of a process that died after the swap: the other index that is written to is the one that served before
  const before = replaced === run._id ? (run.replaced ?? (await other(run._id, aliases))) : replaced;
  await aliases.join(run._id).catch(() => undefined); // slower without, and as right
  for (const index of await aliases.all()) if (index !== run._id && index !== before) await aliases.remove(index);
  return before;
}

const other = async (index: string, aliases: ReindexDeps['aliases']) =>
  [...(await aliases.writeSet()).keys()].find((one) => one !== index);

/**
 * Lets the index serve again that the last swap has replaced. It is up to date, as live changes have reached it all along; the
 * one that served until now is kept in the same way, so that this can be taken back too. Resolves with what serves.
 *
 * @throws ReindexRefused where there is none, or a reindex has not come to its end
 */
export async function rollBack(deps: ReindexDeps): Promise<string> {
  const { aliases, runs, synonyms } = deps;
  if (await runs.current()) throw new ReindexRefused('A reindex has not come to its end: finish or cancel it first');
  const [serving, standby] = await Promise.all([aliases.serving(), standbyIndex(deps)]);
  if (serving === undefined || standby === undefined) throw new ReindexRefused('No index is kept to go back to');
  await aliases.swap(standby);
  const used = (await aliases.metaOf(standby))?.synonyms;
  if (used !== undefined) await synonyms.markUsed(used);
  await runs.steer(serving, ['done'], { status: 'rolled-back' });
  await runs.steer(standby, ['rolled-back'], { status: 'done', finishedAt: new Date() });
  return standby;
}

/** The index that is kept up to date beside the serving one; undefined where there is none. */
export async function standbyIndex({ aliases, analysis, runs }: ReindexDeps): Promise<string | undefined> {
  const [serving, set, current] = await Promise.all([aliases.serving(), aliases.writeSet(), runs.current()]);
  const mine = currentMeta(analysis.version);
  return [...set].find(([index, meta]) => index !== serving && index !== current?._id && sameMeta(meta, mine))?.[0];
}

/** Removes the index that is kept for a rollback once its time is over: what is written twice costs twice. */
export async function retireStandby(deps: ReindexDeps): Promise<void> {
  const standby = await standbyIndex(deps);
  if (standby === undefined) return;
  const runs = await deps.runs.latest(20);
  const last = runs.find(({ scope, status }) => scope.kind === 'full' && ['done', 'rolled-back'].includes(status));
  if (last?.finishedAt && Date.now() - last.finishedAt.getTime() > keptForMs) await deps.aliases.remove(standby);
}
