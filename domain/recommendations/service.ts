import { randomUUID } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { Catalogue } from '../catalogue/service.ts';
import { remembered } from '../settings.ts';
import { becauseOf, type Because, type Liked } from './because.ts';
import { Likings } from './measure.ts';
import type { RecommendationRepository } from './repository.ts';
import type { Beside, LikingSource } from './schema.ts';

/**
 * "Readers of this also read", counted from lists, ratings and histories that patrons keep, and "because you liked". Nothing of
 * a single patron is kept here: what is read are pairs of works that at least `floor` patrons made.
 */
export interface Recommendations {
  ensureIndexes(): Promise<void>;
  /** Works that readers of a work like too, the closest first. */
  beside(work: string): Promise<string[]>;
  /** For a patron, with what each row is recommended for; nothing they like or `know` already. Empty for who does not want any. */
  forPatron(patron: string, know?: readonly string[]): Promise<Because[]>;
  /** Counts everything anew where that was done longer than `maxAgeMs` ago; tells whether it has. Harmless to repeat and to die over. */
  make(maxAgeMs?: number): Promise<boolean>;
}

export interface RecommendationDeps {
  readonly repository: RecommendationRepository;
  readonly sources: readonly LikingSource[];
  readonly catalogue: Pick<Catalogue, 'currentWorkIds'>;
  /** Of these patrons those who take part: they have not turned it off, and their municipality has begun with it. */
  takingPart(patrons: readonly string[]): Promise<ReadonlySet<string>>;
  readonly now: () => Date;
}

const dayMs = 24 * 60 * 60_000;
/** Who has been making recommendations for so long is dead. */
const deadAfterMs = 30 * 60_000;
/** What another process has made is seen after this long. */
const pointerMs = 10_000;
const atOnce = 1_000;
/** So long the process is held up at a time: it may be answering readers too. */
const longestHoldMs = 10;
/** What a patron has liked last, as far as it is recommended for. */
const mostLiked = 50;

export function recommendationsOver(deps: RecommendationDeps): Recommendations {
  const { repository, sources, catalogue, takingPart, now } = deps;
  const current = remembered(() => repository.current(), pointerMs);

  async function besides(works: readonly string[]): Promise<Map<string, readonly Beside[]>> {
    const run = (await current.read())?.run;
    return run === undefined || works.length === 0 ? new Map() : repository.beside(run, works);
  }

  /** What a patron likes, in works as they are today, the last first; one work once, by the strongest reason. */
  async function likedBy(patron: string): Promise<Liked[]> {
    const all = await Promise.all(
      sources.map(async ({ reason, ofPatron }) => (await ofPatron(patron)).map(({ work, at }) => ({ work, at, reason }))),
    ); // prettier-ignore
    const liked = all.flat();
    const ids = await catalogue.currentWorkIds([...new Set(liked.map(({ work }) => work))]);
    const known = new Map<string, Liked>();
    for (const one of liked.toSorted((a, b) => b.at.getTime() - a.at.getTime())) {
      const work = ids.get(one.work) ?? one.work;
      if (!known.has(work)) known.set(work, { ...one, work });
    }
    return [...known.values()];
  }

  async function gather(): Promise<{ likings: Likings; counted: Set<string>; ids: Map<string, string> }> {
    const likings = new Likings();
    for (const source of sources) for await (const one of source.all()) likings.add(one);
    const counted = new Set<string>();
    for (const some of slices(likings.patrons)) for (const one of await takingPart(some)) counted.add(one);
    const ids = new Map<string, string>();
    for (const some of slices(likings.works)) for (const [from, to] of await catalogue.currentWorkIds(some)) ids.set(from, to); // prettier-ignore
    return { likings, counted, ids };
  }

  return {
    ensureIndexes: () => repository.ensureIndexes(),

    beside: async (work) => ((await besides([work])).get(work) ?? []).map((one) => one.work),

    async forPatron(patron, know = []) {
      if (!(await takingPart([patron])).has(patron)) return [];
      const liked = await likedBy(patron);
      const last = liked.slice(0, mostLiked);
      return becauseOf(last, await besides(last.map(({ work }) => work)), new Set([...liked.map(({ work }) => work), ...know])); // prettier-ignore
    },

    async make(maxAgeMs = dayMs) {
      const read = await repository.current();
      const { madeAt } = read ?? {};
      if (madeAt && now().getTime() - madeAt.getTime() < maxAgeMs) return false;
      const run = randomUUID();
      const dead = new Date(now().getTime() - deadAfterMs);
      if (!(await repository.claim(run, read, { now: now(), dead }))) return false;
      const { likings, counted, ids } = await gather();
      const rows: { work: string; others: Beside[] }[] = [];
      let since = performance.now();
      for (const row of likings.besides({
        counts: (patron) => counted.has(patron),
        current: (work) => ids.get(work) ?? work,
      })) {
        // prettier-ignore
        if (row) rows.push(row);
        if (rows.length >= atOnce) await repository.write(run, rows.splice(0));
        if (performance.now() - since < longestHoldMs) continue;
        await setImmediate();
        since = performance.now();
      }
      await repository.write(run, rows);
      const published = await repository.publish(run, now());
      if (!published) await repository.discard(run);
      current.forget();
      return published;
    },
  };
}

function* slices(all: readonly string[]): Generator<string[]> {
  for (let start = 0; start < all.length; start += atOnce) yield all.slice(start, start + atOnce);
}
