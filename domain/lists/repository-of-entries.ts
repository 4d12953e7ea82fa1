import type { Collection, Db } from 'mongodb';
import { insertMissing, isDuplicate } from '../insertion.ts';
import type { ListEntry, Order } from './schema.ts';

export type EntryHead = Pick<ListEntry, '_id' | 'addedAs' | 'work'>;

/** Works in lists, a document each. No two entries of a list have the same work or the same place: the engine sees to that. */
export interface EntryRepository {
  ensureIndexes(): Promise<void>;
  find(list: string, id: string): Promise<ListEntry | undefined>;
  at(list: string, place: string): Promise<ListEntry | undefined>;
  page(list: string, order: Order, range: { skip: number; size: number }): Promise<ListEntry[]>;
  /** All of a list, without what is written of them. */
  heads(list: string, order: Order): Promise<EntryHead[]>;
  byIds(list: string, ids: readonly string[]): Promise<ListEntry[]>;
  ofWorks(list: string, works: readonly string[]): Promise<ListEntry[]>;
  count(list: string): Promise<number>;
  counts(lists: readonly string[]): Promise<Map<string, number>>;
  /** The nearest place beyond another; the first or the last of the list where none is given. */
  placeBefore(list: string, place?: string): Promise<string | undefined>;
  placeAfter(list: string, place?: string): Promise<string | undefined>;
  /** What stood in the way of it, if anything. */
  insert(entry: ListEntry): Promise<'work' | 'place' | undefined>;
  /** Leaves out those in whose way something stands. */
  insertMissing(entries: readonly ListEntry[]): Promise<void>;
  /** Undefined where its note is not at `version` any more, or it is gone. */
  changeNote(id: string, version: number, note: string): Promise<ListEntry | undefined>;
  /** False where the place was taken meanwhile. */
  move(id: string, place: string): Promise<boolean>;
  /** Makes an entry stand for the work that its own leads to; false where the list has that one too. */
  follow(entry: EntryHead, work: string): Promise<boolean>;
  /** False where its note is not at `version` any more. Without one, whatever its note says. */
  remove(id: string, version?: number): Promise<boolean>;
  removeThese(ids: readonly string[]): Promise<void>;
  removeAll(list: string): Promise<void>;
  /** Which of these lists have a work, and by which entry. */
  havingWork(lists: readonly string[], work: string): Promise<Map<string, string>>;
  ofPatron(patron: string): Promise<ListEntry[]>;
  /** What is known of who has put what into a list. */
  allByPatrons(): AsyncIterable<Pick<ListEntry, 'addedBy' | 'work' | 'addedAt'>>;
  movePatron(from: string, to: string): Promise<void>;
  forgetPatron(patron: string): Promise<void>;
}

const sorts = {
  hand: { place: 1 },
  title: { titleKey: 1, place: 1 },
  author: { authorKey: 1, titleKey: 1, place: 1 },
  year: { year: -1, place: 1 },
  added: { addedAt: -1, place: 1 },
} as const satisfies Record<Order, Record<string, 1 | -1>>;

