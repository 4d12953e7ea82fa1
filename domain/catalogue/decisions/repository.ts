import type { Collection, Db } from 'mongodb';
import { inserted } from '../../insertion.ts';
import type { WorkDecision } from './schema.ts';

/** The decisions about works, numbered from 1 on. */
export interface DecisionRepository {
  ensureIndexes(): Promise<void>;
  find(number: number): Promise<WorkDecision | undefined>;
  /** Those that touch any of these works, the first first. */
  ofWorks(ids: readonly string[]): Promise<WorkDecision[]>;
  /** Those with steps left to do, the first first. */
  open(): Promise<WorkDecision[]>;
  /** 0 where none was made yet. */
  lastNumber(): Promise<number>;
  /** Whether it could be stored: false where another decision has got its number. */
  add(decision: WorkDecision): Promise<boolean>;
  markUndone(number: number, by: number): Promise<void>;
  markDone(number: number): Promise<void>;
}

export function decisionRepository(database: Db): DecisionRepository {
  const decisions: Collection<WorkDecision> = database.collection('workDecisions');
  const inOrder = (found: WorkDecision[]) => found.toSorted((a, b) => a._id - b._id);
  return {
    async ensureIndexes() {
      await decisions.createIndex({ state: 1 });
      await decisions.createIndex({ works: 1 });
    },
    async find(number) {
      return (await decisions.findOne({ _id: number })) ?? undefined;
    },
    async ofWorks(ids) {
      return inOrder(await decisions.find({ works: { $in: [...ids] } }).toArray());
    },
    async open() {
      return inOrder(await decisions.find({ state: 'open' }).toArray());
    },
    async lastNumber() {
      const [last] = await decisions
        .find({}, { projection: { _id: 1 } })
        .sort({ _id: -1 })
        .limit(1)
        .toArray();
      return last?._id ?? 0;
    },
    add: (decision) => inserted(decisions.insertOne(decision)),
    async markUndone(number, by) {
      await decisions.updateOne({ _id: number }, { $set: { undoneBy: by } });
    },
    async markDone(number) {
      await decisions.updateOne({ _id: number }, { $set: { state: 'done' } });
    },
  };
}
