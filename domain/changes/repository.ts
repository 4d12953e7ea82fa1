import type { Collection, Db } from 'mongodb';
import { maximumAttempts, newChange, openRowsExpireMs, type Change } from './schema.ts';

export interface ChangeRepository {
  ensureIndexes(): Promise<void>;
  open(rows: readonly Change[]): Promise<void>;
  /** Marks rows ready, and puts back those a sweep has taken meanwhile. */
  ready(rows: readonly Change[]): Promise<void>;
  /** Rows of a partition that may be indexed now, oldest first: ready ones, and open ones whose writer has died. */
  take(partition: number, limit: number, now?: Date): Promise<Change[]>;
  /** Deletes taken rows, save the open ones whose writer turned out to be alive and marked them ready meanwhile. */
  release(taken: readonly Change[]): Promise<void>;
  /** Keeps taken rows with the error; they are tried again later, or set aside after the last attempt. */
  postpone(taken: readonly Change[], error: (workId: string) => string, now?: Date): Promise<void>;
  /** Sends works down the line without a write of theirs: they are ready at once. */
  announce(workIds: readonly string[]): Promise<void>;
  /** Lists works that cannot be indexed, with the reason, for staff to see and retry. */
  setAside(failures: readonly (readonly [workId: string, error: string])[]): Promise<void>;
  /** Partitions with something to take that has waited since before `since`. */
  waitingPartitions(since: Date): Promise<number[]>;
  /** Ids of works that have any row, whatever its state. */
  pendingWorks(): Promise<Set<string>>;
  failed(limit: number): Promise<Change[]>;
  /** Since when the oldest change waits that is on its way; undefined where none is. */
  oldestWaiting(): Promise<Date | undefined>;
  /** Takes set-aside rows off the list: what they stand for stays as it is in the index until the work changes again. */
  discard(ids: readonly string[]): Promise<number>;
  /** Puts set-aside rows back in line; all of them where no ids are given. */
  retry(ids?: readonly string[]): Promise<number>;
  counts(): Promise<Record<Change['state'], number>>;
}

const retryPauseMs = (attempts: number) => Math.min(1_000 * 2 ** attempts, 60_000);

export function changeRepository(database: Db): ChangeRepository {
  const changes: Collection<Change> = database.collection('changes');

  const waiting = (now: Date) => [
    { state: 'ready' as const, notBefore: { $lte: now } },
    { state: 'open' as const, at: { $lte: new Date(now.getTime() - openRowsExpireMs) } },
  ];

  return {
    async ensureIndexes() {
      await changes.createIndex({ partition: 1, state: 1 });
      await changes.createIndex({ state: 1 });
    },

    async open(rows) {
      await changes.insertMany([...rows], { ordered: false });
    },

    async ready(rows) {
      const { matchedCount } = await changes.updateMany({ _id: { $in: idsOf(rows) } }, { $set: { state: 'ready' } });
      if (matchedCount === rows.length) return;
      await changes.bulkWrite(
        rows.map(({ _id, ...row }) => ({
          updateOne: { filter: { _id }, update: { $set: { ...row, state: 'ready' as const } }, upsert: true },
        })),
        { ordered: false },
      );
    },

    async take(partition, limit, now = new Date()) {
      const rows: Change[] = [];
      for (const state of waiting(now)) {
        if (rows.length < limit) {
          rows.push(
            ...(await changes
              .find({ partition, ...state })
              .limit(limit - rows.length)
              .toArray()),
          );
        }
      }
      return rows;
    },

    async release(taken) {
      const [open, rest] = split(taken, (row) => row.state === 'open');
      if (rest.length > 0) await changes.deleteMany({ _id: { $in: idsOf(rest) } });
      if (open.length > 0) await changes.deleteMany({ _id: { $in: idsOf(open) }, state: 'open' });
    },

    async postpone(taken, error, now = new Date()) {
      if (taken.length === 0) return;
      await changes.bulkWrite(
        taken.map((row) => {
          const attempts = row.attempts + 1;
          const notBefore = new Date(now.getTime() + retryPauseMs(attempts));
          const state = attempts >= maximumAttempts ? ('failed' as const) : ('ready' as const);
          return {
            updateOne: {
              filter: { _id: row._id, attempts: row.attempts },
              update: { $set: { state, attempts, notBefore, error: error(row.workId) } },
            },
          };
        }),
        { ordered: false },
      );
    },

    async announce(workIds) {
      for (let start = 0; start < workIds.length; start += 1_000) {
        await changes.insertMany(workIds.slice(start, start + 1_000).map((workId) => newChange(workId, 'ready')));
      }
    },

    async setAside(failures) {
      if (failures.length === 0) return;
      await changes.insertMany(
        failures.map(([workId, error]) => ({ ...newChange(workId, 'failed'), attempts: maximumAttempts, error })),
      );
    },

    async waitingPartitions(since) {
      const now = new Date();
      const found = await Promise.all([
        changes.distinct('partition', { state: 'ready', at: { $lte: since }, notBefore: { $lte: now } }),
        changes.distinct('partition', { state: 'open', at: { $lte: new Date(now.getTime() - openRowsExpireMs) } }),
      ]);
      return [...new Set(found.flat())];
    },

    async pendingWorks() {
      return new Set(await changes.distinct('workId'));
    },

    async failed(limit) {
      return changes.find({ state: 'failed' }).limit(limit).toArray();
    },

    async oldestWaiting() {
      const oldest = await Promise.all(
        (['ready', 'open'] as const).map((state) => changes.find({ state }).sort({ at: 1 }).limit(1).toArray()),
      );
      const [first] = oldest.flat().toSorted((a, b) => a.at.getTime() - b.at.getTime());
      return first?.at;
    },

    async discard(ids) {
      return (await changes.deleteMany({ _id: { $in: [...ids] }, state: 'failed' })).deletedCount;
    },

    async retry(ids) {
      const filter = ids ? { _id: { $in: [...ids] }, state: 'failed' as const } : { state: 'failed' as const };
      const update = { $set: { state: 'ready' as const, attempts: 0, notBefore: new Date() } };
      return (await changes.updateMany(filter, update)).modifiedCount;
    },

    async counts() {
      const [open, ready, failed] = await Promise.all(
        (['open', 'ready', 'failed'] as const).map((state) => changes.countDocuments({ state })),
      );
      return { open: open ?? 0, ready: ready ?? 0, failed: failed ?? 0 };
    },
  };
}

const idsOf = (rows: readonly Change[]) => rows.map((row) => row._id);

function split<T>(values: readonly T[], test: (value: T) => boolean): [T[], T[]] {
  const yes: T[] = [];
  const no: T[] = [];
  for (const value of values) (test(value) ? yes : no).push(value);
  return [yes, no];
}
