import type { Collection, Db } from 'mongodb';
import type { ChangeLine } from '../changes/change-line.ts';
import { placeOf, statusOf } from './item-status.ts';
import type { ItemUse } from './item-use.ts';
import type { Audience, CatalogueRecord, Format, Item, Work } from './schema.ts';

/** An item with what circulation must know of its record. */
export interface Copy {
  readonly item: Item;
  readonly workId: string;
  readonly title: string;
  /** The material by whose rules it is lent. */
  readonly format: Format;
  readonly audience: Audience | undefined;
  /** True where staff have hidden its record: who waits for it gets it, and nobody new can ask for it. */
  readonly suppressed?: true;
  /** What holds may name to get this copy: the item, its record, its work and the works merged into that. */
  readonly targets: readonly string[];
}

export interface BranchCopies {
  readonly branch: string;
  readonly copies: number;
  readonly lent: number;
  readonly neverLent: number;
}

export const itemTarget = (id: string) => `item:${id}`;
export const recordTarget = (id: string) => `record:${id}`;
export const workTarget = (id: string) => `work:${id}`;

/** The copies as circulation sees them: it alone changes their `use`. */
export interface Copies {
  ensureIndexes(): Promise<void>;
  find(itemId: string): Promise<Copy | undefined>;
  items(ids: readonly string[]): Promise<Item[]>;
  /** Titles of records, by their ids. */
  titles(recordIds: readonly string[]): Promise<Map<string, string>>;
  ofWork(workId: string): Promise<Copy[]>;
  /** All that holds on anything of a work may name, also where it has no copies left. */
  targetsOf(workId: string): Promise<string[]>;
  /** The work that a target belongs to now; undefined where there is no such thing. */
  workOf(target: string): Promise<string | undefined>;
  /** Items in some use: everywhere, or of those at one branch. */
  inUse(kind: ItemUse['kind'], at?: string): Promise<Item[]>;
  /** How many copies the branches own, how many of them are lent, and how many never were. Those that were withdrawn are left out. */
  countByBranch(): Promise<BranchCopies[]>;
  /** Items whose loan is due on one of these days, both included. */
  dueBetween(from: string, to: string): Promise<Item[]>;
  /**
   * Stores `next` in the place of the item as it was read, and sees to it that the index follows. Undefined where
   * another has changed the item since: then nothing is stored.
   */
  swap(copy: Copy, next: Omit<Item, 'version'>): Promise<Copy | undefined>;
  /** Marks an item of which nothing more has to follow, if it still is as it was read. */
  settle(item: Item): Promise<boolean>;
  unsettled(): Promise<string[]>;
}

