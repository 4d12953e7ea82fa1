import type { Collection, Db } from 'mongodb';
import { inserted } from '../insertion.ts';
import type { StoredMemory } from './schema.ts';

export interface MemoryRepository {
  ensureIndexes(): Promise<void>;
  find(id: string): Promise<StoredMemory | undefined>;
  /** Stores the version after `before`, the first where there is none; false where another was quicker. */
  swap(before: StoredMemory | undefined, next: Omit<StoredMemory, 'version'>): Promise<boolean>;
  remove(id: string): Promise<void>;
  /** Removes it only as it was read. */
  removeAt(stored: StoredMemory): Promise<boolean>;
  /** A secret that all processes share: made by the first that asks. */
  secret(made: string): Promise<string>;
}

export function memoryRepository(database: Db): MemoryRepository {
  const lists: Collection<StoredMemory> = database.collection('memoryLists');
  const secrets: Collection<{ _id: string; secret: string }> = database.collection('secrets');
  return {
    async ensureIndexes() {
      await lists.createIndex({ expiresAt: 1 }, { expireAfterSeconds: 0 });
    },
    find: async (id) => (await lists.findOne({ _id: id })) ?? undefined,
    async swap(before, next) {
      if (before) {
        const { _id, version } = before;
        const { matchedCount } = await lists.replaceOne({ _id, version }, { ...next, version: version + 1 });
        return matchedCount === 1;
      }
      return inserted(lists.insertOne({ ...next, version: 1 }));
    },
    async remove(_id) {
      await lists.deleteOne({ _id });
    },
    async removeAt({ _id, version }) {
      return (await lists.deleteOne({ _id, version })).deletedCount === 1;
    },
    async secret(made) {
      const _id = 'memory-list';
      await inserted(secrets.insertOne({ _id, secret: made }));
      return (await secrets.findOne({ _id }))?.secret ?? made;
    },
  };
}
