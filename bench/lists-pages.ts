import type { Environment } from '../config/environment.ts';
import type { WorkList } from '../domain/lists/schema.ts';
import { openServices, type Services } from '../services.ts';
import { fillCatalogue } from './fill.ts';
import { fillWithOthers, listOf, workIds } from './lists-of-others.ts';
import { median, report, rounded, timed } from './report.ts';
import { startApi } from './start-api.ts';

const rounds = 30;

/** What all those lists cost who reads any page of the site: the same pages of a region that has 20, in turn. */
export async function benchPagesAmongLists(environment: Environment, many: Services): Promise<void> {
  const fewEnvironment = { ...environment, NAMESPACE: `${environment.NAMESPACE}-few` };
  const few = openServices(fewEnvironment, { blocking: true });
  try {
    await fillCatalogue(few, await many.catalogue.countWorks());
    await fillWithOthers(few, { like: await listOf(few, await workIds(few, 2_000)), count: 20 });
    const regions = [await region(environment, many), await region(fewEnvironment, few)] as const;
    const rows = [];
    for (const [what, path] of Object.entries(pages)) {
      const times: [number[], number[]] = [[], []];
      for (let round = 0; round < rounds; round += 1)
        for (const [nth, { url, work, list }] of regions.entries()) {
          const { seconds } = await timed(() => read(`${url}${path({ work, list })}`));
          if (round >= 5) times[nth]?.push(seconds * 1_000);
        }
      const [among, without] = [median(times[0]), median(times[1])];
      rows.push({ page: what, 'among 10,000 lists, ms': rounded(among, 1), 'with 20, ms': rounded(without, 1), ratio: rounded(among / without, 1) }); // prettier-ignore
    }
    await report('lists-pages', 'Pages among lists of 200 works', rows);
    for (const { stop } of regions) await stop();
  } finally {
    await few.close();
  }
}

type Named = { readonly work: string; readonly list: string };

const pages: Readonly<Record<string, (named: Named) => string>> = {
  front: () => '/',
  search: () => '/search?q=kissa',
  work: ({ work }) => `/works/${work}`,
  'list of 20 works': ({ list }) => `/lists/${list}`,
  'public lists': () => '/lists',
  'public lists with a word': () => '/lists?q=kissa',
};

async function region(environment: Environment, services: Services) {
  const ids = await workIds(services, 20);
  const list = await listOf(services, ids);
  const lists = services.connections.database.collection<WorkList>('lists');
  await lists.updateOne({ _id: list }, { $set: { visibility: 'public' } });
  const { url, stop } = await startApi(environment);
  return { url, stop, list, work: ids[0] ?? '' };
}

async function read(address: string): Promise<void> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} answers ${answer.status}`);
  await answer.arrayBuffer();
}
