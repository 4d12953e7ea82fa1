import type { ChangeLine } from '../changes/change-line.ts';
import { delisted } from './item-status.ts';
import type { CatalogueRepository } from './repository.ts';

interface Deps {
  readonly repository: CatalogueRepository;
  readonly changes: ChangeLine;
}

/**
 * Takes a record out of the catalogue that its source has deleted. Copies on their shelves go with it; one that somebody
 * has, or is to get, keeps its record, and the record can be found until the last of them is back (`finishWithdrawals`).
 * Loans, holds and fees are left as they are, and their titles are kept.
 *
 * @returns whether there was such a record, and it was not withdrawn before
 */
export async function withdraw(id: string, deps: Deps): Promise<boolean> {
  const head = (await deps.repository.recordHeads([id])).get(id);
  if (!head || head.withdrawn !== undefined) return false;
  await takeOut(id, deps);
  return true;
}

/** Ends the withdrawal of records whose last copy has come back. Harmless to repeat. */
export async function finishWithdrawals(deps: Deps): Promise<void> {
  for (const id of await deps.repository.leavingRecords()) await takeOut(id, deps);
}

async function takeOut(id: string, { repository, changes }: Deps): Promise<void> {
  for (;;) {
    const head = (await repository.recordHeads([id])).get(id);
    if (!head || head.withdrawn === 'gone') return;
    const items = await repository.itemsOf([id]);
    const stay = items.filter((item) => delisted(item) !== undefined);
    const leave = items.filter((item) => delisted(item) === undefined);
    const next = stay.length > 0 ? 'leaving' : 'gone';
    if (head.withdrawn === next && leave.length === 0) return;
    const done = await changes.recordChange([head.workId], async () => {
      // the record first: whoever imports it meanwhile brings back its copies as well
      if (head.withdrawn !== next && !(await repository.withdrawRecord(head, next))) return false;
      await repository.storeItems(stay.flatMap((item) => (item.withdrawn ? [] : (delisted(item) ?? []))), leave); // prettier-ignore
      if (next === 'gone') await repository.withdrawWork(head.workId);
      return true;
    });
    if (!done) continue;
    // a copy may have been lent since it was read: then it is still there, and so is its record
    const left = await repository.itemsOf([id]);
    if (next === 'gone' && left.length > 0) await reopen(id, { repository, changes });
    return;
  }
}

async function reopen(id: string, { repository, changes }: Deps): Promise<void> {
  const head = (await repository.recordHeads([id])).get(id);
  if (head?.withdrawn !== 'gone') return;
  await changes.recordChange([head.workId], async () => {
    await repository.withdrawRecord(head, 'leaving');
    await repository.ensureWorks([head.workId]);
    await repository.withdrawWork(head.workId); // where staff have hidden it
  });
}
