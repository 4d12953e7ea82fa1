import { parse } from 'node:querystring';
import { SearchQuery } from '../domain/discovery/schema.ts';
import type { Environment } from '../config/environment.ts';
import { searchRequests } from '../indexer/search/query.ts';
import { openServices, type Services } from '../services.ts';
import { brokenQueries, hostileQueries } from '../test/support/hostile-queries.ts';
import { growingIndex } from './fill.ts';
import { line, load, type Load } from './load.ts';
import { median, report, rounded, timed, type Row } from './report.ts';
import { readersSearches } from './searches.ts';
import { startApi } from './start-api.ts';

const rounds = 3;
const roundSeconds = 4;
const hostileAsked = 500;
const readers = [1, 8, 32] as const;

/**
 * What a search costs as the catalogue grows, and what our API costs on top of the engine: the same searches, every facet
 * counted, sent to Elasticsearch as we would send them and to `/api/v1/search`, taking turns, over each of the sizes.
 */
export async function benchSearch(environment: Environment, sizes: readonly number[]): Promise<void> {
  const services = openServices(environment, { blocking: false });
  const index = await growingIndex(services);
  const api = await startApi(environment);
  const rows: Row[] = [];
  const growth: Row[] = [];
  try {
    const searches = readersSearches();
    const raw = searches.map((search) => rawRequest(search, services));
    const ours = searches.map((search) => ({ method: 'GET' as const, path: `/api/v1/search?${search}` }));
    for (const works of sizes.toSorted((a, b) => a - b)) {
      await index.growTo(works);
      const loadBoth = async (connections: number): Promise<Both> => ({
        raw: await load(environment.ELASTICSEARCH_URL, raw, connections, roundSeconds),
        ours: await load(api.url, ours, connections, roundSeconds),
      });
      await loadBoth(8); // code and caches are warm afterwards
      const grown: Row = { works };
      for (const connections of readers) {
        const runs: Both[] = [];
        for (let round = 0; round < rounds; round += 1) runs.push(await loadBoth(connections));
        rows.push(...linesOf(runs, works, connections));
        for (const part of ['p50', 'p95'] as const)
          grown[`${part} ms, ${connections} at once`] = rounded(median(runs.map((run) => run.raw[part])), 1);
      }
      growth.push(grown);
    }
    await report('search', `Searches with all facets (${rounds} rounds of ${roundSeconds} s, taking turns)`, rows);
    await report('search-growth', 'The engine alone, as the catalogue grows', growth);
    await report('search-hostile', 'The slowest hostile queries, one at a time', await slowestHostile(api.url));
  } finally {
    await api.stop();
    await services.close();
  }
}

/** What takes our API longest of the queries that mean harm, with every facet counted. */
async function slowestHostile(url: string): Promise<Row[]> {
  const asked: { ms: number; status: number; query: string }[] = [];
  for (const q of [...brokenQueries, ...hostileQueries(hostileAsked)]) {
    const { seconds, result } = await timed(async () => {
      const answer = await fetch(`${url}/api/v1/search?${new URLSearchParams({ q })}`);
      await answer.arrayBuffer();
      return answer.status;
    });
    asked.push({ ms: Math.round(seconds * 1_000), status: result, query: JSON.stringify(q.slice(0, 30)) });
  }
  return asked.toSorted((a, b) => b.ms - a.ms).slice(0, 5);
}

interface Both {
  raw: Load;
  ours: Load;
}

/** What the engine is asked for a search, as one request: two go together in one body, as we send them. */
export function rawRequest(search: string, { indexer }: Services) {
  const query = SearchQuery.parse(parse(search));
  const requests = searchRequests(query, indexer);
  const [only, ...more] = requests;
  const lines = requests.flatMap(({ request_cache, ...body }) => [{ ...(request_cache && { request_cache }) }, body]);
  return {
    method: 'POST' as const,
    path: `/${indexer.aliases.read}/${more.length === 0 ? '_search' : '_msearch'}`,
    headers: { 'content-type': more.length === 0 ? 'application/json' : 'application/x-ndjson' },
    body: more.length === 0 ? JSON.stringify(only) : lines.map((one) => `${JSON.stringify(one)}\n`).join(''),
  };
}

function linesOf(runs: readonly Both[], works: number, connections: number): Row[] {
  const of = (whose: keyof Both) => runs.map((run) => run[whose]);
  const ofRaw = (part: 'p50' | 'p95') => rounded(median(runs.map((run) => run.ours[part] / run.raw[part])));
  return [
    { works, ...line('raw Elasticsearch', connections, of('raw')) },
    {
      works,
      ...line('/api/v1/search', connections, of('ours')),
      'p50 of raw': ofRaw('p50'),
      'p95 of raw': ofRaw('p95'),
    },
  ];
}
