import { randomUUID } from 'node:crypto';
import type { Collection, Db } from 'mongodb';
import { inserted } from '../insertion.ts';
import type { AuditedAct, AuditEntry } from './schema.ts';

/** What staff have done, for whoever has to answer for it. It can be added to and read, and that is all. */
export interface Audit {
  /** With an `id` the same act is noted once, however often it is told. */
  note(entry: Omit<AuditEntry, '_id' | 'at'> & { readonly id?: string | undefined }): Promise<void>;
  /** The last first; `before` goes on from the last one seen. */
  entries(wish: {
    readonly subject?: string | undefined;
    readonly by?: string | undefined;
    readonly act?: AuditedAct | undefined;
    /** What was done at this instant or after it. */
    readonly from?: Date | undefined;
    readonly before?: Date | undefined;
    readonly size: number;
  }): Promise<AuditEntry[]>;
  /** Makes the collection's indexes; harmless to repeat. */
  ensureIndexes(): Promise<void>;
}

export function createAudit({ database }: { database: Db }): Audit {
  const collection: Collection<AuditEntry> = database.collection('audit');
  return {
    async note({ id = randomUUID(), ...entry }) {
      await inserted(collection.insertOne({ _id: id, at: new Date(), ...entry }));
    },
    entries: ({ subject, by, act, from, before, size }) =>
      collection
        .find({
          ...(subject !== undefined && { subject }),
          ...(by !== undefined && { by }),
          ...(act !== undefined && { act }),
          ...((from ?? before) && { at: { ...(from && { $gte: from }), ...(before && { $lt: before }) } }),
        })
        .sort({ at: -1, _id: -1 })
        .limit(size)
        .toArray(),
    async ensureIndexes() {
      await collection.createIndex({ at: -1 });
      await collection.createIndex({ subject: 1, at: -1 });
      await collection.createIndex({ by: 1, at: -1 });
    },
  };
}
