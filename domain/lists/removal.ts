import type { ListDeps } from './deps.ts';
import { daysToRestore } from './schema.ts';

type Kept = Pick<ListDeps, 'lists' | 'entries' | 'everybodys' | 'removeAbout'>;
const day = 86_400_000;

/** Lists that were deleted after this can be brought back. */
export const restorableSince = (now: Date): Date => new Date(now.getTime() - daysToRestore * day);

/** Removes what was deleted so long ago that nobody can bring it back any more; a day later, lest somebody is about to. */
export async function removeLongDeleted(kept: Kept): Promise<void> {
  const then = new Date(restorableSince(new Date()).getTime() - day);
  for (const id of await kept.lists.deletedBefore(then)) await removeForGood(kept, id);
}

/** Somebody who adds a work meanwhile leaves nothing: entries are looked for once more when the list is gone. */
export async function removeForGood({ lists, entries, everybodys, removeAbout }: Kept, id: string): Promise<void> {
  await removeAbout(id);
  await entries.removeAll(id);
  await everybodys.forgetList(id);
  await lists.remove(id);
  await entries.removeAll(id);
}
