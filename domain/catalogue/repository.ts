import type { Collection, Db } from 'mongodb';
import { insertMissing } from '../insertion.ts';
import { partitionOf } from '../partition.ts';
import { isTakenOut } from './local-edit.ts';
import type { CatalogueRecord, Item, StoredWork, Suppression, Work } from './schema.ts';

/** What an import must know of a stored record to decide. */
export type RecordHead = Pick<
  CatalogueRecord,
  '_id' | 'version' | 'workId' | 'pinned' | 'withdrawn' | 'suppressed' | 'hash' | 'derivation' | 'importedAt'
>;

/** To which work a record belongs from now on. */
export interface Place {
  readonly to: string;
  readonly pinned: boolean;
}

export interface CatalogueRepository {
  ensureIndexes(): Promise<void>;
  recordHeads(ids: readonly string[]): Promise<Map<string, RecordHead>>;
  record(id: string): Promise<CatalogueRecord | undefined>;
  /** Those of these records that were written at an instant or after it. */
  changedSince(ids: readonly string[], instant: Date): Promise<string[]>;
  /** Those of these records that there are, without their MARC, in no order. */
  records(ids: readonly string[]): Promise<StoredWork['records']>;
  /** Works with what of them can be found: without records that are gone; without hidden ones and copies taken out, unless `also` asks for them. */
  readWorks(ids: readonly string[], also?: 'suppressed'): Promise<StoredWork[]>;
  /** Records that staff have hidden, those hidden last first. */
  suppressedRecords(limit: number): Promise<StoredWork['records']>;
  /** Hides a record that is still at this version, or (undefined) shows it again; false where it is not. */
  suppressRecord(head: RecordHead, suppression: Suppression | undefined): Promise<boolean>;
  /** Ids of a partition's works that can be found, in their order; those after `after` alone. */
  workIdsOfPartition(partition: number, after?: string): AsyncIterable<string>;
  /** Records that came into the catalogue after an instant, in no order. */
  arrivedSince(instant: Date): AsyncIterable<Pick<CatalogueRecord, '_id' | 'workId' | 'importedAt'>>;
  /** Works that can be found: without those that lead to another, or whose records are gone. */
  countWorks(): Promise<number>;
  /** Works that keys are booked for already. */
  worksOfKeys(keys: readonly string[]): Promise<Map<string, string>>;
  /** Books keys for works; one that is booked already stays as it is. */
  bookKeys(works: ReadonlyMap<string, string>): Promise<void>;
  /** Makes those of these works that are not there, and lets those be found that had been withdrawn. */
  ensureWorks(ids: readonly string[]): Promise<void>;
  /** Removes those of these works that have no record left and lead nowhere. */
  removeEmptyWorks(ids: readonly string[]): Promise<void>;
  /** Withdraws a work, if none of its records can be found. */
  withdrawWork(id: string): Promise<void>;
  /** Marks a record that is still at this version; false where it is not. */
  withdrawRecord(head: RecordHead, withdrawn: 'leaving' | 'gone'): Promise<boolean>;
  /** Records whose copies are still in circulation though their source has deleted them. */
  leavingRecords(): Promise<string[]>;
  /** Records of these works with their MARC, but for those that are withdrawn. */
  wholeRecords(workIds: readonly string[]): Promise<CatalogueRecord[]>;
  /** Of these works, those that were merged away, and into which work each was. */
  mergedWorks(ids: readonly string[]): Promise<Map<string, string>>;
  /** The work that each of these ids leads to in the end: itself, where it was not merged away. */
  currentWorks(ids: readonly string[]): Promise<Map<string, string>>;
  /** The work that stands where an id leads to; undefined where none does. */
  standingWork(id: string): Promise<string | undefined>;
  /** All ids that lead to each of these works in the end, its own first. */
  namesOfWorks(ids: readonly string[]): Promise<Map<string, readonly string[]>>;
  allMergedWorks(): Promise<string[]>;
  /** These works, the one that was founded first first. */
  oldestFirst(ids: readonly string[]): Promise<string[]>;
  recordsOfWorks(ids: readonly string[]): Promise<Pick<RecordHead, '_id' | 'workId' | 'pinned'>[]>;
  /** Makes a work lead to another, or (null) stand for itself again; asks `may` after it was read. */
  leadWork(id: string, into: string | null, may: () => Promise<boolean>): Promise<void>;
  /** Books a key for another work, if it is booked for `from` or not at all. */
  rebookKey(key: string, from: string, to: string, may: () => Promise<boolean>): Promise<void>;
  /** Puts a record where `decide` says, nowhere where that is undefined; decides again after a lost race. */
  placeRecord(
    id: string,
    decide: (head: RecordHead) => Place | undefined | Promise<Place | undefined>,
    around?: (from: string, write: () => Promise<boolean>) => Promise<boolean>,
  ): Promise<void>;
  /** Stores records: a new one, or the next version of one that is still at `version - 1`. Lost races change nothing. */
  storeRecords(records: readonly CatalogueRecord[]): Promise<void>;
  itemsOf(recordIds: readonly string[]): Promise<Item[]>;
  itemsById(ids: readonly string[]): Promise<Item[]>;
  /** The same for items; `removed` go where they are still at the version they were read at. */
  storeItems(items: readonly Item[], removed: readonly Item[]): Promise<void>;
}

