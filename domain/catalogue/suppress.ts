import type { ChangeLine } from '../changes/change-line.ts';
import { rehome } from './decisions/carry-out.ts';
import type { CatalogueRepository } from './repository.ts';
import type { Suppression } from './schema.ts';

interface Deps {
  readonly repository: CatalogueRepository;
  readonly changes: ChangeLine;
}

/**
 * Hides records from everybody but staff, or (undefined) lets them be found again. Whatever is imported, they stay as staff
 * want them. Copies, loans and holds are left as they are: who waits for one gets it, and nobody new can ask for it.
 *
 * @returns the ids of those that were not so before; ids of no record are passed over
 */
export async function suppress(
  recordIds: readonly string[],
  wish: Omit<Suppression, 'stands'> | undefined,
  deps: Deps,
): Promise<string[]> {
  const done: string[] = [];
  const suppression = wish && { stands: true as const, ...wish };
  for (const id of new Set(recordIds)) if (await suppressOne(id, suppression, deps)) done.push(id);
  return done;
}

async function suppressOne(id: string, suppression: Suppression | undefined, deps: Deps): Promise<boolean> {
  const { repository, changes } = deps;
  for (;;) {
    const head = (await repository.recordHeads([id])).get(id);
    if (!head || (head.suppressed === undefined) === (suppression === undefined)) return false;
    const { workId } = head;
    const isStored = await changes.recordChange([workId], async () => {
      if (!suppression) await repository.ensureWorks([workId]);
      const stored = await repository.suppressRecord(head, suppression);
      await repository.withdrawWork(workId);
      return stored;
    });
    // its work may have been merged away while nobody saw the record
    if (isStored) await rehome([workId], deps);
    if (isStored) return true;
  }
}
