import type { Collection, Db } from 'mongodb';
import { inserted } from '../../domain/insertion.ts';
import type { ReindexRun, ReindexStatus } from './schema.ts';

/** A run whose process has been silent for longer is taken for dead. */
export const silenceMs = 20_000;

/** A run that no process has worked on yet is free to be taken up. */
export const nobodysBeat = new Date(0);

export interface ReindexRuns {
  ensureIndexes(): Promise<void>;
  /** The run that has not come to an end, be it at work, paused, or waiting for its swap. */
  current(): Promise<ReindexRun | undefined>;
  find(id: string): Promise<ReindexRun | undefined>;
  /** Books the place of the one current reindex; false where another has it. */
  begin(run: ReindexRun): Promise<boolean>;
  /** Takes over a run whose process has died; undefined where it lives or somebody else was faster. */
  takeOver(run: ReindexRun, holder: string): Promise<ReindexRun | undefined>;
  /** Stores progress, which is a sign of life, and tells how the run stands now; undefined where it is no longer this process's. */
  update(run: Pick<ReindexRun, '_id' | 'holder'>, change: Partial<ReindexRun>): Promise<ReindexRun | undefined>;
  /** Changes a run that is in one of these states; undefined where it is not. For who does not work on it. */
  steer(id: string, from: readonly ReindexStatus[], change: Partial<ReindexRun>): Promise<ReindexRun | undefined>;
  /** Ends a run for its holder. */
  end(run: Pick<ReindexRun, '_id' | 'holder'>, change: Partial<ReindexRun>): Promise<void>;
  /** Those begun last, the last first. */
  latest(limit: number): Promise<ReindexRun[]>;
}

export function reindexRuns(database: Db): ReindexRuns {
  const runs: Collection<ReindexRun> = database.collection('reindexRuns');
  const after = { returnDocument: 'after' } as const;
  return {
    async ensureIndexes() {
      await runs.createIndex({ running: 1 }, { unique: true, sparse: true });
      await runs.createIndex({ startedAt: -1 });
    },
    async current() {
      return (await runs.findOne({ running: 'works' })) ?? undefined;
    },
    async find(id) {
      return (await runs.findOne({ _id: id })) ?? undefined;
    },
    begin: (run) => inserted(runs.insertOne({ ...run, running: 'works' })),
    async takeOver({ _id, beatAt, holder }, newHolder) {
      if (Date.now() - beatAt.getTime() < silenceMs) return undefined;
      const change = { $set: { holder: newHolder, beatAt: new Date() }, $inc: { resumed: holder === '' ? 0 : 1 } };
      return (await runs.findOneAndUpdate({ _id, beatAt, holder, status: 'running' }, change, after)) ?? undefined;
    },
    async update({ _id, holder }, change) {
      const alive = changing({ beatAt: new Date(), ...change });
      return (await runs.findOneAndUpdate({ _id, holder, running: 'works' }, alive, after)) ?? undefined;
    },
    async steer(id, from, change) {
      return (
        (await runs.findOneAndUpdate({ _id: id, status: { $in: [...from] } }, changing(change), after)) ?? undefined
      );
    },
    async end({ _id, holder }, change) {
      await runs.updateOne({ _id, holder }, changing({ ...change, finishedAt: new Date() }));
    },
    latest: (limit) => runs.find().sort({ startedAt: -1 }).limit(limit).toArray(),
  };
}

const ends = new Set<ReindexStatus | undefined>(['done', 'failed', 'cancelled', 'rolled-back']);

/** Whoever ends a run gives its place free. */
const changing = (change: Partial<ReindexRun>) => ({
  $set: change,
  ...(ends.has(change.status) && { $unset: { running: '' as const } }),
});
