import { randomUUID } from 'node:crypto';
import type { WorkSummary } from '../discovery/schema.ts';
import { readable, stillWritable, writable, type Actor, type ListDeps } from './deps.ts';
import { sortKey } from '../sort-key.ts';
import { followWorks } from './follow-works.ts';
import { joinNotes } from './decisions.ts';
import { admitNotes } from './moderated.ts';
import { placeBetween, placesAfter } from './places.ts';
import { ListProblem } from './problems.ts';
import type { EntryHead } from './repository-of-entries.ts';
import { most, type KeptWork, type ListEntry, type Move, type Order, type Position } from './schema.ts';

/** A work in a list, and what the catalogue says of it today: nothing where it is gone. */
export interface ShownEntry {
  readonly entry: ListEntry;
  readonly work: WorkSummary | undefined;
}

/** A work that is to be in a list. */
export type Draft = Pick<ListEntry, 'work' | 'note'> & KeptWork;

/** Works in lists: each is added, moved, written about and removed by one atomic write of its own. */
export interface Entries {
  /**
   * A page of a list, in its own order or another. `narrow` tells which of the works to show; the order stays.
   * @throws ListProblem `list-not-found`
   */
  page(id: string, patron: string | undefined, wish: PageWish): Promise<{ total: number; entries: ShownEntry[] }>;
  /** Everything in a list. @throws ListProblem `list-not-found` */
  all(id: string, patron: string | undefined, order?: Order): Promise<ShownEntry[]>;
  /**
   * Adds a work, at the end where no position is named. One that is there already stays as it is: `added` is false.
   * @throws ListProblem `listed-work-not-found`, `list-full`, and those of whoever may not write
   */
  add(id: string, actor: Actor, wish: { work: string; note: string; position?: Position | undefined }): Promise<ShownEntry & { added: boolean }>; // prettier-ignore
  /** Adds many at the end, or none; notes on works that are there already are joined. @throws ListProblem `list-full` */
  addMany(id: string, actor: Actor, drafts: readonly Draft[]): Promise<{ added: number; already: number }>;
  /** `done` is false where the note is not at `version` any more: `entry` is the present one. */
  annotate(id: string, actor: Actor, entry: string, wish: { version: number; note: string }): Promise<{ done: boolean; entry: ListEntry }>; // prettier-ignore
  move(id: string, actor: Actor, entry: string, move: Move): Promise<ListEntry>;
  /**
   * Without a version whatever its note says. `current` where the note is not at that version any more; else what was removed, and
   * the id of the entry that stood after it.
   */
  remove(id: string, actor: Actor, entry: string, version?: number): Promise<Removal>;
}

export interface Removal {
  readonly current?: ListEntry | undefined;
  readonly removed?: ListEntry | undefined;
  readonly before?: string | undefined;
}

export interface PageWish {
  readonly order?: Order | undefined;
  readonly page: number;
  readonly size: number;
  readonly narrow?: ((works: readonly string[]) => Promise<ReadonlySet<string>>) | undefined;
}

/** Others who take the same place make a writer choose another; more often than this is no accident. */
const mostAttempts = 50;

