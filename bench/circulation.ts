import { pino } from 'pino';
import type { Environment } from '../config/environment.ts';
import type { Item } from '../domain/catalogue/schema.ts';
import type { WorkSummary } from '../domain/discovery/schema.ts';
import { openServices, workersOver, type Services } from '../services.ts';
import { startWorkers } from '../workers/start.ts';
import { fillCatalogue } from './fill.ts';
import { atPace } from './pace.ts';
import { report, rounded, timed, type Row } from './report.ts';

const desksAtOnce = [1, 8, 32];
const operationsOfDesks = 640;
const patronsOfAll = 200;
const perSecond = 50;
const seconds = 20;

/**
 * What the desks of the region can do, and how soon patrons see it: loans and returns a second of 1, 8 and 32 desks beside the
 * bare compare-and-swaps of the same engine; and, at fifty operations a second, how long after each the availability that
 * search pages show has followed.
 */
export async function benchCirculation(environment: Environment, works: number): Promise<void> {
  const services = openServices(environment, { blocking: true });
  try {
    await fillCatalogue(services, Math.min(works, 5_000));
    const patrons = await addPatrons(services);
    const items = await onlyCopies(services);
    const rows: Row[] = [];
    for (const desks of desksAtOnce) rows.push(await throughput(services, { desks, items, patrons }));
    await report(
      'circulation',
      'Loans and returns a second, by desks at work',
      rows,
      await lag(services, items, patrons),
    );
  } finally {
    await services.close();
  }
}

async function addPatrons({ accounts }: Services): Promise<string[]> {
  const added = await Promise.all(
    Array.from({ length: patronsOfAll }, (_, nth) =>
      accounts.add({
        cardNumber: `bench-${nth}`,
        name: 'Aino Ahola',
        municipality: 'lahti',
        contact: {},
        language: 'fi',
      }),
    ),
  );
  return added.map(({ _id }) => _id);
}

interface OnlyCopy {
  readonly id: string;
  readonly branch: string;
  readonly workId: string;
}

/** Available copies that are the only ones of their works: each loan of one changes what a search says. */
async function onlyCopies({ connections, catalogue }: Services): Promise<OnlyCopy[]> {
  const items = await connections.database
    .collection<Item>('items')
    .find({ status: 'available' })
    .limit(5_000)
    .toArray();
  const records = [...new Set(items.map(({ recordId }) => recordId))];
  const found = await connections.database
    .collection<{ _id: string; workId: string }>('records')
    .find({ _id: { $in: records } }, { projection: { workId: 1 } })
    .toArray();
  const stored = await catalogue.readWorks([...new Set(found.map(({ workId }) => workId))]);
  return stored.flatMap(({ id: workId, items: copies }) => {
    const [copy] = copies;
    return copy && copies.length === 1 && copy.status === 'available'
      ? [{ id: copy._id, branch: copy.branch, workId }]
      : [];
  });
}

interface Work {
  readonly desks: number;
  readonly items: readonly OnlyCopy[];
  readonly patrons: readonly string[];
}

async function throughput({ circulation, connections }: Services, { desks, items, patrons }: Work): Promise<Row> {
  const rounds = Math.ceil(operationsOfDesks / 2 / desks);
  const ours = await timed(() =>
    Promise.all(
      Array.from({ length: desks }, async (_, desk) => {
        for (let round = 0; round < rounds; round += 1) {
          const { id: item, branch } = pick(items, desk + round * desks);
          await circulation.loans.checkOut({ patron: pick(patrons, desk + round), item, branch });
          await circulation.desk.checkIn(item, branch);
        }
      }),
    ),
  );
  const raw = connections.database.collection<{ _id: string; version: number }>('benchSwaps');
  await raw.deleteMany({});
  await raw.insertMany(Array.from({ length: desks }, (_, nth) => ({ _id: `s${nth}`, version: 0 })));
  const bare = await timed(() =>
    Promise.all(
      Array.from({ length: desks }, async (_, desk) => {
        for (let version = 0; version < rounds * 2; version += 1) {
          await raw.updateOne({ _id: `s${desk}`, version }, { $set: { version: version + 1 } });
        }
      }),
    ),
  );
  const done = rounds * 2 * desks;
  return {
    desks,
    'operations/s': Math.round(done / ours.seconds),
    'bare swaps/s': Math.round(done / bare.seconds),
    'swaps an operation takes': rounded(ours.seconds / bare.seconds, 1),
  };
}

/** How long after an operation a search shows it, in milliseconds, at a steady pace. */
async function lag(services: Services, items: readonly OnlyCopy[], patrons: readonly string[]): Promise<Row> {
  const { circulation, connections, indexer } = services;
  const stop = await startWorkers(workersOver(services, pino({ level: 'warn' })));
  const waiting = new Map<string, { since: number; available: number }>();
  const lags: number[] = [];
  let watching = true;
  const watch = (async () => {
    while (watching || waiting.size > 0) {
      for (const { id, available } of await shown([...waiting.keys()])) {
        const one = waiting.get(id);
        if (one?.available !== available) continue;
        lags.push(performance.now() - one.since);
        waiting.delete(id);
      }
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  })();

  async function shown(ids: readonly string[]) {
    if (ids.length === 0) return [];
    const { hits } = await connections.elasticsearch.search<{ summary: Pick<WorkSummary, 'availability'> }>({
      index: indexer.aliases.read,
      size: ids.length,
      query: { ids: { values: [...ids] } },
      _source: ['summary.availability.available'],
    });
    return hits.hits.map(({ _id, _source }) => ({
      id: String(_id),
      available: _source?.summary.availability.available ?? -1,
    }));
  }

  const { seconds: taken } = await timed(() => atPace({ perSecond, count: perSecond * seconds }, operate));
  watching = false;
  await watch;
  await stop();

  /** A loan, and half the list later its return. */
  async function operate(nth: number): Promise<void> {
    const half = Math.floor(Math.min(items.length, perSecond * seconds) / 2);
    const { id: item, branch, workId } = pick(items, nth % half);
    const lends = Math.floor(nth / half) % 2 === 0;
    if (lends) await circulation.loans.checkOut({ patron: pick(patrons, nth), item, branch });
    else await circulation.desk.checkIn(item, branch);
    waiting.set(workId, { since: performance.now(), available: lends ? 0 : 1 });
  }

  const sorted = lags.toSorted((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN);
  return {
    'operations/s while measuring': rounded((perSecond * seconds) / taken, 1),
    'seen by searches': lags.length,
    'seen after, ms (p50)': at(0.5),
    'seen after, ms (p99)': at(0.99),
    'seen after, ms (last)': at(1),
  };
}

function pick<T>(values: readonly T[], nth: number): T {
  const value = values[nth % values.length];
  if (value === undefined) throw new Error('there is nothing to choose from');
  return value;
}
