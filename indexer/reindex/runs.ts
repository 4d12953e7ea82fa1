import type { Collection, Db } from 'mongodb';
import { inserted } from '../../domain/insertion.ts';
import { z } from 'zod';

/** One run of a reindex, kept so that another process can take it up where a dead one left it. */
export const ReindexRun = z.object({
  /** Name of the index that is filled. */
  _id: z.string(),
  status: z.enum(['running', 'done', 'failed']),
  /** 'works' while it runs; a unique sparse field, so that there is one run at a time. */
  running: z.string().optional(),
  startedAt: z.date(),
  finishedAt: z.date().optional(),
  /** When its process last showed that it lives. */
  beatAt: z.date(),
  /** Which process works on it. */
  holder: z.string(),
  total: z.int(),
  written: z.int(),
  /** Partitions filled to the end. */
  done: z.array(z.int()),
  replaced: z.string().optional(),
  error: z.string().optional(),
});
export type ReindexRun = z.infer<typeof ReindexRun>;

/** A run whose process has been silent for longer is taken for dead. */
export const silenceMs = 20_000;

export interface ReindexRuns {
  ensureIndexes(): Promise<void>;
  running(): Promise<ReindexRun | undefined>;
  /** Books the place of the one running reindex; false where another has it. */
  begin(run: ReindexRun): Promise<boolean>;
  /** Takes over a run whose process has died; false where it lives or somebody else was faster. */
  takeOver(run: ReindexRun, holder: string): Promise<boolean>;
  /** Stores progress; false where the run is no longer this process's. */
  update(run: ReindexRun, change: Partial<ReindexRun>): Promise<boolean>;
  end(run: ReindexRun, change: Partial<ReindexRun>): Promise<void>;
  latest(limit: number): Promise<ReindexRun[]>;
}

export function reindexRuns(database: Db): ReindexRuns {
  const runs: Collection<ReindexRun> = database.collection('reindexes');
  return {
    async ensureIndexes() {
      await runs.createIndex({ running: 1 }, { unique: true, sparse: true });
    },
    async running() {
      return (await runs.findOne({ running: 'works' })) ?? undefined;
    },
    begin: (run) => inserted(runs.insertOne({ ...run, running: 'works' })),
    async takeOver({ _id, beatAt, holder }, newHolder) {
      if (Date.now() - beatAt.getTime() < silenceMs) return false;
      const taken = await runs.updateOne({ _id, beatAt, holder }, { $set: { holder: newHolder, beatAt: new Date() } });
      return taken.matchedCount === 1;
    },
    async update({ _id, holder }, change) {
      const kept = await runs.updateOne({ _id, holder }, { $set: { ...change, beatAt: new Date() } });
      return kept.matchedCount === 1;
    },
    async end({ _id, holder }, change) {
      await runs.updateOne({ _id, holder }, { $set: { ...change, finishedAt: new Date() }, $unset: { running: '' } });
    },
    async latest(limit) {
      const all = await runs.find().toArray();
      return all.toSorted((a, b) => b.startedAt.getTime() - a.startedAt.getTime()).slice(0, limit);
    },
  };
}
