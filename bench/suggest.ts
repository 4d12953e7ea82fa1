import type { Environment } from '../config/environment.ts';
import { ensureSuggestions } from '../indexer/suggest/make-suggestions.ts';
import { readSuggestQuery, suggestRequest } from '../indexer/suggest/suggest-query.ts';
import { openServices } from '../services.ts';
import { fillCatalogue } from './fill.ts';
import { line, load, roundSeconds, type Load } from './load.ts';
import { median, report, rounded, timed, type Row } from './report.ts';
import { startApi } from './start-api.ts';

const rounds = 3;
const size = 10;

/** What stands in the search box while readers type: beginnings, several words, å ä ö typed as a a o; one in five mistyped. */
const typed = [
  'ka', 'kal', 'kaleva', 'wal', 'waltari sin', 'mika w', 'kissat', 'sota', 'hist', 'suomen his', 'harry pot', 'aiti',
  'äi', 'tove j', 'rakk', 'meri', 'kalevlaa', 'watlari', 'muumipiekko', 'hstoria',
]; // prettier-ignore

/** Suggestions of our API and what the first, strict request for each costs the engine alone, in one run. */
export async function benchSuggest(environment: Environment, works: number): Promise<void> {
  const services = openServices(environment, { blocking: false });
  const { suggestions, indexer, connections } = services;
  await fillCatalogue(services, works);
  const { seconds } = await timed(() => ensureSuggestions({ ...indexer, suggestions }));
  const { count } = await connections.elasticsearch.count({ index: suggestions.alias });
  const api = await startApi(environment);
  try {
    const raw = typed.map((q) => {
      const { index, filter_path, ignore_unavailable: _, ...body } = suggestRequest(readSuggestQuery(q), { index: suggestions.alias, size, lang: 'fi', typos: false }); // prettier-ignore
      return {
        method: 'POST' as const,
        path: `/${String(index)}/_search?filter_path=${String(filter_path)}`,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      };
    });
    const ours = typed.map((q) => ({ method: 'GET' as const, path: `/api/v1/suggest?q=${encodeURIComponent(q)}` }));
    await load(environment.ELASTICSEARCH_URL, raw, 8);
    await load(api.url, ours, 8);
    const rows: Row[] = [];
    for (const readers of [1, 8, 32]) {
      const runs: Record<'raw' | 'ours', Load>[] = [];
      for (let round = 0; round < rounds; round += 1)
        runs.push({
          raw: await load(environment.ELASTICSEARCH_URL, raw, readers),
          ours: await load(api.url, ours, readers),
        });
      const of = (whose: 'raw' | 'ours') => runs.map((run) => run[whose]);
      const ofRaw = (part: 'p50' | 'p95') => rounded(median(runs.map((run) => run.ours[part] / run.raw[part])));
      rows.push(line('raw Elasticsearch', readers, of('raw')), {
        ...line('/api/v1/suggest', readers, of('ours')),
        'p50 of raw': ofRaw('p50'),
        'p95 of raw': ofRaw('p95'),
      });
    }
    await report(
      'suggest',
      `Suggestions over ${await services.catalogue.countWorks()} works (${rounds} rounds of ${roundSeconds} s, taking turns)`,
      rows,
      { suggestions: count, 'seconds to make them': rounded(seconds, 1) },
    );
  } finally {
    await api.stop();
    await services.close();
  }
}
