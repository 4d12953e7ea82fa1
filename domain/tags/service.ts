import type { Db } from 'mongodb';
import type { PersonalRecords } from '../accounts/privacy.ts';
import type { TextKeeper } from '../moderation/keeper.ts';
import { voiceId } from '../reviews/decisions.ts';
import {
  changeWork,
  namesOf,
  refuseTooEarly,
  standing as standingWork,
  type Actor,
  type VoiceDeps,
} from '../reviews/deps.ts';
import { VoiceProblem } from '../reviews/problems.ts';
import { tagKeeper } from './keeper.ts';
import { tagRepository } from './repository.ts';
import { mostTags, tagKey, type Tag } from './schema.ts';

/** A word that readers have given a work. */
export interface WorkTag {
  readonly key: string;
  /** As most of them write it. */
  readonly text: string;
  /** How many readers. */
  readonly count: number;
  readonly yours: boolean;
  /** Yours alone for now: others see it once staff have looked at it. */
  readonly waits: boolean;
}

/** Words of readers for works: free, each reader's own, told apart by `tagKey`. */
export interface Tags {
  ensureIndexes(): Promise<void>;
  readonly records: PersonalRecords;
  /** How staff judge tags. */
  readonly keeper: TextKeeper;
  /** The most given first. @throws VoiceProblem `voiced-work-not-found` */
  ofWork(work: string, patron?: string): Promise<WorkTag[]>;
  /** @throws VoiceProblem `voiced-work-not-found`, `too-many-tags`; and those of `Admission.admit` */
  add(actor: Actor, work: string, text: string): Promise<void>;
  /** Takes back one's own. */
  remove(patron: string, work: string, text: string): Promise<void>;
  /**
   * A tag of somebody else's that says this, of a work where one is named: to be reported.
   * @throws VoiceProblem `voiced-work-not-found`
   */
  ofAnother(patron: string, text: string, work?: string): Promise<Tag | undefined>;
  /** A patron's own, the last first. */
  ofPatron(patron: string): Promise<Tag[]>;
  /** For the index: the words of works, the most given first. Works without are left out. */
  heard(works: ReadonlyMap<string, readonly string[]>): Promise<Map<string, string[]>>;
}

export function createTags({
  database,
  now = () => new Date(),
  ...rest
}: Omit<VoiceDeps, 'now'> & { database: Db; now?: () => Date }): Tags {
  // prettier-ignore
  const repository = tagRepository(database);
  const deps: VoiceDeps = { ...rest, now };
  const idOf = (patron: string, work: string, key: string) => voiceId('tag', patron, work, key);
  const change = async <T>(work: string, write: () => Promise<T>) =>
    changeWork(deps, (await deps.catalogue.standingWork(work)) ?? work, write);

  return {
    ensureIndexes: () => repository.ensureIndexes(),

    async ofWork(asked, patron) {
      const work = await standingWork(deps, asked);
      return gathered(await repository.ofWorks(await namesOf(deps, work)), patron);
    },

    async add(actor, asked, text) {
      await refuseTooEarly(deps, actor);
      const work = await standingWork(deps, asked);
      const { patron } = actor;
      const key = tagKey(text);
      const own = (await repository.ofWorks(await namesOf(deps, work))).filter((tag) => tag.patron === patron);
      if (own.some((tag) => tag.key === key)) return;
      if (own.length >= mostTags) throw new VoiceProblem('too-many-tags', { limit: mostTags });
      const _id = idOf(patron, work, key);
      const before = await repository.takenBack(_id);
      const standing = await deps.admission.admit({ kind: 'tag', patron, texts: [text], before });
      await changeWork(deps, work, () => repository.add({ _id, work, patron, key, text, standing, at: now() }));
    },

    async remove(patron, asked, text) {
      const work = await standingWork(deps, asked);
      const names = await namesOf(deps, work);
      await changeWork(deps, work, async () => {
        for (const name of names) await repository.remove(idOf(patron, name, tagKey(text)));
      });
    },

    async ofAnother(patron, text, asked) {
      const works = asked === undefined ? undefined : await namesOf(deps, await standingWork(deps, asked));
      return repository.ofAnother(patron, tagKey(text), works);
    },

    ofPatron: async (patron) => (await repository.ofPatron(patron)).toSorted((a, b) => b.at.getTime() - a.at.getTime()),

    keeper: tagKeeper({ repository, deps, change }),

    async heard(works) {
      const tagsOf = Map.groupBy(await repository.ofWorks([...works.values()].flat()), ({ work }) => work);
      return new Map(
        [...works].flatMap(([work, names]): [string, string[]][] => {
          const keys = gathered(names.flatMap((name) => tagsOf.get(name) ?? []), undefined).map(({ key }) => key); // prettier-ignore
          return keys.length === 0 ? [] : [[work, keys]];
        }),
      );
    },

    records: {
      name: 'tags',
      export: async (patron) =>
        (await repository.ofPatron(patron)).map(({ work, text, standing: { state }, at }) => ({
          work,
          text,
          state,
          at,
        })),
      hindrance: async () => undefined,
      count: async (patron) => ({ tags: (await repository.ofPatron(patron)).length }),
      async move(from, to) {
        for (const tag of await repository.allOf(from))
          await change(tag.work, () =>
            repository.give({ ...tag, _id: idOf(to, tag.work, tag.key), patron: to }, tag._id),
          );
      },
      async erase(patron) {
        for (const { _id, work } of await repository.ofPatron(patron)) await change(work, () => repository.remove(_id));
        await repository.removeForGood(patron);
      },
    },
  };
}

/** Tags of a work together: those that others may see, and the reader's own. */
function gathered(tags: readonly Tag[], patron: string | undefined): WorkTag[] {
  const seen = tags.filter((tag) => tag.standing.state === 'published' || tag.patron === patron);
  return [...Map.groupBy(seen, ({ key }) => key)]
    .map(([key, same]) => {
      const readers = new Set(same.map((tag) => tag.patron));
      return {
        key,
        text: mostWritten(same),
        count: readers.size,
        yours: patron !== undefined && readers.has(patron),
        waits: same.every((tag) => tag.standing.state !== 'published'),
      };
    })
    .toSorted((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
}

function mostWritten(tags: readonly Tag[]): string {
  const ways = [...Map.groupBy(tags, ({ text }) => text)];
  return ways.toSorted(([a, as], [b, bs]) => bs.length - as.length || (a < b ? -1 : 1))[0]?.[0] ?? '';
}
