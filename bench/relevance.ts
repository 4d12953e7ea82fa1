import type { Environment } from '../config/environment.ts';
import { partitionCount } from '../config/queues.ts';
import type { StoredWork } from '../domain/catalogue/schema.ts';
import { SearchQuery } from '../domain/discovery/schema.ts';
import { inBatches } from '../indexer/source.ts';
import { openServices, type Services } from '../services.ts';
import { judge } from '../indexer/relevance/judge.ts';
import { rankedSearches } from '../test/relevance/ranked-searches.ts';
import { hasRealWorks } from '../test/relevance/real-works.ts';
import { fillCatalogue } from './fill.ts';
import { reportMorphology } from './morphology.ts';
import { createBaseline } from './relevance-baseline.ts';
import { compare } from './relevance-figures.ts';
import { benchRealWorks } from './relevance-real.ts';
import { report } from './report.ts';

/**
 * How well readers find what they mean, beside the engine as it comes (relevance-baseline.ts) on the same works in the same
 * run: the searches of `test/relevance` over a demo catalogue, and, where they are beside the checkout, searches of every
 * class for `works` of Finna's titles and the records of two libraries, and the word forms of a treebank.
 */
export async function benchRelevance(environment: Environment, works: number): Promise<void> {
  if (hasRealWorks()) await benchRealWorks(environment, works);
  else console.log('  Real catalogues are passed over: they are not beside the checkout');
  await benchDemo(environment, Math.min(works, mostOfDemo));
  await reportMorphology();
}

/** Past these, invented works tell nothing new. */
const mostOfDemo = 20_000;

async function benchDemo(environment: Environment, works: number): Promise<void> {
  const services = openServices(environment, { blocking: false });
  const baseline = await createBaseline(services.indexer.elasticsearch, `${services.indexer.aliases.read}-baseline`);
  try {
    await fillCatalogue(services, works);
    for await (const batch of allWorks(services)) await baseline.add(batch);
    await baseline.ready();
    const searches = rankedSearches().map(({ query, in: scope, ...search }) => ({
      ...search,
      query,
      scope,
      judge: (found: Parameters<typeof judge>[1]) => judge(search, found),
    }));
    const ours = async ({ query: q, scope }: (typeof searches)[number]) => {
      const asked = SearchQuery.parse({ q, size: 10, facets: '', ...(scope && { in: scope }) });
      return (await services.search.search(asked)).items;
    };
    const rowsBy = (kind: (search: (typeof searches)[number]) => string) =>
      compare(
        searches.map((search) => ({ ...search, kind: kind(search) })),
        ours,
        baseline.search,
      );
    const rows = [
      ...(await rowsBy(({ kind }) => kind)),
      ...(await rowsBy(({ language }) => language)),
      ...(await rowsBy(() => 'all')),
    ];
    await report('relevance', `${searches.length} searches over ${works} works of the demo catalogue`, rows);
  } finally {
    await baseline.remove();
    await services.close();
  }
}

async function* allWorks({ indexer: { source } }: Services): AsyncGenerator<StoredWork[]> {
  for (let partition = 0; partition < partitionCount; partition += 1)
    for await (const ids of inBatches(source.workIdsOfPartition(partition), 250)) yield await source.readWorks(ids);
}
