import type { Collection, Db } from 'mongodb';
import { inserted } from '../insertion.ts';
import type { WeightVersion } from './schema.ts';

/** How searches are weighed, as staff have set it: every version is kept, so that any can be taken again. */
export interface SearchWeightBook {
  /** The version in use; undefined where nobody has set any. */
  current(): Promise<WeightVersion | undefined>;
  /** The versions, the last first. */
  versions(limit: number): Promise<WeightVersion[]>;
  find(version: number): Promise<WeightVersion | undefined>;
  /** Puts weights to use as the version after `version` (0 for the first); undefined where somebody else has meanwhile. */
  use(version: number, wish: Omit<WeightVersion, '_id' | 'at'>): Promise<WeightVersion | undefined>;
}

export function createSearchWeights({ database }: { database: Db }): SearchWeightBook {
  const kept: Collection<WeightVersion> = database.collection('searchWeights');
  return {
    async current() {
      return (await kept.find().sort({ _id: -1 }).limit(1).next()) ?? undefined;
    },
    versions: (limit) => kept.find().sort({ _id: -1 }).limit(limit).toArray(),
    async find(version) {
      return (await kept.findOne({ _id: version })) ?? undefined;
    },
    async use(version, wish) {
      const next = { _id: version + 1, at: new Date(), ...wish };
      if (version > 0 && !(await kept.findOne({ _id: version }, { projection: { _id: 1 } }))) return undefined;
      return (await inserted(kept.insertOne(next))) ? next : undefined;
    },
  };
}
