import type { Environment } from '../config/environment.ts';
import { demoWorks } from '../demo/generate.ts';
import { ensureSuggestions } from '../indexer/suggest/make-suggestions.ts';
import { readSuggestQuery, suggestRequest } from '../indexer/suggest/suggest-query.ts';
import { openServices } from '../services.ts';
import { choices, slip } from '../test/relevance/random.ts';
import { fillCatalogue } from './fill.ts';
import { inTurn, line, load, roundSeconds, type Load } from './load.ts';
import { median, report, rounded, timed, type Row } from './report.ts';
import { startApi } from './start-api.ts';

const rounds = 3;
const size = 10;

/**
 * What stands in the search box while readers type titles and authors of the demo catalogue letter by letter, from the second on:
 * few of them much oftener than the others, one in ten mistyped.
 */
function typedBeginnings(): string[] {
  const draw = choices(5);
  const wordings = draw.shuffled(
    demoWorks().flatMap(({ title, authors }) => [title, ...authors.map(({ name }) => name)]),
  );
  return Array.from({ length: readers }, () => {
    const wanted = wordings[Math.floor(wordings.length * (draw.below(1_000) / 1_000) ** 3)] ?? '';
    const text = draw.below(10) === 0 && wanted.length > 4 ? slip(wanted, draw) : wanted;
    return Array.from({ length: Math.min(text.length, longestTyped) - 1 }, (_, letters) => text.slice(0, letters + 2));
  }).flat();
}

const readers = 3_000;
const longestTyped = 14;

/** Suggestions of our API and what the first, strict request for each costs the engine alone, in one run. */
export async function benchSuggest(environment: Environment, works: number): Promise<void> {
  const services = openServices(environment, { blocking: false });
  const { suggestions, indexer } = services;
  await fillCatalogue(services, works);
  const { seconds } = await timed(() => ensureSuggestions({ ...indexer, suggestions }));
  const { count } = await indexer.elasticsearch.count({ index: suggestions.alias });
  const api = await startApi(environment);
  try {
    const typed = typedBeginnings();
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
    await load(environment.ELASTICSEARCH_URL, inTurn(raw.slice(-100)), 8);
    const [rawInTurn, oursInTurn] = [inTurn(raw), inTurn(ours)];
    const rows: Row[] = [];
    for (const connections of [1, 8, 32]) {
      const runs: Record<'raw' | 'ours', Load>[] = [];
      for (let round = 0; round < rounds; round += 1)
        runs.push({
          raw: await load(environment.ELASTICSEARCH_URL, rawInTurn, connections),
          ours: await load(api.url, oursInTurn, connections),
        });
      const of = (whose: 'raw' | 'ours') => runs.map((run) => run[whose]);
      const ofRaw = (part: 'p50' | 'p95') => rounded(median(runs.map((run) => run.ours[part] / run.raw[part])));
      rows.push(line('raw Elasticsearch', connections, of('raw')), {
        ...line('/api/v1/suggest', connections, of('ours')),
        'p50 of raw': ofRaw('p50'),
        'p95 of raw': ofRaw('p95'),
      });
    }
    await report(
      'suggest',
      `Suggestions over ${await services.catalogue.countWorks()} works (${rounds} rounds of ${roundSeconds} s, taking turns)`,
      rows,
      {
        suggestions: count,
        'seconds to make them': rounded(seconds, 1),
        typed: typed.length,
        'different ones among them': new Set(typed).size,
      },
    );
  } finally {
    await api.stop();
    await services.close();
  }
}