export function catalogueRepository(database: Db): CatalogueRepository {
  const works: Collection<Work> = database.collection('works');
  const keys: Collection<{ _id: string; workId: string }> = database.collection('workKeys');
  const records: Collection<CatalogueRecord> = database.collection('records');
  const items: Collection<Item> = database.collection('items');

  const mergedWorks = async (ids: readonly string[]) => {
    const found = await works.find({ _id: { $in: [...ids] } }, { projection: { mergedInto: 1 } }).toArray();
    return new Map(found.flatMap(({ _id, mergedInto }) => (mergedInto === undefined ? [] : [[_id, mergedInto]])));
  };
  const itemsOf = (recordIds: readonly string[]) => items.find({ recordId: { $in: [...recordIds] } }).toArray();

  return {
    itemsOf,

    async ensureIndexes() {
      await works.createIndex({ partition: 1, _id: 1 });
      await works.createIndex({ mergedInto: 1 }, { sparse: true });
      await records.createIndex({ workId: 1 });
      await records.createIndex({ withdrawn: 1 }, { sparse: true });
      await records.createIndex({ 'suppressed.stands': 1 }, { sparse: true });
      await records.createIndex({ importedAt: 1 });
      await items.createIndex({ recordId: 1 });
    },

    async recordHeads(ids) {
      const found = await records.find<RecordHead>({ _id: { $in: [...ids] } }, { projection: headFields }).toArray();
      return new Map(found.map((head) => [head._id, head]));
    },

    async changedSince(ids, instant) {
      const found = await records.find({ _id: { $in: [...ids] } }, { projection: { updatedAt: 1 } }).toArray();
      return found.flatMap(({ _id, updatedAt }) => (updatedAt >= instant ? _id : []));
    },

    async record(id) {
      return (await records.findOne({ _id: id })) ?? undefined;
    },

    records: (ids) => records.find({ _id: { $in: [...ids] } }, { projection: { marc: 0 } }).toArray(),

    async readWorks(ids, also) {
      const filter = { workId: { $in: [...ids] }, ...(also ? there : shown) };
      const found = await records.find(filter, { projection: { marc: 0 } }).toArray();
      const copies = await itemsOf(found.map((record) => record._id));
      const recordsOf = Map.groupBy(found.toSorted(byId), (record) => record.workId);
      const copiesOf = Map.groupBy(copies.toSorted(byId), (item) => item.recordId);
      return [...recordsOf].map(([id, own]) => ({
        id,
        records: own,
        items: own.flatMap((record) => copiesOf.get(record._id) ?? []).filter((item) => also || !isTakenOut(item)),
      }));
    },

    suppressedRecords: (limit) =>
      records
        .find({ 'suppressed.stands': true }, { projection: { marc: 0 } })
        .sort({ 'suppressed.at': -1 })
        .limit(limit)
        .toArray(),

    async suppressRecord({ _id, version }, suppressed) {
      const next = { version: version + 1, updatedAt: new Date() };
      const { matchedCount } = await records.updateOne(
        { _id, version },
        suppressed ? { $set: { ...next, suppressed } } : { $set: next, $unset: { suppressed: '' } },
      );
      return matchedCount === 1;
    },

    async *workIdsOfPartition(partition, after) {
      const filter = { partition, ...(after !== undefined && { _id: { $gt: after } }) };
      const projection = { mergedInto: 1, withdrawn: 1 };
      const cursor = works.find(filter, { projection, batchSize: 5_000 }).sort({ _id: 1 });
      for await (const { _id, mergedInto, withdrawn } of cursor) if (mergedInto === undefined && !withdrawn) yield _id;
    },

    async *arrivedSince(instant) {
      const head = { workId: 1, importedAt: 1 } as const;
      yield* records.find({ importedAt: { $gt: instant } }, { projection: head, batchSize: 5_000 });
    },

    countWorks: () => works.countDocuments({ mergedInto: { $exists: false }, withdrawn: { $exists: false } }),

    async worksOfKeys(wanted) {
      const found = await keys.find({ _id: { $in: [...wanted] } }).toArray();
      return new Map(found.map(({ _id, workId }) => [_id, workId]));
    },

    async bookKeys(booked) {
      await insertMissing(
        keys,
        [...booked].map(([_id, workId]) => ({ _id, workId })),
      );
    },

    async ensureWorks(ids) {
      const there = await works.find({ _id: { $in: [...ids] } }, { projection: { withdrawn: 1 } }).toArray();
      const withdrawn = there.flatMap((work) => (work.withdrawn ? work._id : []));
      if (withdrawn.length > 0) await works.updateMany({ _id: { $in: withdrawn } }, { $unset: { withdrawn: '' } });
      const known = new Set(there.map(({ _id }) => _id));
      const missing = ids.filter((id) => !known.has(id));
      const createdAt = new Date();
      await insertMissing(
        works,
        missing.map((_id) => ({ _id, version: 1, partition: partitionOf(_id), createdAt })),
      );
    },

    async removeEmptyWorks(ids) {
      for (const id of ids) {
        if ((await records.findOne({ workId: id }, { projection: { _id: 1 } })) === null)
          await works.deleteOne({ _id: id, mergedInto: { $exists: false } });
      }
    },

    async withdrawWork(id) {
      const isFound = () => records.findOne({ workId: id, ...shown }, { projection: { _id: 1 } });
      if (await isFound()) return;
      await works.updateOne({ _id: id }, { $set: { withdrawn: true } });
      // an import may have brought a record since it was looked at
      if (await isFound()) await works.updateOne({ _id: id }, { $unset: { withdrawn: '' } });
    },

    async withdrawRecord({ _id, version }, withdrawn) {
      const { matchedCount } = await records.updateOne(
        { _id, version },
        { $set: { withdrawn, version: version + 1, updatedAt: new Date() } },
      );
      return matchedCount === 1;
    },

    async leavingRecords() {
      const found = await records.find({ withdrawn: 'leaving' }, { projection: { _id: 1 } }).toArray();
      return found.map(({ _id }) => _id);
    },

    wholeRecords: (workIds) => records.find({ workId: { $in: [...workIds] }, withdrawn: { $exists: false } }).toArray(),

    mergedWorks,

    async currentWorks(ids) {
      const current = new Map(ids.map((id) => [id, id]));
      for (;;) {
        const further = await mergedWorks([...new Set(current.values())]);
        if (further.size === 0) return current;
        for (const [id, at] of current) current.set(id, further.get(at) ?? at);
      }
    },

    async standingWork(id) {
      for (let at = id; ;) {
        const work = await works.findOne({ _id: at }, { projection: { mergedInto: 1 } });
        if (work?.mergedInto === undefined) return work?._id;
        at = work.mergedInto;
      }
    },

    async namesOfWorks(ids) {
      const names = new Map<string, string[]>(ids.map((id) => [id, [id]]));
      const leadsTo = new Map(ids.map((id) => [id, id]));
      for (let ends = [...ids]; ends.length > 0;) {
        const merged = await works.find({ mergedInto: { $in: ends } }, { projection: { mergedInto: 1 } }).toArray();
        const further = merged.filter(({ _id }) => !leadsTo.has(_id));
        for (const { _id, mergedInto = '' } of further) {
          const work = leadsTo.get(mergedInto) ?? mergedInto;
          leadsTo.set(_id, work);
          names.get(work)?.push(_id);
        }
        ends = further.map(({ _id }) => _id);
      }
      return names;
    },

    async allMergedWorks() {
      const found = await works.find({ mergedInto: { $exists: true } }, { projection: { _id: 1 } }).toArray();
      return found.map(({ _id }) => _id);
    },

    async oldestFirst(ids) {
      const found = await works.find({ _id: { $in: [...ids] } }).toArray();
      return found
        .toSorted((a, b) => a.createdAt.getTime() - b.createdAt.getTime() || byId(a, b))
        .map(({ _id }) => _id);
    },

    recordsOfWorks: (ids) =>
      records.find<RecordHead>({ workId: { $in: [...ids] } }, { projection: { workId: 1, pinned: 1 } }).toArray(),

    async leadWork(id, into, may) {
      for (;;) {
        const work = await works.findOne({ _id: id });
        if (!work || (work.mergedInto ?? null) === into || !(await may())) return;
        const { version } = work;
        const { matchedCount } = await works.updateOne(
          { _id: id, version },
          into === null
            ? { $set: { version: version + 1 }, $unset: { mergedInto: '' } }
            : { $set: { version: version + 1, mergedInto: into } },
        );
        if (matchedCount === 1) return;
      }
    },

    async rebookKey(key, from, to, may) {
      if (!(await may())) return;
      const { matchedCount } = await keys.updateOne({ _id: key, workId: from }, { $set: { workId: to } });
      if (matchedCount === 0) await insertMissing(keys, [{ _id: key, workId: to }]);
    },

    async placeRecord(id, decide, around = (_, write) => write()) {
      for (;;) {
        const head = await records.findOne<RecordHead>({ _id: id }, { projection: headFields });
        const place = head && (await decide(head));
        if (!head || !place) return;
        const version = head.version + 1;
        const { to: workId, pinned } = place;
        const done = await around(head.workId, async () => {
          const { matchedCount } = await records.updateOne(
            { _id: id, version: head.version },
            pinned ? { $set: { workId, version, pinned } } : { $set: { workId, version }, $unset: { pinned: '' } },
          );
          return matchedCount === 1;
        });
        if (done) return;
      }
    },

    async storeRecords(next) {
      await insertMissing(
        records,
        next.filter((record) => record.version === 1),
      );
      await replaceAll(
        records,
        next.filter((record) => record.version > 1),
      );
    },

    itemsById: (ids) => items.find({ _id: { $in: [...ids] } }).toArray(),

    async storeItems(next, removed) {
      await insertMissing(
        items,
        next.filter((item) => item.version === 1),
      );
      await replaceAll(
        items,
        next.filter((item) => item.version > 1),
      );
      for (const { _id, version } of removed) await items.deleteOne({ _id, version });
    },
  };
}

/** Records that staff find. */
const there = { withdrawn: { $ne: 'gone' as const } };
/** Records that anybody finds. */
const shown = { ...there, suppressed: { $exists: false } };

const headFields = {
  version: 1,
  workId: 1,
  pinned: 1,
  withdrawn: 1,
  suppressed: 1,
  hash: 1,
  derivation: 1,
  importedAt: 1,
};

interface Versioned {
  readonly _id: string;
  readonly version: number;
}

/** Compare-and-swap: each takes the place of the version before it, or nothing happens. */
async function replaceAll<T extends Versioned>(collection: Collection<T>, next: readonly T[]) {
  if (next.length === 0) return;
  const operations = next.map(({ _id, ...replacement }) => ({
    replaceOne: { filter: { _id, version: replacement.version - 1 }, replacement },
  }));
  await collection.bulkWrite(operations as unknown as Parameters<Collection<T>['bulkWrite']>[0], { ordered: false });
}

const byId = (a: { _id: string }, b: { _id: string }) => (a._id < b._id ? -1 : a._id > b._id ? 1 : 0);
