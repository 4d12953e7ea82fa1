import { changeRepository } from '../../../domain/changes/repository.ts';
import type { ChangeLine } from '../../../domain/changes/change-line.ts';
import { newChange } from '../../../domain/changes/schema.ts';
import type { Rating } from '../../../domain/reviews/schema.ts';
import { allStars } from '../../../domain/reviews/schema.ts';
import { createReviews, type Reviews } from '../../../domain/reviews/service.ts';
import { partitionCount } from '../../../config/queues.ts';
import { drain, drainAll } from '../../../indexer/drain.ts';
import type { Services } from '../../../services.ts';
import { seededRandom } from '../../../demo/random.ts';

/** What came of many random writes, many of whose writers and drains died over them. */
export interface Outcome {
  readonly written: number;
  readonly died: number;
  readonly drainsDied: number;
  /** Sentences on every work whose average is not that of its ratings; none where all is well. */
  readonly wrong: readonly string[];
}

export interface Storm {
  readonly works: readonly string[];
  readonly patrons: number;
  readonly writes: number;
  readonly seed: number;
}

type Random = () => number;

/** Whoever writes dies, before the write of the rating or after it. */
class Death extends Error {
  override readonly name = 'Death';
  readonly wrote: boolean;
  constructor(wrote: boolean) {
    super(wrote ? 'died after the write' : 'died before the write');
    this.wrote = wrote;
  }
}

const deadly = 0.2;
const writesOfRound = 100;

/**
 * Patrons rate and take ratings back at the same time, one in five dies over it, and so do drains. Then a minute goes by, what
 * is in line is drained, and each work is compared with what its patrons have done: by the service, and in the index.
 */
export async function ratingStorm(services: Services, { works, patrons, writes, seed }: Storm): Promise<Outcome> {
  const { connections, indexer } = services;
  const { database } = connections;
  const random = seededRandom(seed);
  const mortal = mortalReviews(services, random);
  const truth = new Map<string, Map<string, number>>(works.map((work) => [work, new Map()]));
  let [written, died, drainsDied, left] = [0, 0, 0, 0];

  async function patron(nth: number): Promise<void> {
    const actor = { patron: `storm-${nth}`, municipality: 'lahti' };
    while (left > 0) {
      left -= 1;
      const work = pick(works, random);
      const stars = random() < 0.2 ? undefined : pick(allStars, random);
      const act = stars === undefined ? mortal.ratings.unrate(actor.patron, work) : mortal.ratings.rate(actor, work, stars); // prettier-ignore
      const death = await act.then(() => undefined, asDeath);
      if (death) died += 1;
      else written += 1;
      if (death && !death.wrote) continue;
      if (stars === undefined) truth.get(work)?.delete(actor.patron);
      else truth.get(work)?.set(actor.patron, stars);
    }
  }
  const fallible = { ...indexer, changes: { ...indexer.changes, release: dyingOver(indexer.changes.release, random) } };
  const drains = async () => {
    while (left > 0) {
      await drain(Math.floor(random() * partitionCount), fallible).catch((error: unknown) => {
        asDeath(error);
        drainsDied += 1;
      });
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
  };
  for (let begun = 0; begun < writes; begun += writesOfRound) {
    left = Math.min(writesOfRound, writes - begun);
    await Promise.all([...Array.from({ length: patrons }, (_, nth) => patron(nth)), drains()]);
    await drainAll(indexer); // what the living have announced: what the dead have written is not in the index yet
  }
  await database.collection('changes').updateMany({ state: 'open' }, { $set: { at: new Date(0) } }); // a minute goes by
  await drainAll(indexer);
  await indexer.elasticsearch.indices.refresh({ index: indexer.aliases.read });
  const wrong: string[] = [];
  const indexed = await averagesIndexed(services, works);
  for (const work of works) {
    const stored = await database.collection<Rating>('ratings').find({ work }).toArray();
    const said = [...(truth.get(work)?.values() ?? [])];
    const averages = {
      'what patrons have done': mean(said),
      'the ratings kept': mean(stored.map(({ stars }) => stars)),
      'the service': (await services.reviews.ratings.of(work)).average,
      'the index': indexed.get(work),
    };
    if (new Set(Object.values(averages)).size > 1) wrong.push(`${work}: ${JSON.stringify(averages)}`);
  }
  return { written, died, drainsDied, wrong };
}

/** Averages as results show them, by work. */
async function averagesIndexed(
  { indexer }: Services,
  works: readonly string[],
): Promise<Map<string, number | undefined>> {
  const { hits } = await indexer.elasticsearch.search<{ summary: { rating?: { average: number } } }>({
    index: indexer.aliases.read,
    size: works.length,
    query: { ids: { values: [...works] } },
  });
  return new Map(hits.hits.map(({ _id, _source }) => [String(_id), _source?.summary.rating?.average]));
}

/** The service, whose writers die at any step of announcing, writing and marking. */
function mortalReviews(
  { connections, catalogue, discovery, consortium, admission, accounts }: Services,
  random: Random,
): Reviews {
  // prettier-ignore
  const { database } = connections;
  const rows = changeRepository(database);
  const changes: ChangeLine = {
    async recordChange(workIds, write) {
      const fate = random() < deadly ? Math.floor(random() * 4) : undefined;
      const open = [...new Set(workIds)].map((workId) => newChange(workId, 'open'));
      if (fate === 0) throw new Death(false);
      await rows.open(open);
      if (fate === 1) throw new Death(false);
      const result = await write();
      if (fate === 2) throw new Death(true);
      await rows.ready(open);
      if (fate === 3) throw new Death(true);
      return result;
    },
  };
  const findWriter = async () => undefined;
  return createReviews({ database, catalogue, discovery, consortium, changes, admission, findWriter, displayNames: accounts.displayNames, pace: async () => 0 }); // prettier-ignore
}

const dyingOver =
  <Given extends unknown[]>(act: (...given: Given) => Promise<void>, random: Random) =>
  async (...given: Given): Promise<void> => {
    if (random() < deadly) throw new Death(true);
    await act(...given);
  };

function asDeath(error: unknown): Death {
  if (error instanceof Death) return error;
  throw error;
}

const mean = (stars: readonly number[]) =>
  stars.length === 0 ? undefined : stars.reduce((sum, one) => sum + one, 0) / stars.length;

function pick<T>(values: readonly T[], random: Random): T {
  const value = values[Math.floor(random() * values.length)];
  if (value === undefined) throw new Error('there is nothing to choose from');
  return value;
}
