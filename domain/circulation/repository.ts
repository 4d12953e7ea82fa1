import type { Collection, Db } from 'mongodb';
import { inserted } from '../insertion.ts';
import type { LocalDate } from '../local-date.ts';
import { receive } from './decisions/receive.ts';
import { isSettled, newBorrower, type Borrower, type PastLoan } from './schema.ts';

/** The ended holds of a patron, and the fees that some of them have left. */
export type EndedHoldsOf = Pick<Borrower, '_id' | 'endedHolds' | 'fees'>;

export interface CirculationRepository {
  ensureIndexes(): Promise<void>;
  /**
   * A patron who has nothing yet is a borrower at version 0, who is not stored. Where the account was merged into another, it is
   * that one's: whoever still knows the old id goes on with the right borrower.
   */
  borrower(patron: string): Promise<Borrower>;
  /** What is stored under this very id. */
  storedBorrower(patron: string): Promise<Borrower>;
  /** Stores `next` in the place of the borrower as it was read; undefined where another has changed it since. */
  swap(before: Borrower, next: Borrower): Promise<Borrower | undefined>;
  /** Everybody with a hold that names one of these targets, with all their holds. */
  holdersOf(targets: readonly string[]): Promise<Pick<Borrower, '_id' | 'holds'>[]>;
  /** Ids of borrowers with something unfinished. */
  unsettled(): Promise<string[]>;
  /** Borrowers of whose holds one has ended since a day, that day included. */
  holdsEndedSince(on: LocalDate): Promise<EndedHoldsOf[]>;
  /** All borrowers with holds, one after the other. */
  holders(): AsyncIterable<Borrower>;
  /** The next number of a counter, from 1; no two callers get the same. */
  tick(counter: string): Promise<number>;
  keepPastLoan(loan: PastLoan): Promise<void>;
  pastLoans(patron: string): Promise<PastLoan[]>;
  allPastLoans(): AsyncIterable<PastLoan>;
  movePastLoans(from: string, to: string): Promise<void>;
  countPastLoans(patron: string): Promise<number>;
  forgetPastLoans(patron: string): Promise<void>;
}

export function circulationRepository(database: Db): CirculationRepository {
  const borrowers: Collection<Borrower> = database.collection('borrowers');
  const counters: Collection<{ _id: string; last: number }> = database.collection('counters');
  const pastLoans: Collection<PastLoan> = database.collection('pastLoans');

  const storedBorrower = async (id: string) => (await borrowers.findOne({ _id: id })) ?? newBorrower(id);

  /** What was given to another account comes there before anybody acts on it. */
  async function borrower(id: string): Promise<Borrower> {
    const found = await storedBorrower(id);
    if (found.movedTo === undefined) return found;
    for (;;) {
      const heir = await borrower(found.movedTo);
      if (!found.moved || heir.received?.includes(id)) return heir;
      const received = await swap(heir, receive(heir, id, found.moved));
      if (received) return received;
    }
  }

  async function swap(before: Borrower, after: Borrower): Promise<Borrower | undefined> {
    const unsettled = isSettled(after) ? undefined : (true as const);
    const next: Borrower = { ...after, version: before.version + 1, unsettled };
    if (before.version === 0) return (await inserted(borrowers.insertOne(next))) ? next : undefined;
    const { matchedCount } = await borrowers.replaceOne({ _id: next._id, version: before.version }, next);
    return matchedCount === 1 ? next : undefined;
  }

  return {
    async ensureIndexes() {
      await borrowers.createIndex({ 'holds.target': 1 }, { sparse: true });
      await borrowers.createIndex({ unsettled: 1 }, { sparse: true });
      await borrowers.createIndex({ 'endedHolds.on': 1 }, { sparse: true });
      await pastLoans.createIndex({ patron: 1 });
    },

    storedBorrower,
    borrower,
    swap,

    holdersOf: (targets) =>
      borrowers.find({ 'holds.target': { $in: [...targets] } }, { projection: { holds: 1 } }).toArray(),

    async unsettled() {
      const found = await borrowers.find({ unsettled: true }, { projection: { _id: 1 } }).toArray();
      return found.map(({ _id }) => _id);
    },

    holdsEndedSince: (on) =>
      borrowers.find({ 'endedHolds.on': { $gte: on } }, { projection: { endedHolds: 1, fees: 1 } }).toArray(),

    holders: () => borrowers.find({ 'holds.0': { $exists: true } }),

    async tick(counter) {
      for (;;) {
        const after = await counters.findOneAndUpdate(
          { _id: counter },
          { $inc: { last: 1 } },
          { returnDocument: 'after' },
        );
        if (after) return after.last;
        await inserted(counters.insertOne({ _id: counter, last: 0 }));
      }
    },

    async keepPastLoan(loan) {
      await inserted(pastLoans.insertOne(loan));
    },
    pastLoans: (patron) => pastLoans.find({ patron }).toArray(),
    allPastLoans: () => pastLoans.find({}, { batchSize: 5_000 }),
    async movePastLoans(from, to) {
      await pastLoans.updateMany({ patron: from }, { $set: { patron: to } });
    },
    countPastLoans: (patron) => pastLoans.countDocuments({ patron }),
    async forgetPastLoans(patron) {
      await pastLoans.deleteMany({ patron });
    },
  };
}
