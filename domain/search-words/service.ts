import { MongoBulkWriteError, type AnyBulkWriteOperation, type Collection, type Db } from 'mongodb';
import { localDate, type LocalDate } from '../local-date.ts';
import { fewestDays, fewestOccasions, type CountedWords, type WordsReport, type WordsRow } from './schema.ts';
import { worthCounting } from './worth-counting.ts';

/** What is searched for, and what is not found, without anybody in it. */
export interface SearchWords {
  /**
   * Tells that words were searched for, and whether anything had them as typed; never fails, and never waits. It is noted in
   * this process and written every few seconds: a crash loses those, and nothing else.
   */
  note(typed: string, isFound: boolean): void;
  /** Writes what has come together. */
  flush(): Promise<void>;
  /** What a month came to. */
  of(month: string): Promise<WordsReport>;
  ensureIndexes(): Promise<void>;
}

const flushMs = 5_000;
const slotMs = 15 * 60_000;
/** Different words that one process notes in a quarter of an hour, and that the collection takes: whoever floods it fills no disk. */
const mostInSlot = 2_000;
const mostKept = 300_000;
const mostShown = 200;
const dayMs = 86_400_000;
/** Words that were told of are kept for thirteen months, others for one. */
const kept = { told: 400 * dayMs, few: 31 * dayMs };

interface Noted {
  readonly words: string;
  readonly day: LocalDate;
  readonly slot: number;
  isUnfound: boolean;
}

export function createSearchWords({
  database,
  now = () => new Date(),
}: {
  database: Db;
  now?: () => Date;
}): SearchWords {
  const collection: Collection<CountedWords> = database.collection('searchWords');
  /** Those of this quarter of an hour, written or not: each is written once, and once more where it was not found. */
  let noted = new Map<string, Noted>();
  let waiting = new Map<string, Noted>();
  let slot = 0;
  let timer: NodeJS.Timeout | undefined;

  async function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const all = [...waiting.values()];
    if (all.length === 0) return;
    waiting = new Map();
    const takesNew = (await collection.estimatedDocumentCount()) < mostKept;
    await write(all.map((one) => counted(one, now(), takesNew)));
    await write(all.flatMap((one) => afterCounting(one, now())));
  }

  async function write(operations: AnyBulkWriteOperation<CountedWords>[]): Promise<void> {
    await collection.bulkWrite(operations, { ordered: false }).catch((error: unknown) => {
      // another process has counted the occasion, and the filter that says so finds nothing to change
      if (!(error instanceof MongoBulkWriteError) || !errorsOf(error).every(({ code }) => code === 11_000)) throw error;
    });
  }

  async function rows(month: string, by: 'occasions' | 'unfound'): Promise<CountedWords[]> {
    const found = await collection
      .find({ month, [by]: { $gte: fewestOccasions } })
      .sort({ [by]: -1, words: 1 })
      .limit(mostShown * 2)
      .toArray();
    return found.filter(isTold).slice(0, mostShown);
  }

  return {
    note(typed, isFound) {
      const words = worthCounting(typed);
      if (words === undefined) return;
      const at = now();
      const current = Math.floor(at.getTime() / slotMs);
      if (current !== slot) [noted, slot] = [new Map(), current];
      const known = noted.get(words);
      if (known ? isFound || known.isUnfound : noted.size >= mostInSlot) return;
      const one = known ?? { words, day: localDate(at), slot, isUnfound: false };
      one.isUnfound ||= !isFound;
      noted.set(words, one);
      waiting.set(`${slot}|${words}`, one);
      timer ??= setTimeout(() => void flush().catch(() => undefined), flushMs).unref();
    },
    flush,
    async of(month) {
      const [popular, unfound] = await Promise.all([rows(month, 'occasions'), rows(month, 'unfound')]);
      const words = [...new Set([...popular, ...unfound].map((one) => one.words))];
      const earlier = await collection.find({ _id: { $in: words.map((one) => `${monthBefore(month)}|${one}`) } }).toArray(); // prettier-ignore
      const before = new Map(earlier.filter(isTold).map((one) => [one.words, one.occasions]));
      const row = (one: CountedWords): WordsRow => ({ words: one.words, occasions: one.occasions, unfound: one.unfound, before: before.get(one.words) }); // prettier-ignore
      return { month, popular: popular.map(row), unfound: unfound.map(row) };
    },
    async ensureIndexes() {
      await Promise.all([
        collection.createIndex({ month: 1, occasions: -1 }),
        collection.createIndex({ month: 1, unfound: -1 }),
        collection.createIndex({ forgetAt: 1 }, { expireAfterSeconds: 0 }),
      ]);
    },
  };
}

/** Raises what an occasion raises, unless it was counted. */
function counted({ words, day, slot }: Noted, at: Date, takesNew: boolean): AnyBulkWriteOperation<CountedWords> {
  const month = day.slice(0, 7);
  return {
    updateOne: {
      filter: { _id: `${month}|${words}`, slot: { $lt: slot } },
      update: {
        $inc: { occasions: 1, [`days.d${day.slice(8)}`]: 1 },
        $set: { slot },
        $setOnInsert: { month, words, unfound: 0, unfoundSlot: 0, forgetAt: new Date(at.getTime() + kept.few) },
      },
      upsert: takesNew,
    },
  };
}

function afterCounting({ words, day, slot, isUnfound }: Noted, at: Date): AnyBulkWriteOperation<CountedWords>[] {
  const _id = `${day.slice(0, 7)}|${words}`;
  const keep = { $set: { forgetAt: new Date(at.getTime() + kept.told) } };
  return [
    { updateOne: { filter: { _id, occasions: { $gte: fewestOccasions } }, update: keep } },
    ...(isUnfound
      ? [{ updateOne: { filter: { _id, unfoundSlot: { $lt: slot } }, update: { $inc: { unfound: 1 }, $set: { unfoundSlot: slot } } } }] // prettier-ignore
      : []),
  ];
}

const errorsOf = ({ writeErrors }: MongoBulkWriteError) => [writeErrors].flat();

const isTold = ({ occasions, days }: CountedWords) =>
  occasions >= fewestOccasions && Object.keys(days).length >= fewestDays;

function monthBefore(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, '0')}`;
}
