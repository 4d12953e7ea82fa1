import type { Collection, Db } from 'mongodb';
import { localDate } from '../local-date.ts';
import type { CollectionCount, Count, Statistics, StoredCount } from './schema.ts';
import { countersOf, summarise } from './summarise.ts';

/** How much the libraries are used, without anybody in it. */
export interface StatisticsBook {
  /** Counts in this process, and writes what has come together every few seconds: a crash loses those, and nothing else. */
  readonly count: Count;
  /** Writes what has come together. */
  flush(): Promise<void>;
  /** What a month or a year came to. */
  of(period: string): Promise<Statistics>;
  /** Counts the copies of all branches anew, for `collection`. */
  countCollection(): Promise<void>;
  /** Makes the collection's indexes; harmless to repeat. */
  ensureIndexes(): Promise<void>;
}

const flushMs = 5_000;

export function createStatistics({
  database,
  countCopies,
  now = () => new Date(),
}: {
  database: Db;
  /** How many copies the branches have; nothing is told of collections without it. */
  countCopies?: () => Promise<CollectionCount['branches']>;
  now?: () => Date;
}): StatisticsBook {
  const collection: Collection<StoredCount> = database.collection('counts');
  const collections: Collection<CollectionCount> = database.collection('collectionCounts');
  let gathered = new Map<string, StoredCount>();
  let timer: NodeJS.Timeout | undefined;

  async function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const counts = [...gathered.values()];
    if (counts.length === 0) return;
    gathered = new Map();
    await collection.bulkWrite(
      counts.map(({ _id, n, ...about }) => ({
        updateOne: { filter: { _id }, update: { $inc: { n }, $setOnInsert: about }, upsert: true },
      })),
      { ordered: false },
    );
  }

  return {
    count(event) {
      for (const counter of countersOf(event, localDate(now())))
        gathered.set(counter._id, { ...counter, n: (gathered.get(counter._id)?.n ?? 0) + 1 });
      timer ??= setTimeout(() => void flush().catch(() => undefined), flushMs).unref();
    },
    flush,
    async of(period) {
      const months = period.length > 4 ? [period] : Array.from({ length: 12 }, (_, at) => `${period}-${String(at + 1).padStart(2, '0')}`); // prettier-ignore
      const [counts, copies] = await Promise.all([
        collection.find({ month: { $in: months } }).toArray(),
        collections.findOne({ _id: 'latest' }),
      ]);
      return summarise(period, counts, localDate(now()), copies ?? undefined);
    },
    async countCollection() {
      if (!countCopies) return;
      const [_id, branches] = ['latest' as const, await countCopies()];
      await collections.replaceOne({ _id }, { on: localDate(now()), branches }, { upsert: true });
    },
    async ensureIndexes() {
      await collection.createIndex({ month: 1 });
    },
  };
}
