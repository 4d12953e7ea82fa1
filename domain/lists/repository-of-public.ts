import type { Collection, Db, Filter } from 'mongodb';
import { insertMissing } from '../insertion.ts';
import { inOrder, listHeads, type ListHead } from './heads.ts';
import type { ListEntry, PublicSort, WorkList } from './schema.ts';
import type { TypedWord } from './words.ts';

/** A list that a patron has put by, to come back to it: one of each patron and list. */
export interface SavedList {
  readonly _id: string;
  readonly list: string;
  readonly patron: string;
  readonly at: Date;
}

/** Lists as everybody may find them. What they are found and sorted by stands in the list itself, and is counted anew with every change. */
export interface PublicListRepository {
  ensureIndexes(): Promise<void>;
  page(wish: PublicWish): Promise<{ lists: WorkList[]; total: number }>;
  /** Of the lists that have the most of these works (1,000 at most), those everybody may find: first by how many, then as `saved` sorts. */
  having(works: readonly string[], page: { skip: number; size: number }): Promise<{ lists: WorkList[]; total: number }>;
  /** Something of a list has changed. */
  touch(list: string): Promise<void>;
  /** Counts a list's works anew, as it has changed at this moment. */
  countWorks(list: string, at: Date): Promise<void>;
  /** Lists whose words were not made by this version, some of them at once. */
  wordsNotBy(version: string, most: number): Promise<WorkList[]>;
  /** Stores what is only derived from a list: its version stays. */
  setWords(list: Pick<WorkList, '_id' | 'version'>, found: Pick<WorkList, 'words' | 'wordsBy'>): Promise<void>;
  save(saved: Omit<SavedList, '_id'>): Promise<void>;
  unsave(patron: string, list: string): Promise<void>;
  hasSaved(patron: string, list: string): Promise<boolean>;
  /** The last saved first. */
  savedBy(patron: string): Promise<SavedList[]>;
  forgetList(list: string): Promise<void>;
}

export interface PublicWish {
  readonly typed: readonly TypedWord[];
  readonly sort: PublicSort;
  /** Without those that have no works yet. */
  readonly filled: boolean;
  readonly skip: number;
  readonly size: number;
}

const everybodys = {
  visibility: 'public',
  'standing.state': { $nin: ['pending', 'hidden'] },
  deletedAt: { $exists: false },
} as const satisfies Filter<WorkList>;

const mostLists = 1_000;

export function publicListRepository(database: Db): PublicListRepository {
  const lists: Collection<WorkList> = database.collection('lists');
  const entries: Collection<ListEntry> = database.collection('listEntries');
  const saved: Collection<SavedList> = database.collection('savedLists');
  const idOf = (patron: string, list: string) => `${list}:${patron}`;

  /** Writes what is counted, until it is what is there: whoever writes last has counted last. */
  async function recount(count: () => Promise<number>, write: (counted: number) => Promise<unknown>): Promise<void> {
    for (let counted = await count(); ;) {
      await write(counted);
      const now = await count();
      if (now === counted) return;
      counted = now;
    }
  }
  async function countSaves(list: string): Promise<void> {
    await recount(
      () => saved.countDocuments({ list }),
      (saves) => lists.updateOne({ _id: list }, { $set: { saves } }),
    );
    await heads.touch(list);
  }

  const headsOf = (filter: Filter<WorkList>) =>
    lists
      .find({ ...filter, ...everybodys })
      .project<ListHead>({ changedAt: 1, size: 1, saves: 1 })
      .toArray();
  const heads = listHeads((ids) => headsOf(ids === undefined ? {} : { _id: { $in: [...ids] } }));

  /** A page of these, as they stand now: none that may not be found any more, whoever has changed it. */
  async function pageOf(found: readonly Pick<ListHead, '_id'>[], { skip, size }: { skip: number; size: number }) {
    const ids = found.slice(skip, skip + size).map(({ _id }) => _id);
    const open = await lists.find({ _id: { $in: ids }, ...everybodys }, { projection: { words: 0 } }).toArray();
    const byId = new Map(open.map((list) => [list._id, list]));
    return { lists: ids.flatMap((id) => byId.get(id) ?? []), total: found.length };
  }

  return {
    async ensureIndexes() {
      await lists.createIndex({ visibility: 1 });
      await lists.createIndex({ words: 1, visibility: 1 });
      await lists.createIndex({ wordsBy: 1 });
      await entries.createIndex({ work: 1, list: 1 });
      await saved.createIndex({ patron: 1, at: -1 });
      await saved.createIndex({ list: 1 });
    },

    touch: heads.touch,

    async page({ typed, sort, filled, ...page }) {
      const found = typed.length === 0 ? await heads.sorted(sort) : inOrder(await lists.find(saying(typed)).project<ListHead>({ changedAt: 1, size: 1, saves: 1 }).toArray(), sort); // prettier-ignore
      return pageOf(filled ? found.filter(({ size = 0 }) => size > 0) : found, page);
    },

    async having(works, page) {
      const counted = await entries
        .aggregate<{ _id: string; works: number }>([
          { $match: { work: { $in: [...works] } } },
          { $group: { _id: '$list', works: { $sum: 1 } } },
          { $sort: { works: -1, _id: 1 } },
          { $limit: mostLists },
        ])
        .toArray();
      const worksOf = new Map(counted.map((one) => [one._id, one.works]));
      const open = inOrder(await headsOf({ _id: { $in: [...worksOf.keys()] } }), 'saved');
      return pageOf(open.toSorted((a, b) => (worksOf.get(b._id) ?? 0) - (worksOf.get(a._id) ?? 0)), page); // prettier-ignore
    },

    async countWorks(list, changedAt) {
      await recount(
        () => entries.countDocuments({ list }),
        (size) => lists.updateOne({ _id: list }, { $set: { size }, $max: { changedAt } }),
      );
      await heads.touch(list);
    },

    wordsNotBy: (wordsBy, most) => lists.find({ wordsBy: { $ne: wordsBy } }, { limit: most }).toArray(),

    async setWords({ _id, version }, { words = [], wordsBy = '' }) {
      const size = await entries.countDocuments({ list: _id });
      await lists.updateOne({ _id, version }, { $set: { words, wordsBy, size } });
      await heads.touch(_id);
    },

    async save({ list, patron, at }) {
      await insertMissing(saved, [{ _id: idOf(patron, list), list, patron, at }]);
      await countSaves(list);
    },

    async unsave(patron, list) {
      await saved.deleteOne({ _id: idOf(patron, list) });
      await countSaves(list);
    },

    hasSaved: async (patron, list) => (await saved.countDocuments({ _id: idOf(patron, list) })) > 0,
    savedBy: (patron) => saved.find({ patron }, { sort: { at: -1 } }).toArray(),

    async forgetList(list) {
      await saved.deleteMany({ list });
    },
  };
}

/** Lists that have every word. The first is asked for by itself: engines take that to look in the index of words. */
function saying([first, ...rest]: readonly TypedWord[]): Filter<WorkList> {
  return { ...(first && having(first)), $and: [everybodys, ...rest.map(having)] };
}

/** Lists that have a word, or all that it is joined of. */
const having = ({ any, pieces }: TypedWord): Filter<WorkList> =>
  pieces.length === 0 ? { words: { $in: [...any] } } : { $or: [{ words: { $in: [...any] } }, { $and: pieces.map(having) }] }; // prettier-ignore
