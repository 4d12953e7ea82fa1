import type { Collection, Db } from 'mongodb';
import { z } from 'zod';
import { inserted } from '../insertion.ts';
import { sourceId } from './import-schema.ts';
import { LanguageCode, type CatalogueRecord, type Edition } from './schema.ts';

/** Taken for what records of a source leave open. */
export const SourceDefaults = z.object({ language: LanguageCode.optional() });
export type SourceDefaults = z.infer<typeof SourceDefaults>;

/** What staff have set for a source of records. */
export const Source = z.object({
  _id: sourceId,
  version: z.int(),
  /** What staff call it. */
  name: z.string().max(100),
  defaults: SourceDefaults,
});
export type Source = z.infer<typeof Source>;

export interface SourceOverview extends Source {
  /** How many records of it can be found. */
  readonly records: number;
}

export interface Sources {
  ensureIndexes(): Promise<void>;
  defaultsOf(source: string): Promise<SourceDefaults>;
  /** Every source that has records or was set, by its id. */
  overview(): Promise<SourceOverview[]>;
  /** Undefined where somebody has changed it since `version` was read; 0 for the first. */
  set(id: string, version: number, wish: Pick<Source, 'name' | 'defaults'>): Promise<Source | undefined>;
}

export function sourcesOver(database: Db): Sources {
  const sources: Collection<Source> = database.collection('sources');
  const records: Collection<CatalogueRecord> = database.collection('records');
  return {
    async ensureIndexes() {
      await records.createIndex({ source: 1 });
    },
    async defaultsOf(source) {
      return (await sources.findOne({ _id: source }))?.defaults ?? {};
    },
    async overview() {
      const [set, met] = await Promise.all([sources.find().toArray(), records.distinct('source')]);
      const known = new Map(set.map((one) => [one._id, one]));
      const ids = [...new Set([...met, ...known.keys()])].toSorted();
      return Promise.all(
        ids.map(async (_id) => ({
          ...(known.get(_id) ?? { _id, version: 0, name: '', defaults: {} }),
          records: await records.countDocuments({ source: _id, withdrawn: { $ne: 'gone' } }),
        })),
      );
    },
    async set(_id, version, wish) {
      const next = { ...wish, _id, version: version + 1 };
      const isStored =
        version === 0
          ? await inserted(sources.insertOne(next))
          : (await sources.replaceOne({ _id, version }, next)).matchedCount === 1;
      return isStored ? next : undefined;
    },
  };
}

/** An edition with what it leaves open taken from its source. Pure. */
export function withDefaults(edition: Edition, { language }: SourceDefaults): Edition {
  return language !== undefined && edition.languages.length === 0 ? { ...edition, languages: [language] } : edition;
}
