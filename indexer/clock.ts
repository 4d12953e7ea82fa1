import type { Db } from 'mongodb';

/** The one durable index clock: the version of every batch that is written to the index. */
export interface IndexClock {
  /** A number greater than every one given before, to any process. */
  tick(): Promise<number>;
}

/**
 * The clock follows the time of day where it can and counts on where it cannot. So a database restored from a backup
 * starts above all versions the index has seen, and clocks of several machines need not agree.
 */
export function indexClock(database: Db, now: () => number = Date.now): IndexClock {
  const counters = database.collection<{ _id: string; value: number }>('counters');
  const _id = 'indexClock';

  const tick = async (): Promise<number> => {
    const value = now();
    const { matchedCount } = await counters.updateOne({ _id, value: { $lt: value } }, { $set: { value } });
    if (matchedCount === 1) return value;
    const counted = await counters.findOneAndUpdate({ _id }, { $inc: { value: 1 } }, { returnDocument: 'after' });
    if (counted) return counted.value;
    await counters.updateOne({ _id }, { $setOnInsert: { value: 0 } }, { upsert: true });
    return tick();
  };
  return { tick };
}
