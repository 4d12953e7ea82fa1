import type { Db } from 'mongodb';
import type { WidgetOrigin } from '../../config/widget-origins.ts';
import type { LocalDate } from '../local-date.ts';
import { remembered } from '../settings.ts';
import { phaseOfAct, type PatronAct } from './acts.ts';
import { usualCalendar } from './calendar.ts';
import { consortiumRepository } from './repository.ts';
import { phaseIn } from './rollout.ts';
import type { BranchCalendar, CalendarVersion, Phase, Rollout, TownOrigins } from './schema.ts';

/** What the municipalities have agreed on: who has begun with what, and when branches are open. */
export interface Consortium {
  phase(municipality: string, phase: Phase, on: LocalDate): Promise<ReturnType<typeof phaseIn>>;
  /** Whether patrons of a municipality may do something by themselves yet, and from when on. */
  begun(act: PatronAct, municipality: string, on: LocalDate): Promise<ReturnType<typeof phaseIn>>;
  rollouts(): Promise<Rollout[]>;
  /** Sets the first days of phases in a municipality. False where it is not at `version` any more. */
  setRollout(municipality: string, version: number, starts: Rollout['starts']): Promise<boolean>;
  /** Sites that towns have named for their widgets. */
  widgetOrigins(): Promise<WidgetOrigin[]>;
  /** Those of a town, with the version to set others from. */
  originsOf(municipality: string): Promise<TownOrigins>;
  /** False where the town's sites are not at the version before any more. */
  setOrigins(next: TownOrigins): Promise<boolean>;
  calendar(branch: string): Promise<BranchCalendar>;
  /** False where the calendar is not at the version before any more. What was set before can be read and put back. */
  setCalendar(next: BranchCalendar, by: string): Promise<boolean>;
  /** What a branch's calendar was set to, the last first. */
  calendarVersions(branch: string): Promise<CalendarVersion[]>;
}

/** What another process has set is seen after this long. */
const maxAgeMs = 10_000;

export function createConsortium({ database }: { database: Db }): Consortium {
  const repository = consortiumRepository(database);
  const rollouts = remembered(() => repository.rollouts(), maxAgeMs);
  const origins = remembered(() => repository.origins(), maxAgeMs);
  const calendars = remembered(
    async () => new Map((await repository.calendars()).map((one) => [one._id, one])),
    maxAgeMs,
  );
  return {
    rollouts: () => rollouts.read(),
    phase: async (municipality, phase, on) => phaseIn(await rollouts.read(), { municipality, phase, on }),
    begun: async (act, municipality, on) =>
      phaseIn(await rollouts.read(), { municipality, phase: phaseOfAct[act], on }),
    async setRollout(municipality, version, starts) {
      const stored = await repository.storeRollout({ _id: municipality, version: version + 1, starts });
      rollouts.forget();
      return stored;
    },
    widgetOrigins: async () =>
      (await origins.read()).flatMap(({ _id: municipality, origins: all }) =>
        all.map((origin) => ({ municipality, origin })),
      ),
    originsOf: async (municipality) =>
      (await origins.read()).find(({ _id }) => _id === municipality) ?? { _id: municipality, version: 0, origins: [] },
    async setOrigins(next) {
      const stored = await repository.storeOrigins(next);
      origins.forget();
      return stored;
    },
    calendar: async (branch) => (await calendars.read()).get(branch) ?? usualCalendar(branch),
    calendarVersions: (branch) => repository.calendarVersions(branch),
    async setCalendar(next, by) {
      const stored = await repository.storeCalendar(next);
      const { _id: branch, ...calendar } = next;
      if (stored)
        await repository.keepCalendar({ ...calendar, _id: `${branch}.${next.version}`, branch, at: new Date(), by });
      calendars.forget();
      return stored;
    },
  };
}
