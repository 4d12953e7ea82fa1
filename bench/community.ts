import { pino } from 'pino';
import type { Environment } from '../config/environment.ts';
import type { WorkSummary } from '../domain/discovery/schema.ts';
import { ReviewText } from '../domain/reviews/schema.ts';
import { openServices, workersOver, type Services } from '../services.ts';
import { ratingStorm } from '../test/domain/reviews/crashing.ts';
import { startWorkers } from '../workers/start.ts';
import { fillCatalogue } from './fill.ts';
import { atPace } from './pace.ts';
import { report, rounded, timed, type Row } from './report.ts';

const writersAtOnce = [1, 8, 32];
const ratingsOfWriters = 640;
const readersOfAll = 200;
const perSecond = 50;
/** Workers that have just started make suggestions, recommendations and the day first: told apart, as that is once a release. */
const startSeconds = 5;
const seconds = 20;
const storm = { patrons: 40, writes: 20_000, seed: 1 };
const worksInStorm = 60;

interface Reader {
  readonly patron: string;
  readonly municipality: string;
}

/**
 * How soon what readers say is in results: at fifty ratings, reviews and tags a second, the time until a search shows or finds
 * each; ratings a second of 1, 8 and 32 readers beside bare upserts of the same engine; and whether averages equal those counted
 * from scratch after 20,000 random writes at the same time with crashes.
 */
export async function benchCommunity(environment: Environment, works: number): Promise<void> {
  const services = openServices(environment, { blocking: true });
  try {
    await fillCatalogue(services, Math.min(works, 5_000));
    const readers = await addReaders(services);
    const ids = await workIds(services, perSecond * (startSeconds + seconds) + 2 * worksInStorm);
    const [hot, stormy, fresh] = [ids.slice(0, worksInStorm), ids.slice(worksInStorm, 2 * worksInStorm), ids.slice(2 * worksInStorm)]; // prettier-ignore
    const rows: Row[] = [];
    for (const writers of writersAtOnce) rows.push(await throughput(services, { writers, ids: hot, readers }));
    const seen = await lag(services, fresh, readers);
    const { written, died, drainsDied, wrong } = await ratingStorm(services, { ...storm, works: stormy }); // prettier-ignore
    await report('community', 'Ratings a second, by readers at once', rows, {
      ...seen,
      'random writes with crashes': written + died,
      'of them died over': died,
      'drains died over': drainsDied,
      'averages that are wrong': wrong.length,
    });
    if (wrong.length > 0) throw new Error(`Averages are wrong: ${wrong.join('; ')}`);
  } finally {
    await services.close();
  }
}

async function addReaders({ accounts }: Services): Promise<Reader[]> {
  return Promise.all(
    Array.from({ length: readersOfAll }, async (_, nth) => {
      const card = { cardNumber: `bench-${nth}`, name: 'Aino Ahola', municipality: 'lahti', contact: {} };
      const { _id: patron, municipality } = await accounts.add({ ...card, language: 'fi' });
      await accounts.setDisplayName(patron, `Lukija ${nth}`);
      return { patron, municipality };
    }),
  );
}

interface Work {
  readonly writers: number;
  readonly ids: readonly string[];
  readonly readers: readonly Reader[];
}

async function throughput({ reviews, connections }: Services, { writers, ids, readers }: Work): Promise<Row> {
  const rounds = Math.ceil(ratingsOfWriters / writers);
  const each = (write: (writer: number, round: number) => Promise<unknown>) =>
    timed(() =>
      Promise.all(
        Array.from({ length: writers }, async (_, writer) => {
          for (let round = 0; round < rounds; round += 1) await write(writer, round);
        }),
      ),
    );
  const ours = await each((writer, round) => reviews.ratings.rate(pick(readers, writer + round * writers), pick(ids, writer + round * writers), 1 + (round % 5))); // prettier-ignore
  const raw = connections.database.collection<{ _id: string; stars: number }>('benchRatings');
  const bare = await each((writer, round) => raw.replaceOne({ _id: `${writer} ${round}` }, { stars: 1 + (round % 5) }, { upsert: true })); // prettier-ignore
  const done = rounds * writers;
  return {
    readers: writers,
    'ratings/s': Math.round(done / ours.seconds),
    'bare upserts/s': Math.round(done / bare.seconds),
    'upserts a rating takes': rounded(ours.seconds / bare.seconds, 1),
  };
}

const kinds = ['rating', 'review', 'tag'] as const;

/** What a search has to show or find for a write to be seen. */
interface Awaited {
  readonly since: number;
  readonly kind: (typeof kinds)[number];
  readonly isOfStart: boolean;
  readonly work: string;
}