export function entryRepository(database: Db): EntryRepository {
  const entries: Collection<ListEntry> = database.collection('listEntries');
  const atTheEnd = async (list: string, range: Record<string, string> | undefined, direction: 1 | -1) => {
    const [found] = await entries
      .find({ list, ...(range && { place: range }) }, { projection: { place: 1 } })
      .sort({ place: direction })
      .limit(1)
      .toArray();
    return found?.place;
  };
  const inOrder = (list: string, order: Order) => entries.find({ list }, { sort: sorts[order] });

  return {
    async ensureIndexes() {
      await entries.createIndex({ list: 1, work: 1 }, { unique: true, name: byWork });
      await entries.createIndex({ list: 1, place: 1 }, { unique: true, name: byPlace });
      for (const order of ['title', 'author', 'year', 'added'] as const)
        await entries.createIndex({ list: 1, ...sorts[order] }, { name: order });
      await entries.createIndex({ addedBy: 1 }, { sparse: true });
    },
    find: async (list, _id) => (await entries.findOne({ _id, list })) ?? undefined,
    at: async (list, place) => (await entries.findOne({ list, place })) ?? undefined,
    page: (list, order, { skip, size }) => inOrder(list, order).skip(skip).limit(size).toArray(),
    heads: (list, order) => inOrder(list, order).project<EntryHead>({ addedAs: 1, work: 1 }).toArray(),
    byIds: (list, ids) => entries.find({ _id: { $in: [...ids] }, list }).toArray(),
    ofWorks: (list, works) => entries.find({ list, work: { $in: [...works] } }).toArray(),
    count: (list) => entries.countDocuments({ list }),
    async counts(lists) {
      const counted = await entries
        .aggregate<{ _id: string; count: number }>([
          { $match: { list: { $in: [...lists] } } },
          { $group: { _id: '$list', count: { $sum: 1 } } },
        ])
        .toArray();
      return new Map(counted.map(({ _id, count }) => [_id, count]));
    },
    placeBefore: (list, place) => atTheEnd(list, place === undefined ? undefined : { $lt: place }, place === undefined ? 1 : -1), // prettier-ignore
    placeAfter: (list, place) => atTheEnd(list, place === undefined ? undefined : { $gt: place }, place === undefined ? -1 : 1), // prettier-ignore
    insert: (entry) => unlessInTheWay(entries.insertOne(entry)),
    insertMissing: (missing) => insertMissing(entries, missing),
    async changeNote(_id, version, note) {
      const next = { note, version: version + 1 };
      return (await entries.findOneAndUpdate({ _id, version }, { $set: next }, { returnDocument: 'after' })) ?? undefined; // prettier-ignore
    },
    async move(_id, place) {
      return (await unlessInTheWay(entries.updateOne({ _id }, { $set: { place } }))) === undefined;
    },
    async follow({ _id, work }, current) {
      const write = entries.updateOne({ _id, work }, { $set: { work: current } });
      return (await unlessInTheWay(write)) === undefined;
    },
    async remove(_id, version) {
      const { deletedCount } = await entries.deleteOne({ _id, ...(version !== undefined && { version }) });
      return deletedCount === 1;
    },
    async removeThese(ids) {
      await entries.deleteMany({ _id: { $in: [...ids] } });
    },
    async havingWork(lists, work) {
      const found = await entries
        .find({ list: { $in: [...lists] }, work })
        .project<Pick<ListEntry, '_id' | 'list'>>({ list: 1 })
        .toArray();
      return new Map(found.map(({ _id, list }) => [list, _id]));
    },
    async removeAll(list) {
      await entries.deleteMany({ list });
    },
    ofPatron: (addedBy) => entries.find({ addedBy }).toArray(),
    allByPatrons: () => entries.find({}, { projection: { _id: 0, addedBy: 1, work: 1, addedAt: 1 }, batchSize: 5_000 }),
    async movePatron(addedBy, to) {
      await entries.updateMany({ addedBy }, { $set: { addedBy: to } });
    },
    async forgetPatron(addedBy) {
      await entries.updateMany({ addedBy }, { $unset: { addedBy: '' } });
    },
  };
}

const byWork = 'work';
const byPlace = 'place';

async function unlessInTheWay(write: Promise<unknown>): Promise<'work' | 'place' | undefined> {
  try {
    await write;
    return undefined;
  } catch (error) {
    return inTheWay(error);
  }
}

/** Which entry stands in the way of a write that was refused. */
function inTheWay(error: unknown): 'work' | 'place' {
  if (!isDuplicate(error)) throw error;
  const pattern: Record<string, unknown> = error['keyPattern'] ?? {};
  return byPlace in pattern ? 'place' : 'work';
}