export function copiesOf({ database, changes }: { database: Db; changes: ChangeLine }): Copies {
  const items: Collection<Item> = database.collection('items');
  const records: Collection<CatalogueRecord> = database.collection('records');
  const works: Collection<Work> = database.collection('works');

  /** A work and all that were merged into it, however often. */
  async function withMerged(workId: string): Promise<string[]> {
    const all = [workId];
    for (let last = all; last.length > 0;) {
      const found = await works.find({ mergedInto: { $in: last } }, { projection: { _id: 1 } }).toArray();
      last = found.map(({ _id }) => _id).filter((id) => !all.includes(id));
      all.push(...last);
    }
    return all;
  }

  const headOf = (id: string) => records.findOne<RecordHead>({ _id: id }, { projection: headFields });
  const copyOf = (item: Item, { _id, workId, edition, suppressed }: RecordHead, merged: readonly string[]): Copy => ({
    item,
    workId,
    title: edition.title,
    format: item.local?.wish.lentAs ?? edition.format,
    audience: edition.audience,
    ...(suppressed && { suppressed: true }),
    targets: [itemTarget(item._id), recordTarget(_id), ...merged.map(workTarget)],
  });

  return {
    async ensureIndexes() {
      await items.createIndex({ 'use.kind': 1, 'use.at': 1 }, { sparse: true });
      await items.createIndex({ 'use.loan.dueOn': 1 }, { sparse: true });
      await items.createIndex({ unsettled: 1 }, { sparse: true });
    },

    async find(itemId) {
      const item = await items.findOne({ _id: itemId });
      const head = item && (await headOf(item.recordId));
      return item && head ? copyOf(item, head, await withMerged(head.workId)) : undefined;
    },

    items: (ids) => items.find({ _id: { $in: [...ids] } }).toArray(),

    async titles(recordIds) {
      const heads = await records
        .find<RecordHead>({ _id: { $in: [...recordIds] } }, { projection: headFields })
        .toArray();
      return new Map(heads.map(({ _id, edition }) => [_id, edition.title]));
    },

    async ofWork(workId) {
      const [heads, merged] = await Promise.all([
        records.find<RecordHead>({ workId }, { projection: headFields }).toArray(),
        withMerged(workId),
      ]);
      const byId = new Map(heads.map((head) => [head._id, head]));
      const found = await items.find({ recordId: { $in: [...byId.keys()] } }).toArray();
      return found.flatMap((item) => {
        const head = byId.get(item.recordId);
        return head ? [copyOf(item, head, merged)] : [];
      });
    },

    async targetsOf(workId) {
      const [names, heads] = await Promise.all([
        withMerged(workId),
        records.find({ workId }, { projection: { _id: 1 } }).toArray(),
      ]);
      const recordIds = heads.map(({ _id }) => _id);
      const own = await items.find({ recordId: { $in: recordIds } }, { projection: { _id: 1 } }).toArray();
      return [...names.map(workTarget), ...recordIds.map(recordTarget), ...own.map(({ _id }) => itemTarget(_id))];
    },

    async workOf(target) {
      const [kind, id] = [target.slice(0, target.indexOf(':')), target.slice(target.indexOf(':') + 1)];
      if (kind === 'work') {
        for (let current = id; ;) {
          const work = await works.findOne({ _id: current });
          if (!work?.mergedInto) return work?._id;
          current = work.mergedInto;
        }
      }
      const recordId = kind === 'record' ? id : (await items.findOne({ _id: id }))?.recordId;
      return recordId === undefined ? undefined : (await headOf(recordId))?.workId;
    },

    inUse: (kind, at) => items.find({ 'use.kind': kind, ...(at !== undefined && { 'use.at': at }) }).toArray(),

    async countByBranch() {
      const counted = await items
        .aggregate<Omit<BranchCopies, 'branch'> & { _id: string }>([
          { $match: { withdrawn: { $exists: false } } },
          {
            $group: {
              _id: '$branch',
              copies: { $sum: 1 },
              lent: { $sum: { $cond: [{ $eq: ['$use.kind', 'loan'] }, 1, 0] } },
              neverLent: { $sum: { $cond: [{ $eq: ['$loans', 0] }, 1, 0] } },
            },
          },
        ])
        .toArray();
      return counted.map(({ _id: branch, ...counts }) => ({ branch, ...counts }));
    },

    dueBetween: (from, to) => items.find({ 'use.loan.dueOn': { $gte: from, $lte: to } }).toArray(),

    async swap(copy, next) {
      const { _id, version } = copy.item;
      const stored: Item = { ...next, version: version + 1 };
      if (stored.following?.length) stored.unsettled = true;
      else {
        delete stored.following;
        delete stored.unsettled;
      }
      const write = async () => (await items.replaceOne({ _id, version }, stored)).matchedCount === 1;
      if (!seenInIndex(copy.item, stored)) return (await write()) ? { ...copy, item: stored } : undefined;
      if (!(await changes.recordChange([copy.workId], write))) return undefined;
      const workId = (await headOf(stored.recordId))?.workId;
      // the record was put into another work meanwhile, which may have been indexed before the item was written
      if (workId !== undefined && workId !== copy.workId) await changes.recordChange([workId], async () => undefined);
      return { ...copy, item: stored };
    },

    async settle({ _id, version }) {
      const { matchedCount } = await items.updateOne({ _id, version }, { $unset: { following: '', unsettled: '' } });
      return matchedCount === 1;
    },

    async unsettled() {
      const found = await items.find({ unsettled: true }, { projection: { _id: 1 } }).toArray();
      return found.map(({ _id }) => _id);
    },
  };
}

type RecordHead = Pick<CatalogueRecord, '_id' | 'workId' | 'suppressed'> & {
  readonly edition: Pick<CatalogueRecord['edition'], 'title' | 'format' | 'audience'>;
};
const headFields = { workId: 1, suppressed: 1, 'edition.title': 1, 'edition.format': 1, 'edition.audience': 1 };

/** Whether what the index says of a work differs after the change of an item. */
const seenInIndex = (before: Item, after: Item) =>
  before.local?.version !== after.local?.version ||
  statusOf(before) !== statusOf(after) ||
  placeOf(before) !== placeOf(after) ||
  before.loans !== after.loans;
