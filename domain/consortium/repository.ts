import type { Collection, Db } from 'mongodb';
import { inserted, isDuplicate } from '../insertion.ts';
import type { BranchCalendar, CalendarVersion, Rollout, TownOrigins } from './schema.ts';

export interface ConsortiumRepository {
  rollouts(): Promise<Rollout[]>;
  calendars(): Promise<BranchCalendar[]>;
  origins(): Promise<TownOrigins[]>;
  storeOrigins(next: TownOrigins): Promise<boolean>;
  /** Stores the next version of a municipality's rollout; false where another was quicker. */
  storeRollout(next: Rollout): Promise<boolean>;
  storeCalendar(next: BranchCalendar): Promise<boolean>;
  keepCalendar(version: CalendarVersion): Promise<void>;
  /** What a branch's calendar was set to, the last first. */
  calendarVersions(branch: string): Promise<CalendarVersion[]>;
}

export function consortiumRepository(database: Db): ConsortiumRepository {
  const rollouts: Collection<Rollout> = database.collection('rollouts');
  const calendars: Collection<BranchCalendar> = database.collection('branchCalendars');
  const origins: Collection<TownOrigins> = database.collection('townOrigins');
  const versions: Collection<CalendarVersion> = database.collection('calendarVersions');
  return {
    rollouts: () => rollouts.find().toArray(),
    calendars: () => calendars.find().toArray(),
    origins: () => origins.find().toArray(),
    storeOrigins: ({ _id, ...next }) =>
      swapped(origins.updateOne({ _id, version: next.version - 1 }, { $set: next }, { upsert: next.version === 1 })),
    storeRollout: ({ _id, version, starts }) =>
      swapped(rollouts.updateOne({ _id, version: version - 1 }, { $set: { version, starts } }, { upsert: version === 1 })), // prettier-ignore
    async keepCalendar(version) {
      await inserted(versions.insertOne(version));
    },
    calendarVersions: async (branch) =>
      (await versions.find({ branch }).toArray()).toSorted((a, b) => b.version - a.version),
    storeCalendar: ({ _id, ...next }) =>
      swapped(calendars.updateOne({ _id, version: next.version - 1 }, { $set: next }, { upsert: next.version === 1 })),
  };
}

async function swapped(write: Promise<{ matchedCount: number; upsertedCount: number }>): Promise<boolean> {
  try {
    const { matchedCount, upsertedCount } = await write;
    return matchedCount + upsertedCount === 1;
  } catch (error) {
    if (isDuplicate(error)) return false;
    throw error;
  }
}
