import type { Collection, Db } from 'mongodb';
import { inserted } from '../insertion.ts';
import type { HarvestedRecord, HarvestSetting } from './schema.ts';

export interface HarvestRepository {
  ensureIndexes(): Promise<void>;
  settings(): Promise<HarvestSetting[]>;
  setting(id: string): Promise<HarvestSetting | undefined>;
  /**
   * Stores a setting in the place of the version before it, or as the first; false where somebody was quicker. What names
   * another list of records is harvested from its beginning.
   */
  store(setting: HarvestSetting): Promise<boolean>;
  remove(id: string): Promise<void>;
  /** What was harvested until when: kept beside what staff set. */
  reached(id: string, harvestedUntil: string): Promise<void>;
  /** Takes a turn: false where another process has taken it. */
  takeTurn(setting: HarvestSetting, nextAt: Date): Promise<boolean>;
  begun(id: string, importId: string): Promise<void>;

  /** Which records these identifiers of a source stood for until now. */
  recordsOf(source: string, identifiers: readonly string[]): Promise<Map<string, string>>;
  remember(source: string, records: ReadonlyMap<string, string>): Promise<void>;
  forget(source: string, identifier: string): Promise<void>;
  /** Whether any identifier stands for this record. */
  isNamed(recordId: string): Promise<boolean>;
}

export function harvestRepository(database: Db): HarvestRepository {
  const settings: Collection<HarvestSetting> = database.collection('harvests');
  const harvested: Collection<HarvestedRecord> = database.collection('harvestedRecords');
  const keyOf = (source: string, identifier: string) => `${source} ${identifier}`;
  return {
    async ensureIndexes() {
      await harvested.createIndex({ recordId: 1 });
    },
    async settings() {
      return (await settings.find().toArray()).toSorted((a, b) => a.name.localeCompare(b.name, 'fi'));
    },
    async setting(id) {
      return (await settings.findOne({ _id: id })) ?? undefined;
    },
    async store(setting) {
      if (setting.version === 1) return inserted(settings.insertOne(setting));
      const { _id, version, name, url, set, metadataPrefix, source, everyHours, nextAt } = setting;
      const given = { version, name, url, metadataPrefix, source, everyHours, nextAt };
      const former = await settings.findOne({ _id, version: version - 1 });
      if (!former) return false;
      const isOther = former.url !== url || former.set !== set || former.source !== source || former.metadataPrefix !== metadataPrefix; // prettier-ignore
      const { matchedCount } = await settings.updateOne(
        { _id, version: version - 1 },
        {
          $set: { ...given, ...(set !== undefined && { set }) },
          $unset: { ...(set === undefined && { set: '' }), ...(isOther && { harvestedUntil: '' }) },
        },
      );
      return matchedCount === 1;
    },
    async remove(id) {
      await settings.deleteOne({ _id: id });
    },
    async reached(id, harvestedUntil) {
      await settings.updateOne({ _id: id }, { $set: { harvestedUntil } });
    },
    async takeTurn({ _id, nextAt: before }, nextAt) {
      const filter = { _id, nextAt: before ?? { $exists: false } };
      return (await settings.updateOne(filter as { _id: string }, { $set: { nextAt } })).matchedCount === 1;
    },
    async begun(id, importId) {
      await settings.updateOne({ _id: id }, { $set: { import: importId } });
    },

    async recordsOf(source, identifiers) {
      const found = await harvested.find({ _id: { $in: identifiers.map((one) => keyOf(source, one)) } }).toArray();
      return new Map(found.map(({ _id, recordId }) => [_id.slice(source.length + 1), recordId]));
    },
    async remember(source, records) {
      if (records.size === 0) return;
      await harvested.bulkWrite(
        [...records].map(([identifier, recordId]) => ({
          updateOne: { filter: { _id: keyOf(source, identifier) }, update: { $set: { recordId } }, upsert: true },
        })),
        { ordered: false },
      );
    },
    async forget(source, identifier) {
      await harvested.deleteOne({ _id: keyOf(source, identifier) });
    },
    async isNamed(recordId) {
      return (await harvested.findOne({ recordId }, { projection: { _id: 1 } })) !== null;
    },
  };
}
