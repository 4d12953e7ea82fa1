import { randomUUID } from 'node:crypto';
import type { ImportReport } from '../catalogue/import-schema.ts';
import type { Imports } from '../imports/service.ts';
import type { HarvestRepository } from './repository.ts';
import type { HarvestSetting, HarvestWish } from './schema.ts';

/** Repositories that are harvested again and again, for what has changed in them since. */
export interface Harvests {
  ensureIndexes(): Promise<void>;
  /** By their names. */
  settings(): Promise<HarvestSetting[]>;
  /** Sets up a new one, or changes the one that was read at `version`; undefined where somebody has changed it since. @throws ForbiddenAddress */
  set(id: string | undefined, version: number, wish: HarvestWish): Promise<HarvestSetting | undefined>;
  /** Ends the harvests of a repository; what they have brought stays. */
  remove(id: string): Promise<HarvestSetting | undefined>;
  /** Begins a harvest now. Undefined where there is no such setting; the one that is under way, where one is. */
  begin(id: string, by?: string): Promise<ImportReport | undefined>;
  /** Begins those whose time has come. */
  beginDue(now?: Date): Promise<void>;
}

interface Deps {
  readonly repository: HarvestRepository;
  readonly imports: Pick<Imports, 'ask' | 'find'>;
  readonly checkUrl: (url: string) => unknown;
  readonly now?: () => Date;
}

const hourMs = 3_600_000;
/** Repositories show changes a while after their date, and their clocks are not ours: what overlaps changes nothing. */
const overlapMs = hourMs;

export function createHarvests({ repository, imports, checkUrl, now = () => new Date() }: Deps): Harvests {
  async function begin(setting: HarvestSetting, by: string | undefined): Promise<ImportReport> {
    const latest = setting.import === undefined ? undefined : await imports.find(setting.import);
    if (latest && ['waiting', 'running'].includes(latest.status)) return latest;
    const { _id, name, url, set, metadataPrefix, source, harvestedUntil } = setting;
    const from = harvestedUntil === undefined ? undefined : before(harvestedUntil);
    const harvest = {
      setting: _id,
      metadataPrefix,
      ...(set !== undefined && { set }),
      ...(from !== undefined && { from }),
    };
    const report = await imports.ask({
      kind: 'harvest',
      source,
      file: name,
      url,
      harvest,
      ...(by !== undefined && { by }),
    });
    await repository.begun(_id, report._id);
    return report;
  }

  return {
    ensureIndexes: repository.ensureIndexes,
    settings: repository.settings,

    async set(id, version, wish) {
      checkUrl(wish.url);
      const { everyHours } = wish;
      const nextAt = everyHours === 0 ? undefined : new Date(now().getTime() + everyHours * hourMs);
      const setting = { ...wish, _id: id ?? randomUUID(), version: version + 1, ...(nextAt && { nextAt }) };
      if (!(await repository.store(setting))) return undefined;
      return repository.setting(setting._id);
    },

    async remove(id) {
      const setting = await repository.setting(id);
      if (setting) await repository.remove(id);
      return setting;
    },

    async begin(id, by) {
      const setting = await repository.setting(id);
      return setting && begin(setting, by);
    },

    async beginDue(at = now()) {
      for (const setting of await repository.settings()) {
        if (setting.everyHours === 0 || (setting.nextAt && setting.nextAt > at)) continue;
        const next = new Date(at.getTime() + setting.everyHours * hourMs);
        if (await repository.takeTurn(setting, next)) await begin(setting, undefined);
      }
    },
  };
}

/** A while before an instant, written as repositories write them; for a day, the day before it. */
function before(datestamp: string): string {
  const isDay = datestamp.length === 10;
  const at = new Date(Date.parse(datestamp) - (isDay ? 24 * hourMs : overlapMs));
  return isDay ? at.toISOString().slice(0, 10) : at.toISOString().replace(/\.\d+Z$/, 'Z');
}
