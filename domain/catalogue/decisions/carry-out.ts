import type { ChangeLine } from '../../changes/change-line.ts';
import type { CatalogueRepository } from '../repository.ts';
import type { DecisionRepository } from './repository.ts';
import type { WorkDecision } from './schema.ts';

export interface DecisionDeps {
  readonly repository: CatalogueRepository;
  readonly decisions: DecisionRepository;
  readonly changes: ChangeLine;
}

/**
 * Brings the catalogue to what an open decision says. Every step may be repeated, so that anybody can finish what another
 * has begun. Steps are compare-and-swaps, made only while the decision is known to be open *after* what they change was
 * read: one who stood still meanwhile changes nothing that later decisions have made.
 */
export async function carryOut(decision: WorkDecision, deps: DecisionDeps): Promise<void> {
  const { repository, decisions, changes } = deps;
  const { places, leads, keys } = decision;
  const isOpen = async () => (await decisions.find(decision._id))?.state === 'open';
  const heads = await repository.recordHeads(places.map(({ record }) => record));
  const touched = new Set([...decision.works, ...[...heads.values()].map(({ workId }) => workId)]);
  await changes.recordChange([...touched], async () => {
    await repository.ensureWorks(decision.works);
    for (const { work, into } of leads) await repository.leadWork(work, into, isOpen);
    for (const { key, from, to } of keys) await repository.rebookKey(key, from, to, isOpen);
    for (const { record, to, pinned } of places) await placeRecord(record, { to, pinned }, deps, { touched, isOpen });
    await rehome(leads.flatMap(({ work, into }) => (into === null ? [] : work)), deps); // prettier-ignore
    // once more: a work may have stood empty for a moment, and been removed by an import
    await repository.ensureWorks(decision.works);
    const standing = await repository.currentWorks(decision.works);
    for (const [id, at] of standing) if (id === at) await repository.withdrawWork(id); // where staff have hidden all of it
    await repository.removeEmptyWorks(decision.works);
    if (decision.undoes !== undefined) await decisions.markUndone(decision.undoes, decision._id);
    await decisions.markDone(decision._id);
  });
}

/** Brings records that an import has put meanwhile into works that were merged away to where those lead. */
export async function rehome(works: readonly string[], deps: Omit<DecisionDeps, 'decisions'>): Promise<void> {
  if (works.length === 0) return;
  const { repository, changes } = deps;
  const leadsTo = await repository.currentWorks(works);
  const merged = works.filter((id) => leadsTo.get(id) !== id);
  for (const { _id, workId } of await repository.recordsOfWorks(merged)) {
    const to = leadsTo.get(workId);
    if (to === undefined) continue;
    await changes.recordChange([workId, to], async () => {
      await repository.ensureWorks([to]);
      await repository.placeRecord(_id, (head) => (head.workId === workId ? { to, pinned: head.pinned === true } : undefined)); // prettier-ignore
    });
  }
}

async function placeRecord(
  id: string,
  goal: { to: string; pinned: boolean },
  { repository, changes }: DecisionDeps,
  { touched, isOpen }: { touched: ReadonlySet<string>; isOpen: () => Promise<boolean> },
): Promise<void> {
  await repository.placeRecord(
    id,
    async ({ workId, pinned = false }) =>
      (workId === goal.to && pinned === goal.pinned) || !(await isOpen()) ? undefined : goal,
    // an import has moved it to a third work meanwhile, which loses it now
    (from, write) => (touched.has(from) ? write() : changes.recordChange([from], write)),
  );
}