export function entriesOf(deps: ListDeps): Entries {
  const { entries, discovery, catalogue, everybodys } = deps;

  async function shown(list: string, read: () => Promise<ListEntry[]>): Promise<ShownEntry[]> {
    for (;;) {
      const found = await read();
      const works = new Map<string, WorkSummary>();
      for (let start = 0; start < found.length; start += worksAtOnce) {
        const ids = found.slice(start, start + worksAtOnce).map(({ addedAs }) => addedAs);
        for (const { asked, ...work } of await discovery.works(ids)) works.set(asked, work);
      }
      const current = new Map([...works].map(([asked, { id }]) => [asked, id]));
      if (!(await followWorks(entries, list, found, current)))
        return found.map((entry) => ({ entry, work: works.get(entry.addedAs) }));
    }
  }

  /** The list's works as the index knows them. */
  async function ledHeads(list: string, order: Order): Promise<EntryHead[]> {
    for (;;) {
      const heads = await entries.heads(list, order);
      const current = await catalogue.currentWorkIds(heads.map(({ addedAs }) => addedAs));
      if (!(await followWorks(entries, list, heads, current))) return heads;
    }
  }

  async function placeAside(list: string, place: string, step: 'up' | 'down'): Promise<string> {
    const { placeBefore, placeAfter } = entries;
    const other = await (step === 'up' ? placeBefore(list, place) : placeAfter(list, place));
    if (other === undefined) return place;
    if (step === 'up') return placeBetween(await placeBefore(list, other), other);
    return placeBetween(other, await placeAfter(list, other));
  }

  async function placeFor(list: string, position: Position): Promise<string> {
    if ('at' in position)
      return position.at === 'last'
        ? placeBetween(await entries.placeAfter(list), undefined)
        : placeBetween(undefined, await entries.placeBefore(list));
    const named = await entries.find(list, 'before' in position ? position.before : position.after);
    if (!named) throw new ListProblem('list-entry-not-found');
    return 'before' in position
      ? placeBetween(await entries.placeBefore(list, named.place), named.place)
      : placeBetween(named.place, await entries.placeAfter(list, named.place));
  }

  /** Takes entries back where there was no room for them, or where their writer could not write any more. */
  async function confirm(id: string, actor: Actor, added: readonly string[]): Promise<void> {
    const withdraw = () => entries.removeThese(added);
    await stillWritable(deps, id, actor).catch(async (error: unknown) => {
      await withdraw();
      throw error;
    });
    if ((await entries.count(id)) <= most.entries) return everybodys.countWorks(id, new Date());
    await withdraw();
    throw new ListProblem('list-full', { limit: most.entries });
  }

  async function named(id: string, entry: string): Promise<ListEntry> {
    const found = await entries.find(id, entry);
    if (!found) throw new ListProblem('list-entry-not-found');
    return found;
  }

  async function annotate(id: string, entry: string, join: string): Promise<void> {
    for (;;) {
      const before = await entries.find(id, entry);
      if (!before || joinNotes(before.note, join) === before.note) return;
      if (await entries.changeNote(entry, before.version, joinNotes(before.note, join))) return;
    }
  }

  return {
    async page(id, patron, { order, page, size, narrow }) {
      const { list } = await readable(deps, id, patron);
      const sorted = order ?? list.order;
      const skip = (page - 1) * size;
      if (!narrow) {
        const found = await shown(id, () => entries.page(id, sorted, { skip, size }));
        return { total: await entries.count(id), entries: found };
      }
      const heads = await ledHeads(id, sorted);
      const fitting = await narrow(heads.map(({ work }) => work));
      const chosen = heads.filter(({ work }) => fitting.has(work));
      const ids = chosen.slice(skip, skip + size).map(({ _id }) => _id);
      const found = await shown(id, async () => {
        const byId = new Map((await entries.byIds(id, ids)).map((entry) => [entry._id, entry]));
        return ids.flatMap((one) => byId.get(one) ?? []);
      });
      return { total: chosen.length, entries: found };
    },

    async all(id, patron, order) {
      const { list } = await readable(deps, id, patron);
      return shown(id, () => entries.page(id, order ?? list.order, { skip: 0, size: 0 }));
    },

    async add(id, actor, { work: asked, note, position = { at: 'last' } }) {
      const { list } = await writable(deps, id, actor);
      const [found] = await discovery.works([asked]);
      if (!found) throw new ListProblem('listed-work-not-found');
      const { asked: _asked, ...work } = found;
      await admitNotes(deps, actor.patron, { list, notes: [note] });
      const draft = { ...keptOf(work), work: work.id, note };
      for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
        const entry = entryOf(id, draft, await placeFor(id, position), actor);
        const obstacle = await entries.insert(entry);
        if (!obstacle) {
          await confirm(id, actor, [entry._id]);
          return { entry, work, added: true };
        }
        const [there] = obstacle === 'work' ? await entries.ofWorks(id, [work.id]) : [];
        if (there) return { entry: there, work, added: false };
      }
      throw new Error('Others take every place in the list');
    },

    async addMany(id, actor, drafts) {
      const { list } = await writable(deps, id, actor);
      await admitNotes(deps, actor.patron, { list, notes: drafts.map(({ note }) => note) });
      const wanted = new Map<string, Draft>();
      for (const draft of drafts) {
        const twin = wanted.get(draft.work);
        wanted.set(draft.work, twin ? { ...twin, note: joinNotes(twin.note, draft.note) } : draft);
      }
      const works = [...wanted.keys()];
      const before = await entries.ofWorks(id, works);
      const already = before.length;
      const count = (await entries.count(id)) + wanted.size - already;
      if (count > most.entries) throw new ListProblem('list-full', { limit: most.entries, count });
      const drawn = new Set<string>();
      for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
        const there = await entries.ofWorks(id, works);
        const known = new Set(there.map(({ work }) => work));
        const missing = [...wanted.values()].filter(({ work }) => !known.has(work));
        if (missing.length === 0) {
          await confirm(
            id,
            actor,
            there.flatMap(({ _id }) => (drawn.has(_id) ? [_id] : [])),
          );
          for (const entry of there) await annotate(id, entry._id, wanted.get(entry.work)?.note ?? '');
          return { added: wanted.size - already, already };
        }
        const places = placesAfter(await entries.placeAfter(id), missing.length);
        const made = missing.map((draft, nth) => entryOf(id, draft, places[nth] ?? '', actor));
        for (const { _id } of made) drawn.add(_id);
        await entries.insertMissing(made);
      }
      throw new Error('Others take every place in the list');
    },

    async annotate(id, actor, entry, { version, note }) {
      const { list } = await writable(deps, id, actor);
      await named(id, entry);
      await admitNotes(deps, actor.patron, { list, notes: [note] });
      const changed = await entries.changeNote(entry, version, note);
      if (changed) return { done: true, entry: changed };
      const current = await named(id, entry);
      return { done: current.note === note, entry: current };
    },

    async move(id, actor, entry, move) {
      await writable(deps, id, actor);
      for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
        const { place } = await named(id, entry);
        const next = await ('step' in move ? placeAside(id, place, move.step) : placeFor(id, move));
        if (await entries.move(entry, next)) return named(id, entry);
      }
      throw new Error('Others take every place in the list');
    },

    async remove(id, actor, entry, version) {
      await writable(deps, id, actor);
      const before = await entries.find(id, entry);
      if (!before) return {};
      const after = await entries.placeAfter(id, before.place);
      const next = after === undefined ? undefined : await entries.at(id, after);
      if (await entries.remove(entry, version)) {
        await everybodys.countWorks(id, new Date());
        return { removed: before, before: next?._id };
      }
      return { current: await entries.find(id, entry) };
    },
  };
}

const worksAtOnce = 500;

export const keptOf = ({ title, authors, yearTo }: WorkSummary): KeptWork => ({
  title,
  authors,
  ...(yearTo !== undefined && { year: yearTo }),
});

/** After every letter. */
const last = '\uffff';

function entryOf(
  list: string,
  { work, note, title, authors, year }: Draft,
  place: string,
  { patron }: Actor,
): ListEntry {
  return {
    _id: randomUUID(),
    list,
    version: 1,
    addedAs: work,
    work,
    place,
    note,
    title,
    authors,
    titleKey: sortKey(title),
    authorKey: authors[0] === undefined ? last : sortKey(authors[0]),
    ...(year !== undefined && { year }),
    addedBy: patron,
    addedAt: new Date(),
  };
}
