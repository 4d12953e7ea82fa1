import type { Collection, Db } from 'mongodb';
import { insertMissing } from '../insertion.ts';
import type { Beside } from './schema.ts';

interface Row {
  /** `<run>:<work>`. */
  readonly _id: string;
  readonly run: string;
  readonly others: readonly Beside[];
}

/** Which run is read, and who makes the next one. */
export interface Current {
  readonly _id: 'current';
  readonly run?: string;
  /** Kept a while for whoever has just asked which run is read. */
  readonly previous?: string;
  readonly madeAt?: Date;
  readonly making?: { readonly run: string; readonly since: Date };
}

/** Recommendations, whole by run: a new one is written beside the one that is read, which changes by one write. */
export interface RecommendationRepository {
  ensureIndexes(): Promise<void>;
  current(): Promise<Current | undefined>;
  /** False where one was made since `read`, or somebody makes one and began after `dead`. */
  claim(run: string, read: Current | undefined, times: { now: Date; dead: Date }): Promise<boolean>;
  write(run: string, rows: readonly { work: string; others: readonly Beside[] }[]): Promise<void>;
  /** Makes a run the one that is read; false where another has taken its place meanwhile. Then the others go. */
  publish(run: string, now: Date): Promise<boolean>;
  discard(run: string): Promise<void>;
  beside(run: string, works: readonly string[]): Promise<Map<string, readonly Beside[]>>;
}

export function recommendationRepository(database: Db): RecommendationRepository {
  const rows: Collection<Row> = database.collection('recommendations');
  const runs: Collection<Current> = database.collection('recommendationRuns');
  const _id = 'current' as const;
  const current = async () => (await runs.findOne({ _id })) ?? undefined;
  return {
    async ensureIndexes() {
      await rows.createIndex({ run: 1 });
    },
    current,
    async claim(run, read, { now: since, dead }) {
      await insertMissing(runs, [{ _id }]);
      const same = { _id, run: read?.run ?? { $exists: false } } as const;
      const free = await runs.updateOne({ ...same, making: { $exists: false } }, { $set: { making: { run, since } } });
      if (free.matchedCount === 1) return true;
      const left = await runs.updateOne(
        { ...same, 'making.since': { $lt: dead } },
        { $set: { making: { run, since } } },
      );
      return left.matchedCount === 1;
    },
    write: (run, made) => insertMissing(rows, made.map(({ work, others }) => ({ _id: `${run}:${work}`, run, others }))), // prettier-ignore
    async publish(run, madeAt) {
      const previous = (await current())?.run;
      const { matchedCount } = await runs.updateOne(
        { _id, 'making.run': run },
        { $set: { run, madeAt, ...(previous !== undefined && { previous }) }, $unset: { making: '' } },
      );
      if (matchedCount === 0) return false;
      await rows.deleteMany({ run: { $nin: previous === undefined ? [run] : [run, previous] } });
      return true;
    },
    async discard(run) {
      await rows.deleteMany({ run });
    },
    async beside(run, works) {
      const found = await rows.find({ _id: { $in: works.map((work) => `${run}:${work}`) } }).toArray();
      return new Map(found.map(({ _id: id, others }) => [id.slice(run.length + 1), others]));
    },
  };
}
