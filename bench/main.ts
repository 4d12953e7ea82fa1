import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { parseEnvironment } from '../config/environment.ts';
import { endWithParent } from '../stack/end-with-parent.ts';
import { startStack } from '../stack/stack.ts';
import { benchAnalysis } from './analysis.ts';
import { benchBundles } from './bundles.ts';
import { benchCirculation } from './circulation.ts';
import { benchImport } from './import.ts';
import { benchIndex } from './index-line.ts';
import { benchLighthouse } from './lighthouse.ts';
import { benchRelevance } from './relevance.ts';
import { benchSearch } from './search.ts';
import { benchSuggest } from './suggest.ts';

/**
 * Runs benchmarks on engines of their own: `npm run bench -- [NAME …] [--works N]`, all of them where none is named.
 * Figures that are compared come from one run, and every result is kept in `bench/results/`.
 */
const benchmarks = {
  index: benchIndex,
  search: benchSearch,
  suggest: benchSuggest,
  import: benchImport,
  circulation: benchCirculation,
  relevance: benchRelevance,
  analysis: benchAnalysis,
  lighthouse: benchLighthouse,
  bundles: benchBundles,
} as const;
type Name = keyof typeof benchmarks;
const isName = (name: string): name is Name => Object.hasOwn(benchmarks, name);

const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort());
endWithParent(() => stopping.abort());

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { works: { type: 'string', default: '20000' } },
});
const chosen = positionals.length > 0 ? positionals.filter(isName) : (Object.keys(benchmarks) as Name[]);
const works = Number(values.works);
if (chosen.length < positionals.length || !Number.isInteger(works) || works < 1) {
  console.error(`Usage: npm run bench -- [${Object.keys(benchmarks).join('] [')}] [--works N]`);
  process.exit(2);
}

const base = resolve(process.env['LASTU_HOME'] ?? '.lastu');
const stack = await startStack({
  home: join(base, 'bench'),
  engines: join(base, 'engines'),
  profile: 'bench',
  given: process.env,
  onProgress: (line) => console.error(line),
  signal: stopping.signal,
});
stopping.signal.addEventListener('abort', () => void stack.stop().finally(() => process.exit(1)), { once: true });
try {
  for (const name of chosen) {
    const NAMESPACE = `bench-${name}-${Date.now()}`;
    const environment = parseEnvironment({ ...process.env, ...stack.urls, NAMESPACE });
    await benchmarks[name](environment, works);
  }
} finally {
  await stack.stop();
}
