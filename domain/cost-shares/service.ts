import type { Collection, Db } from 'mongodb';
import { inserted } from '../insertion.ts';
import type { CostFigures, CostVersion } from './schema.ts';
import { statementOf } from './statement.ts';

/** What the municipalities share, year by year, with everything that was stored before. */
export interface CostShares {
  /** The version of each year that holds, the last year first. */
  years(): Promise<CostVersion[]>;
  /** All versions of a year, the last first; none where nobody has stored any. */
  versions(year: number): Promise<CostVersion[]>;
  /**
   * Stores the figures of a year as its next version; undefined where another has stored one since `version` was read (0 for
   * the first). @throws RangeError where they cannot be shared, as nobody lives anywhere
   */
  store(wish: {
    readonly year: number;
    readonly version: number;
    readonly figures: CostFigures;
    readonly by: string;
    readonly restores?: number | undefined;
  }): Promise<CostVersion | undefined>;
  /** Makes the collection's indexes; harmless to repeat. */
  ensureIndexes(): Promise<void>;
}

export function createCostShares({ database, now = () => new Date() }: { database: Db; now?: () => Date }): CostShares {
  const collection: Collection<CostVersion> = database.collection('costVersions');
  const versions = async (year: number) =>
    (await collection.find({ year }).toArray()).toSorted((a, b) => b.version - a.version);

  return {
    versions,
    async years() {
      const all = await collection.find().toArray();
      const last = new Map<number, CostVersion>();
      for (const one of all) if (one.version > (last.get(one.year)?.version ?? 0)) last.set(one.year, one);
      return [...last.values()].toSorted((a, b) => b.year - a.year);
    },
    async store({ year, version, figures, by, restores }) {
      statementOf(year, figures);
      if (((await versions(year))[0]?.version ?? 0) !== version) return undefined;
      const next: CostVersion = {
        _id: `${year}.${version + 1}`,
        year,
        version: version + 1,
        figures,
        at: now(),
        by,
        ...(restores !== undefined && { restores }),
      };
      // Versions follow one another without a gap, so whoever stores one with this id was quicker.
      return (await inserted(collection.insertOne(next))) ? next : undefined;
    },
    async ensureIndexes() {
      await collection.createIndex({ year: 1 });
    },
  };
}
