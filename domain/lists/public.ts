import { refuseTooEarly, type Actor, type ListDeps } from './deps.ts';
import { keepPace } from '../pace.ts';
import { allowed, roleOf } from './decisions.ts';
import { ListProblem } from './problems.ts';
import { most, type ListEntry, type PublicSort, type WorkList } from './schema.ts';
import { foundBy } from './words.ts';

/** A list as it stands among others: what it says, how many works, and the first of them. */
export interface PublicList {
  readonly list: WorkList;
  readonly count: number;
  readonly first: readonly Pick<ListEntry, 'work' | 'title' | 'authors'>[];
}

/** Lists that everybody may find: none that is hidden, or waits for staff. */
export interface PublicLists {
  /** Those that have every word of `q`, in any form. `filled`: none without works. */
  page(wish: { q: string; sort: PublicSort; page: number; size: number; filled?: boolean }): Promise<PublicPage>;
  /** Those that have any of these works, whoever has the most of them first; also under ids that lead to them. */
  having(works: readonly string[], page: { page: number; size: number }): Promise<PublicPage>;
  /**
   * Puts a list by, so that its reader finds it again; how many have done so is told, not who.
   * @throws ListProblem `list-not-found`, `community-not-started`, `too-many-lists`; TooFast
   */
  save(actor: Actor, id: string): Promise<void>;
  /** Anybody may at any time. */
  unsave(patron: string, id: string): Promise<void>;
  hasSaved(patron: string, id: string): Promise<boolean>;
  /** Lists that a patron has put by and may still read, the last first. */
  savedBy(patron: string): Promise<PublicList[]>;
  /** Reads lists anew whose words are those of another analysis; harmless to repeat. */
  readAnew(): Promise<void>;
}

export interface PublicPage {
  readonly total: number;
  readonly lists: PublicList[];
}

/** Works that a list is shown with among others. */
const shown = 4;
const atOnce = 200;

export function publicLists(deps: ListDeps): PublicLists {
  const { lists, entries, everybodys, words, catalogue } = deps;

  async function begun(found: readonly WorkList[]): Promise<PublicList[]> {
    const counts = await entries.counts(found.map(({ _id }) => _id));
    return Promise.all(
      found.map(async (list) => ({
        list,
        count: counts.get(list._id) ?? 0,
        first: await entries.page(list._id, list.order, { skip: 0, size: shown }),
      })),
    );
  }

  return {
    async page({ q, sort, page, size, filled = false }) {
      const typed = words.typed(q);
      if (q.trim() !== '' && typed.length === 0) return { total: 0, lists: [] };
      const { lists: found, total } = await everybodys.page({ typed, sort, filled, skip: (page - 1) * size, size });
      return { total, lists: await begun(found) };
    },

    async having(works, { page, size }) {
      const names = [...(await catalogue.namesOfWorks(works)).values()].flat();
      const { lists: found, total } = await everybodys.having([...new Set([...works, ...names])], { skip: (page - 1) * size, size }); // prettier-ignore
      return { total, lists: await begun(found) };
    },

    async save(actor, id) {
      allowed(await lists.find(id), actor.patron, 'read');
      await refuseTooEarly(deps, actor);
      await keepPace(deps.pace, actor.patron);
      if (await everybodys.hasSaved(actor.patron, id)) return;
      if ((await everybodys.savedBy(actor.patron)).length >= most.lists)
        throw new ListProblem('too-many-lists', { limit: most.lists });
      await everybodys.save({ patron: actor.patron, list: id, at: new Date() });
    },

    unsave: (patron, id) => everybodys.unsave(patron, id),
    hasSaved: (patron, id) => everybodys.hasSaved(patron, id),

    async savedBy(patron) {
      const found = await Promise.all((await everybodys.savedBy(patron)).map(({ list }) => lists.find(list)));
      return begun(found.flatMap((list) => (list && roleOf(list, patron) ? list : [])));
    },

    async readAnew() {
      for (;;) {
        const some = await everybodys.wordsNotBy(words.version, atOnce);
        for (const list of some) await everybodys.setWords(list, foundBy(words, list));
        if (some.length < atOnce) return;
      }
    },
  };
}
