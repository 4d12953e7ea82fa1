import type { Environment } from '../config/environment.ts';
import { partitionCount } from '../config/queues.ts';
import type { StoredWork } from '../domain/catalogue/schema.ts';
import { SearchQuery } from '../domain/discovery/schema.ts';
import { aliasesOf, currentMeta } from '../indexer/aliases.ts';
import { openVoikko } from '../indexer/analysis/voikko.ts';
import { writeBulk } from '../indexer/bulk.ts';
import { buildDocument } from '../indexer/document.ts';
import { createSearch, type Search } from '../indexer/search/search.ts';
import { inBatches } from '../indexer/source.ts';
import { openServices, type Services } from '../services.ts';
import { finnaTitles, hasTitles, knownItems, type Titled } from '../test/relevance/known-items.ts';
import { judge, mean, rankedSearches, type Judged, type RankedSearch } from '../test/relevance/measure.ts';
import { buildEdition, buildRecord } from '../test/support/builders.ts';
import { fillCatalogue } from './fill.ts';
import { createBaseline, type Baseline, type Found } from './relevance-baseline.ts';
import { report, rounded, type Row } from './report.ts';

const searchesOfKind = 1_000;

/**
 * How well readers find what they mean, beside the engine as it comes (relevance-baseline.ts) on the same works in the same
 * run: the searches of `test/relevance` over a demo catalogue of `works`, and where the titles of Finna are beside the checkout,
 * searches for `works` known titles by other forms of their words, by two of them, and misspelt.
 */
export async function benchRelevance(environment: Environment, works: number): Promise<void> {
  const services = openServices(environment, { blocking: false });
  const baseline = await createBaseline(services.indexer.elasticsearch, `${services.indexer.aliases.read}-baseline`);
  try {
    await fillCatalogue(services, works);
    for await (const batch of allWorks(services)) await baseline.add(batch);
    await baseline.ready();
    const searches = rankedSearches();
    const together = searches.map((one) => ({ ...one, kind: 'all' }));
    const rows = [
      ...(await measure('kind', searches, services.search, baseline)),
      ...(await measure('language', searches, services.search, baseline)),
      ...(await measure('kind', together, services.search, baseline)),
    ];
    await report('relevance', `${searches.length} searches over ${works} works of the demo catalogue`, rows);
  } finally {
    await baseline.remove();
    await services.close();
  }
  if (hasTitles()) await benchKnownItems(environment, works);
  else console.log('  Known titles are passed over: they are not beside the checkout');
}

async function* allWorks({ indexer: { source } }: Services): AsyncGenerator<StoredWork[]> {
  for (let partition = 0; partition < partitionCount; partition += 1)
    for await (const ids of inBatches(source.workIdsOfPartition(partition), 250)) yield await source.readWorks(ids);
}

async function benchKnownItems(environment: Environment, count: number): Promise<void> {
  const services = openServices(environment, { blocking: false });
  const { elasticsearch, analysis } = services.indexer;
  const aliases = aliasesOf(elasticsearch, services.indexer.aliases.read.replace('works', 'titles'));
  const baseline = await createBaseline(elasticsearch, `${aliases.read}-baseline`);
  const index = aliases.newName();
  try {
    const { voikko } = openVoikko();
    if (!voikko) return;
    const titles = finnaTitles(count);
    await aliases.create(index, currentMeta(analysis.version));
    for await (const batch of inBatches(titles.map(workOfTitle), 250)) {
      const writes = batch.map((work) => ({
        id: work.id,
        document: buildDocument({ ...work, partition: 0 }, { analysis }),
      }));
      await writeBulk(elasticsearch, { indices: [index], version: 1, writes });
      await baseline.add(batch);
    }
    await elasticsearch.indices.refresh({ index });
    await aliases.swap(index);
    await baseline.ready();
    const search = createSearch({ elasticsearch, aliases, analysis, voikko });
    const searches = knownItems(titles, voikko, searchesOfKind).map(({ query, title, kind }) => ({
      query,
      kind: `known title, ${kind}`,
      language: 'fin',
      wanted: { [title]: 3 },
    }));
    const rows = await measure('kind', searches, search, baseline);
    await report('known-titles', `${searches.length} searches for known titles among ${titles.length} of Finna`, rows, {
      'other forms of a word': 'those that other titles have, by dictionary forms beyond doubt',
    });
  } finally {
    await aliases.remove(index);
    await baseline.remove();
    await services.close();
  }
}

const workOfTitle = ({ title, subjects }: Titled, position: number): StoredWork => ({
  id: `t${position}`,
  items: [],
  records: [
    buildRecord({
      _id: `t${position}.1`,
      workId: `t${position}`,
      edition: buildEdition({
        title,
        contributors: [],
        subjects: subjects.map((label) => ({ label, language: 'fin', vocabulary: 'yso', kind: 'topic' })),
      }),
    }),
  ],
});

type Asked = RankedSearch & { readonly language: string };

/** A row for each kind or language: ours, then the baseline's. */
async function measure(
  aspect: 'kind' | 'language',
  searches: readonly Asked[],
  search: Search,
  baseline: Baseline,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [what, same] of Map.groupBy(searches, (one) => one[aspect])) {
    const ours = await figures(same, async ({ query: q, in: scope }) => {
      const { items } = await search.search(
        SearchQuery.parse({ q, size: 10, facets: '', ...(scope && { in: scope }) }),
      );
      return items;
    });
    const theirs = await figures(same, ({ query }) => baseline.search(query));
    rows.push({
      'searches for': what,
      searches: same.length,
      'nDCG@10': ours.ndcg,
      MRR: ours.mrr,
      first: ours.first,
      'in ten': ours.inTen,
      nothing: ours.nothing,
      'p50 ms': ours.p50,
      'baseline nDCG@10': theirs.ndcg,
      'baseline MRR': theirs.mrr,
      'baseline in ten': theirs.inTen,
    });
  }
  return rows;
}

async function figures(searches: readonly Asked[], find: (search: Asked) => Promise<readonly Found[]>) {
  const judged: (Judged & { found: number; ms: number })[] = [];
  for (const search of searches) {
    const start = performance.now();
    const found = await find(search);
    judged.push({ ...judge(search, found), found: found.length, ms: performance.now() - start });
  }
  const share = (counts: (one: (typeof judged)[number]) => number) => rounded(mean(judged.map(counts)), 3);
  return {
    ndcg: share(({ ndcg }) => ndcg),
    mrr: share(({ reciprocalRank }) => reciprocalRank),
    first: share(({ reciprocalRank }) => (reciprocalRank === 1 ? 1 : 0)),
    inTen: share(({ reciprocalRank }) => (reciprocalRank > 0 ? 1 : 0)),
    nothing: share(({ found }) => (found === 0 ? 1 : 0)),
    p50: rounded(judged.map(({ ms }) => ms).toSorted((a, b) => a - b)[judged.length >> 1] ?? Number.NaN, 1),
  };
}
