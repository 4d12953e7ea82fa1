import type { Collection, Db } from 'mongodb';
import { insertMissing } from '../insertion.ts';
import type { Finding, SavedSearch } from './schema.ts';

/** Saved searches, and what they have found. */
export interface SavedSearchRepository {
  ensureIndexes(): Promise<void>;
  find(id: string): Promise<SavedSearch | undefined>;
  byKey(kind: 'feedKey' | 'stopKey', key: string): Promise<SavedSearch | undefined>;
  /** Deleted ones left out; the first saved first. */
  ofPatron(patron: string): Promise<SavedSearch[]>;
  add(search: SavedSearch): Promise<void>;
  /** Changes one that is still at the version it was read at; undefined where it is not. */
  change(before: SavedSearch, change: Partial<SavedSearch>): Promise<SavedSearch | undefined>;
  /** Active ones whose time has come. */
  due(now: Date): Promise<SavedSearch[]>;
  /** Keeps findings; one that is there already stays as it is. */
  keep(findings: readonly Finding[]): Promise<void>;
  /** What a search has found, the latest first. */
  findings(search: string, size: number): Promise<Finding[]>;
  /** What it has found of these. */
  findingsById(ids: readonly string[]): Promise<Finding[]>;
  findingsToTell(search: string): Promise<string[]>;
  findingsOfPatron(patron: string): Promise<Finding[]>;
  move(from: string, to: string): Promise<void>;
  erase(patron: string): Promise<void>;
}

/** How long a deleted search can be had back, and how long what was found is kept. */
const [restorableSeconds, keptSeconds] = [24 * 60 * 60, 180 * 24 * 60 * 60];

export function savedSearchRepository(database: Db): SavedSearchRepository {
  const searches: Collection<SavedSearch> = database.collection('savedSearches');
  const findings: Collection<Finding> = database.collection('savedSearchFindings');
  return {
    async ensureIndexes() {
      await searches.createIndex({ patron: 1 });
      await searches.createIndex({ feedKey: 1 }, { unique: true });
      await searches.createIndex({ stopKey: 1 }, { unique: true });
      await searches.createIndex({ state: 1, nextAt: 1 });
      await searches.createIndex({ deletedAt: 1 }, { expireAfterSeconds: restorableSeconds });
      await findings.createIndex({ search: 1, foundAt: -1 });
      await findings.createIndex({ patron: 1 });
      await findings.createIndex({ foundAt: 1 }, { expireAfterSeconds: keptSeconds });
    },
    find: async (id) => (await searches.findOne({ _id: id })) ?? undefined,
    byKey: async (kind, key) => (await searches.findOne({ [kind]: key, deletedAt: { $exists: false } })) ?? undefined,
    ofPatron: (patron) =>
      searches
        .find({ patron, deletedAt: { $exists: false } })
        .sort({ createdAt: 1, _id: 1 })
        .toArray(),
    async add(search) {
      await searches.insertOne(search);
    },
    async change({ _id, version }, change) {
      const [set, unset] = [{ ...change, version: version + 1 }, { deletedAt: '' } as const];
      const isRestored = 'deletedAt' in change && change.deletedAt === undefined;
      if (isRestored) delete set.deletedAt;
      const update = { $set: set, ...(isRestored && { $unset: unset }) };
      return (await searches.findOneAndUpdate({ _id, version }, update, { returnDocument: 'after' })) ?? undefined;
    },
    due: (now) => searches.find({ state: 'active', nextAt: { $lte: now }, deletedAt: { $exists: false } }).toArray(),
    keep: (found) => insertMissing(findings, found),
    findings: (search, size) => findings.find({ search }).sort({ foundAt: -1, _id: 1 }).limit(size).toArray(),
    findingsById: (ids) => findings.find({ _id: { $in: [...ids] } }).toArray(),
    async findingsToTell(search) {
      const found = await findings.find({ search, byLetter: true }, { projection: { _id: 1 } }).toArray();
      return found.map(({ _id }) => _id);
    },
    findingsOfPatron: (patron) => findings.find({ patron }).sort({ foundAt: 1 }).toArray(),
    async move(from, to) {
      for (const kept of [searches, findings]) await kept.updateMany({ patron: from }, { $set: { patron: to } });
    },
    async erase(patron) {
      await searches.deleteMany({ patron });
      await findings.deleteMany({ patron });
    },
  };
}
