import type { Collection, Db } from 'mongodb';
import { inserted } from '../insertion.ts';
import type { SynonymSet } from './schema.ts';

/** Words that mean the same, as staff have written them down: every version is kept, so that any can be taken again. */
export interface Synonyms {
  /** The version saved last; undefined before the first. */
  latest(): Promise<SynonymSet | undefined>;
  find(version: number): Promise<SynonymSet | undefined>;
  /**
   * The version that searches began to use last. Which one they use stands with the index; this is for a new one where none is
   * left.
   */
  lastUsed(): Promise<number | undefined>;
  markUsed(version: number): Promise<void>;
  /** The versions without their groups, the last first. */
  versions(limit: number): Promise<SynonymVersion[]>;
  /** Saves the version after `version` (0 for the first); undefined where somebody has saved another since. */
  save(version: number, set: Omit<SynonymSet, '_id' | 'at' | 'size' | 'usedAt'>): Promise<SynonymSet | undefined>;
}

type SynonymVersion = Omit<SynonymSet, 'groups'>;

export function createSynonyms({ database }: { database: Db }): Synonyms {
  const sets: Collection<SynonymSet> = database.collection('synonymSets');
  return {
    async latest() {
      return (await sets.find().sort({ _id: -1 }).limit(1).next()) ?? undefined;
    },
    async find(version) {
      return (await sets.findOne({ _id: version })) ?? undefined;
    },
    async lastUsed() {
      const last = await sets.find({ usedAt: { $exists: true } }, { projection: { _id: 1 } }).sort({ usedAt: -1 }).limit(1).next(); // prettier-ignore
      return last?._id;
    },
    async markUsed(version) {
      await sets.updateOne({ _id: version }, { $set: { usedAt: new Date() } });
    },
    versions: (limit) =>
      sets
        .find<SynonymVersion>({}, { projection: { groups: 0 } })
        .sort({ _id: -1 })
        .limit(limit)
        .toArray(),
    async save(version, set) {
      const next = { _id: version + 1, at: new Date(), size: set.groups.length, ...set };
      if (version > 0 && !(await sets.findOne({ _id: version }, { projection: { _id: 1 } }))) return undefined;
      return (await inserted(sets.insertOne(next))) ? next : undefined;
    },
  };
}
