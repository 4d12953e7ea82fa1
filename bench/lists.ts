import type { Environment } from '../config/environment.ts';
import { SearchQuery } from '../domain/discovery/schema.ts';
import type { PageWish } from '../domain/lists/entries.ts';
import { openServices, type Services } from '../services.ts';
import { fillCatalogue } from './fill.ts';
import { fillWithOthers, listOf, owner, workIds } from './lists-of-others.ts';
import { benchPagesAmongLists } from './lists-pages.ts';
import { median, report, rounded, timed, type Row } from './report.ts';

const long = 2_000;
const short = 20;
const rounds = 40;
const writers = 100;
const others = 10_000;

/**
 * What the length of a list costs who reads a page of it: one of 2,000 works beside one of 20, in turn, among the lists of
 * others; and what a hundred writers wait who add to it at once, beside one after the other.
 */
export async function benchLists(environment: Environment, works: number): Promise<void> {
  const services = openServices(environment, { blocking: true });
  try {
    await fillCatalogue(services, Math.max(works, long + writers));
    const ids = await workIds(services, long + writers);
    await fillWithOthers(services, { like: await listOf(services, ids.slice(0, long)), count: others });
    const [longList, shortList] = [await listOf(services, ids.slice(0, long)), await listOf(services, ids.slice(0, short))]; // prettier-ignore
    const narrow = (wish: object) => (among: readonly string[]) =>
      services.search.among(among, SearchQuery.parse(wish));
    const pages = {
      'first page, by hand': { order: 'hand', page: 1, size: short },
      'first page, by title': { order: 'title', page: 1, size: short },
      'last page, by hand': { order: 'hand', page: 'last', size: short },
      'what is on the shelf': { order: 'hand', page: 1, size: short, narrow: narrow({ available: 'true' }) },
      'with a word': { order: 'title', page: 1, size: short, narrow: narrow({ q: 'kissa' }) },
    } as const;
    const rows: Row[] = [];
    for (const [what, { page, ...wish }] of Object.entries(pages)) {
      const last = (count: number) => (page === 'last' ? Math.ceil(count / short) : page);
      rows.push(await compared(services, what, [longList, { ...wish, page: last(long) }], [shortList, { ...wish, page: last(short) }])); // prettier-ignore
    }
    rows.push(
      await timedRow('the newest public lists', () =>
        services.lists.everybodys.page({ q: '', sort: 'newest', page: 1, size: short }),
      ),
    );
    rows.push(
      await timedRow('one’s lists, for adding a work', () => services.lists.forWork(owner.patron, ids[0] ?? '')),
    );
    await report('lists', `A page of ${short} works of a list of ${long} beside one of ${short}`, rows, await adding(services, shortList, ids.slice(long))); // prettier-ignore
    await benchPagesAmongLists(environment, services);
  } finally {
    await services.close();
  }
}

/** What depends on no list alone, among all those of others. */
async function timedRow(what: string, ask: () => Promise<unknown>): Promise<Row> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) times.push((await timed(ask)).seconds * 1_000);
  return { page: what, [`${long} works, ms`]: rounded(median(times.slice(5))), [`${short} works, ms`]: '', ratio: '' };
}

type Reading = readonly [list: string, wish: PageWish];

async function compared({ lists }: Services, what: string, ofLong: Reading, ofShort: Reading): Promise<Row> {
  const times: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    for (const [nth, [id, wish]] of [ofLong, ofShort].entries()) {
      const { seconds } = await timed(() => lists.entries.page(id, owner.patron, wish));
      if (round >= 5) times[nth]?.push(seconds * 1_000);
    }
  }
  const [slow, quick] = times.map(median);
  return {
    page: what,
    [`${long} works, ms`]: rounded(slow ?? Number.NaN),
    [`${short} works, ms`]: rounded(quick ?? Number.NaN),
    ratio: rounded((slow ?? Number.NaN) / (quick ?? Number.NaN), 1),
  };
}

async function adding({ lists }: Services, id: string, works: readonly string[]): Promise<Row> {
  const add = (work: string) => lists.entries.add(id, owner, { work, note: '' });
  const half = works.slice(0, writers / 2);
  const inTurn = await timed(async () => {
    for (const work of half) await add(work);
  });
  const together = await timed(() => Promise.all(works.slice(half.length).map(add)));
  return {
    'works added a second, one after the other': Math.round(half.length / inTurn.seconds),
    'works added a second, all at once': Math.round((works.length - half.length) / together.seconds),
  };
}
