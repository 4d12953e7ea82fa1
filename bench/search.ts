import { SearchQuery } from '../domain/discovery/schema.ts';
import type { Environment } from '../config/environment.ts';
import { searchRequest } from '../indexer/search/query.ts';
import { openServices } from '../services.ts';
import { fillCatalogue } from './fill.ts';
import { line, load, roundSeconds } from './load.ts';
import { median, report, rounded, type Row } from './report.ts';
import { startApi } from './start-api.ts';

const rounds = 3;

/** What readers ask, with every facet counted: words, names, phrases, filters on editions and works, an empty search. */
const searches = [
  'q=kissan', 'q=talvisota', 'q=historia+suomi', 'q=kissojen+kirjat', 'q=', 'q=järvi&format=book', 'q=talo&language=fin&format=book',
  'q=sota&available=true', 'q=kirja&municipality=lahti&available=true', 'q=rakkaus&yearFrom=2000', 'q=meri&sort=newest', 'q=waltari',
  'q=muumi', 'q=kaupunki&page=2', 'q=yö&audience=adult', 'q=lintu&branch=heinola',
]; // prettier-ignore

/** What our API costs on top of the engine: the same searches sent to Elasticsearch as they are and to `/api/v1/search`. */
export async function benchSearch(environment: Environment, works: number): Promise<void> {
  const services = openServices(environment, { blocking: false });
  await fillCatalogue(services, works);
  const api = await startApi(environment);
  try {
    const raw = searches.map((search) => ({
      method: 'POST' as const,
      path: `/${services.indexer.aliases.read}/_search`,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(
        searchRequest(SearchQuery.parse(Object.fromEntries(new URLSearchParams(search))), services.indexer),
      ),
    }));
    const ours = searches.map((search) => ({ method: 'GET' as const, path: `/api/v1/search?${encodeURI(search)}` }));
    await load(environment.ELASTICSEARCH_URL, raw, 8);
    await load(api.url, ours, 8);
    const rows: Row[] = [];
    for (const connections of [1, 8, 32]) {
      const runs = [];
      for (let round = 0; round < rounds; round += 1) {
        runs.push({
          raw: await load(environment.ELASTICSEARCH_URL, raw, connections),
          ours: await load(api.url, ours, connections),
        });
      }
      rows.push(
        line(
          'raw Elasticsearch',
          connections,
          runs.map((run) => run.raw),
        ),
      );
      rows.push({
        ...line(
          '/api/v1/search',
          connections,
          runs.map((run) => run.ours),
        ),
        'p50 of raw': rounded(median(runs.map((run) => run.ours.p50 / run.raw.p50))),
        'p95 of raw': rounded(median(runs.map((run) => run.ours.p95 / run.raw.p95))),
      });
    }
    await report(
      'search',
      `Faceted search over ${await services.catalogue.countWorks()} works (${rounds} rounds of ${roundSeconds} s, taking turns)`,
      rows,
    );
  } finally {
    await api.stop();
    await services.close();
  }
}
