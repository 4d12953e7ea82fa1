import { joinNotes } from './decisions.ts';
import type { EntryHead, EntryRepository } from './repository-of-entries.ts';

/**
 * Makes entries stand for the works that theirs lead to today: where works were merged, and where a merge was undone. A work
 * that the list has twice then is one entry, with what was written of both. Whoever reads does this; it may be repeated, and
 * somebody who dies over it has lost nothing: the note is joined before the entry it comes from goes.
 *
 * @returns whether anything had to be changed
 */
export async function followWorks(
  entries: EntryRepository,
  list: string,
  found: readonly EntryHead[],
  current: ReadonlyMap<string, string>,
): Promise<boolean> {
  const led = found.filter((entry) => (current.get(entry.addedAs) ?? entry.work) !== entry.work);
  for (const entry of led) {
    const work = current.get(entry.addedAs) ?? entry.work;
    while (!(await entries.follow(entry, work))) {
      const [twin] = await entries.ofWorks(list, [work]);
      const own = await entries.find(list, entry._id);
      if (!own) break;
      if (!twin) continue;
      const note = joinNotes(twin.note, own.note);
      const joined = note === twin.note || (await entries.changeNote(twin._id, twin.version, note));
      if (joined && (await entries.remove(own._id, own.version))) break;
    }
  }
  return led.length > 0;
}
