import type { Collection, Db, Filter } from 'mongodb';
import { insertMissing } from '../insertion.ts';
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

const sorts = {
  newest: { changedAt: -1, _id: 1 },
  works: { size: -1, changedAt: -1, _id: 1 },
  saved: { saves: -1, changedAt: -1, _id: 1 },
} as const satisfies Record<PublicSort, Record<string, 1 | -1>>;

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
  const countSaves = (list: string) =>
    recount(
      () => saved.countDocuments({ list }),
      (saves) => lists.updateOne({ _id: list }, { $set: { saves } }),
    );

  return {
    async ensureIndexes() {
      for (const sort of Object.values(sorts)) await lists.createIndex({ visibility: 1, ...sort });
      await lists.createIndex({ visibility: 1, words: 1 });
      await lists.createIndex({ wordsBy: 1 });
      await entries.createIndex({ work: 1, list: 1 });
      await saved.createIndex({ patron: 1, at: -1 });
      await saved.createIndex({ list: 1 });
    },

    async page({ typed, sort, filled, skip, size }) {
      const filter: Filter<WorkList> = {
        ...everybodys,
        ...(filled && { size: { $gt: 0 } }),
        ...(typed.length > 0 && { $and: typed.map(having) }),
      };
      const [found, total] = await Promise.all([
        lists.find(filter, { sort: sorts[sort], skip, limit: size, projection: withoutWords }).toArray(),
        lists.countDocuments(filter),
      ]);
      return { lists: found, total };
    },

    async having(works, { skip, size }) {
      const counted = await entries
        .aggregate<{ _id: string; works: number }>([
          { $match: { work: { $in: [...works] } } },
          { $group: { _id: '$list', works: { $sum: 1 } } },
          { $sort: { works: -1, _id: 1 } },
          { $limit: mostLists },
        ])
        .toArray();
      const worksOf = new Map(counted.map((one) => [one._id, one.works]));
      const open = await lists
        .find({ _id: { $in: [...worksOf.keys()] }, ...everybodys })
        .project<Pick<WorkList, '_id' | 'saves' | 'changedAt'>>({ saves: 1, changedAt: 1 })
        .toArray();
      const ids = open
        .toSorted(
          (a, b) =>
            (worksOf.get(b._id) ?? 0) - (worksOf.get(a._id) ?? 0) ||
            (b.saves ?? 0) - (a.saves ?? 0) ||
            b.changedAt.getTime() - a.changedAt.getTime(),
        ) // prettier-ignore
        .slice(skip, skip + size)
        .map(({ _id }) => _id);
      const found = await lists.find({ _id: { $in: ids } }, { projection: withoutWords }).toArray();
      const byId = new Map(found.map((list) => [list._id, list]));
      return { lists: ids.flatMap((id) => byId.get(id) ?? []), total: open.length };
    },

    countWorks: (list, changedAt) =>
      recount(
        () => entries.countDocuments({ list }),
        (size) => lists.updateOne({ _id: list }, { $set: { size }, $max: { changedAt } }),
      ),

    wordsNotBy: (wordsBy, most) => lists.find({ wordsBy: { $ne: wordsBy } }, { limit: most }).toArray(),

    async setWords({ _id, version }, { words = [], wordsBy = '' }) {
      const size = await entries.countDocuments({ list: _id });
      await lists.updateOne({ _id, version }, { $set: { words, wordsBy, size } });
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

const withoutWords = { words: 0 } as const;

/** Lists that have a word, or all that it is joined of. */
const having = ({ any, pieces }: TypedWord): Filter<WorkList> =>
  pieces.length === 0 ? { words: { $in: [...any] } } : { $or: [{ words: { $in: [...any] } }, { $and: pieces.map(having) }] }; // prettier-ignore