/** How long after a write a search shows it, in milliseconds, at a steady pace; each writes of a work of its own. */
async function lag(services: Services, ids: readonly string[], readers: readonly Reader[]): Promise<Row> {
  const stop = await startWorkers(workersOver(services, pino({ level: 'warn' })));
  const waiting = new Map<string, Awaited>();
  const lags: (Awaited & { readonly ms: number })[] = [];
  let writing = true;
  const watch = (async () => {
    while (writing || waiting.size > 0) {
      for (const word of await found(services, waiting)) {
        const one = waiting.get(word);
        if (one) lags.push({ ...one, ms: performance.now() - one.since });
        waiting.delete(word);
      }
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  })();

  /** A rating, a review, a rating, a tag, and so on; the word names it. */
  async function write(nth: number): Promise<void> {
    const [work, reader, word] = [pick(ids, nth), pick(readers, nth), `sana${nth}x`];
    const kind = nth % 2 === 0 ? 'rating' : nth % 4 === 1 ? 'review' : 'tag';
    if (kind === 'rating') await services.reviews.ratings.rate(reader, work, 4.5);
    else if (kind === 'tag') await services.tags.add(reader, work, word);
    else await services.reviews.write(reader, work, ReviewText.parse({ text: `Hyvin ${word} kirja` }));
    waiting.set(word, { since: performance.now(), kind, work, isOfStart: nth < perSecond * startSeconds });
  }
  const { seconds: taken } = await timed(() =>
    atPace({ perSecond, count: perSecond * (startSeconds + seconds) }, write),
  );
  writing = false;
  await watch;
  await stop();

  const after = (which: (lag: Awaited) => boolean) => lags.filter(which).map(({ ms }) => ms);
  const all = after(({ isOfStart }) => !isOfStart);
  return {
    'writes/s while measuring': rounded((perSecond * (startSeconds + seconds)) / taken, 1),
    'seen by searches': lags.length,
    ...Object.fromEntries(
      kinds.map((kind) => [
        `${kind} seen after, ms (p99)`,
        at(
          after((one) => one.kind === kind && !one.isOfStart),
          0.99,
        ),
      ]),
    ),
    'seen after, ms (p50)': at(all, 0.5),
    'seen after, ms (p99)': at(all, 0.99),
    'seen after, ms (last)': at(all, 1),
    [`seen after in the first ${startSeconds} s of the workers, ms (last)`]: at(
      after(({ isOfStart }) => isOfStart),
      1,
    ),
  };
}

/** Of what is waited for, what a search shows or finds now. */
async function found({ indexer }: Services, waiting: ReadonlyMap<string, Awaited>): Promise<string[]> {
  if (waiting.size === 0) return [];
  const words = [...waiting].filter(([, { kind }]) => kind !== 'rating');
  const rated = new Map([...waiting].flatMap(([word, { kind, work }]) => (kind === 'rating' ? [[work, word]] : [])));
  const answer = await indexer.elasticsearch.search<{ summary?: Pick<WorkSummary, 'rating'> }, Found>({
    index: indexer.aliases.read,
    size: rated.size,
    query: { ids: { values: [...rated.keys()] } },
    _source: ['summary.rating'],
    aggs: {
      all: {
        global: {},
        aggs: {
          words: {
            filters: {
              filters: Object.fromEntries([
                ['none', { match_none: {} }],
                ...words.map(([word, { kind }]) => [
                  word,
                  { term: { [kind === 'tag' ? 'tag_value' : 'anywhere']: word } },
                ]),
              ]),
            },
          },
        },
      },
    },
  });
  const shown = answer.hits.hits.flatMap(({ _id, _source }) => (_source?.summary?.rating ? (rated.get(String(_id)) ?? []) : [])); // prettier-ignore
  const counted = Object.entries(answer.aggregations?.all.words.buckets ?? {});
  return [...shown, ...counted.flatMap(([word, { doc_count: works }]) => (works > 0 ? word : []))];
}

interface Found {
  readonly all: { readonly words: { readonly buckets: Readonly<Record<string, { readonly doc_count: number }>> } };
}

async function workIds({ discovery }: Services, count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let partition = 0; ids.length < count && partition < 1_000; partition += 1)
    for await (const id of discovery.workIds(partition)) if (ids.push(id) >= count) break;
  return ids;
}

function at(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return Math.round(sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN);
}

function pick<T>(values: readonly T[], nth: number): T {
  const value = values[nth % values.length];
  if (value === undefined) throw new Error('there is nothing to choose from');
  return value;
}
