import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'vite';
import { searchPageBytes, widgetBytes } from './bundles/ours.ts';
import { report, rounded, type Row } from './report.ts';

/** What a browser loads for a search with box, results, facets and paging: ours, and the same made with others' parts. */
export async function benchBundles(): Promise<void> {
  const instantsearch = await bytesOf('instantsearch.mjs');
  const searchUi = await bytesOf('react-search-ui.mjs');
  const own = widgetBytes('search');
  const rows: Row[] = [
    row('<lastu-search-box>, with suggestions', widgetBytes('search-box'), own),
    row('<lastu-search>', own, own),
    row('/search, the page: scripts and styles', searchPageBytes(), own),
    row('instantsearch.js, with algoliasearch/lite', instantsearch, own),
    row('@elastic/react-search-ui, with its connector', searchUi, own),
    ...['title-list', 'work', 'memory-list'].map((name) => row(`<lastu-${name}>`, widgetBytes(name), own)),
  ];
  await report('bundles', 'What a search loads (brotli, all of it)', rows, {
    ours: 'with its styles and its words; react-search-ui with its style sheet; instantsearch.js without one',
  });
}

const row = (what: string, bytes: number, own: number): Row => ({
  what,
  kB: rounded(bytes / 1000, 1),
  'of <lastu-search>': rounded(bytes / own),
});

/** Minified as ours is, in one file, with the same tools. */
async function bytesOf(file: string): Promise<number> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: { write: false, target: 'es2022', modulePreload: false, rolldownOptions: { input: join(import.meta.dirname, 'bundles', file) } }, // prettier-ignore
  });
  const outputs = [built].flat().flatMap((one) => ('output' in one ? one.output : []));
  return outputs.reduce((sum, one) => sum + brotliCompressSync('code' in one ? one.code : one.source).length, 0);
}
