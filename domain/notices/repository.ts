import type { Collection, Db } from 'mongodb';
import { inserted } from '../insertion.ts';
import { letterStates, type Letter } from './schema.ts';

export interface LetterRepository {
  ensureIndexes(): Promise<void>;
  /** Which of these subjects a letter tells of. */
  told(subjects: readonly string[]): Promise<Set<string>>;
  /** False where another letter tells of one of its subjects already: then nothing is stored. */
  add(letter: Letter): Promise<boolean>;
  /** Waiting letters whose time has come, the oldest first. */
  due(now: Date): Promise<Letter[]>;
  /** Those that somebody has begun to send before an instant, and neither sent nor put back. */
  abandoned(before: Date): Promise<Letter[]>;
  /** A waiting letter whose time has come, which from now on the caller sends, and nobody else. */
  claim(id: string, now: Date): Promise<Letter | undefined>;
  /** Changes a letter that is still as it was read; false where it is not. */
  change(before: Letter, change: Partial<Letter>): Promise<boolean>;
  ofPatron(patron: string): Promise<Letter[]>;
  move(from: string, to: string): Promise<void>;
  erase(patron: string): Promise<void>;
  counts(): Promise<Record<Letter['state'], number>>;
}

/** Nothing is told of again after a year, and who was told what need not be known for longer. */
const keptSeconds = 365 * 24 * 60 * 60;
const subjectsAtOnce = 1_000;

export function letterRepository(database: Db): LetterRepository {
  const letters: Collection<Letter> = database.collection('letters');
  return {
    async ensureIndexes() {
      await letters.createIndex({ subjects: 1 }, { unique: true }); // counts across letters: none tells of what another does
      await letters.createIndex({ state: 1, notBefore: 1 });
      await letters.createIndex({ patron: 1 });
      await letters.createIndex({ writtenAt: 1 }, { expireAfterSeconds: keptSeconds });
    },

    async told(subjects) {
      const known = new Set<string>();
      for (let from = 0; from < subjects.length; from += subjectsAtOnce) {
        const some = subjects.slice(from, from + subjectsAtOnce);
        const found = letters.find({ subjects: { $in: some } }, { projection: { _id: 0, subjects: 1 } });
        for await (const letter of found) for (const subject of letter.subjects) known.add(subject);
      }
      return known;
    },

    add: (letter) => inserted(letters.insertOne(letter)),

    due: (now) =>
      letters
        .find({ state: 'waiting', notBefore: { $lte: now } })
        .sort({ notBefore: 1 })
        .limit(mostAtOnce)
        .toArray(),

    abandoned: (before) => letters.find({ state: 'sending', sendingSince: { $lt: before } }).toArray(),

    async claim(id, now) {
      const claimed = await letters.findOneAndUpdate(
        { _id: id, state: 'waiting', notBefore: { $lte: now } },
        { $set: { state: 'sending', sendingSince: now }, $inc: { attempts: 1 } },
        { returnDocument: 'after' },
      );
      return claimed ?? undefined;
    },

    async change({ _id, state, attempts }, change) {
      const { matchedCount } = await letters.updateOne({ _id, state, attempts }, { $set: change });
      return matchedCount === 1;
    },

    ofPatron: (patron) => letters.find({ patron }).sort({ writtenAt: 1 }).toArray(),
    async move(from, to) {
      await letters.updateMany({ patron: from }, { $set: { patron: to } });
    },
    async erase(patron) {
      await letters.deleteMany({ patron });
    },

    async counts() {
      const all = await Promise.all(
        letterStates.map(async (state) => [state, await letters.countDocuments({ state })]),
      );
      return Object.fromEntries(all);
    },
  };
}

const mostAtOnce = 1_000;
