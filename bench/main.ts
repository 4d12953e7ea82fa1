import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { parseEnvironment, type Environment } from '../config/environment.ts';
import { endWithParent } from '../stack/end-with-parent.ts';
import { startStack } from '../stack/stack.ts';
import { benchAnalysis } from './analysis.ts';
import { benchBundles } from './bundles.ts';
import { benchCirculation } from './circulation.ts';
import { benchCommunity } from './community.ts';
import { benchImport } from './import.ts';
import { benchIndex } from './index-line.ts';
import { benchLighthouse } from './lighthouse.ts';
import { benchLists } from './lists.ts';
import { benchRelevance } from './relevance.ts';
import { benchSearch } from './search.ts';
import { benchSuggest } from './suggest.ts';

const ofFirst =
  (bench: (environment: Environment, works: number) => Promise<void>) =>
  (environment: Environment, [works = 0]: readonly number[]) =>
    bench(environment, works);
/**
 * Runs benchmarks on engines of their own: `npm run bench -- [NAME …] [--works N[,N…]]`, all of them where none is named.
 * Figures that are compared come from one run, and every result is kept in `bench/results/`. Of several sizes the search is
 * measured over each, in turn, the rest over the first.
 */
const benchmarks = {
  index: ofFirst(benchIndex),
  search: benchSearch,
  suggest: ofFirst(benchSuggest),
  import: benchImport,
  circulation: ofFirst(benchCirculation),
  community: ofFirst(benchCommunity),
  lists: ofFirst(benchLists),
  relevance: ofFirst(benchRelevance),
  analysis: benchAnalysis,
  lighthouse: ofFirst(benchLighthouse),
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
const sizes = values.works.split(',').map(Number);
if (chosen.length < positionals.length || !sizes.every((works) => Number.isInteger(works) && works > 0)) {
  console.error(`Usage: npm run bench -- [${Object.keys(benchmarks).join('] [')}] [--works N[,N…]]`);
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
    await benchmarks[name](environment, sizes);
  }
} finally {
  await stack.stop();
}
