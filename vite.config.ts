import { defineConfig } from 'vite';
import { locales } from './config/locales.ts';
import { subsetFonts } from './vite.fonts.ts';
import { compactStyles, compressed, widgetStyles, wholeWidgets } from './vite.steps.ts';
import { widgetWords } from './vite.words.ts';

/**
 * What browsers load. For our pages: one entry for all, one for each page that needs more, the words of each language, and a
 * manifest from which the server knows them (`api/static.ts`). For pages of towns: one script by a stable name, and what it
 * loads, which shares nothing with the pages.
 */
export default defineConfig({
  publicDir: false,
  builder: {},
  plugins: [subsetFonts(), compactStyles(), wholeWidgets(), widgetWords(), widgetStyles(), compressed()],
  environments: {
    client: {
      build: {
        outDir: 'dist/ui',
        manifest: 'manifest.json',
        rolldownOptions: {
          input: [
            'ui/client.ts',
            'ui/client/account.ts',
            'ui/client/cite.ts',
            'ui/client/front.ts',
            'ui/client/gallery.ts',
            'ui/client/list.ts',
            'ui/client/memory-list.ts',
            'ui/client/own.ts',
            'ui/client/page.ts',
            'ui/client/staff.ts',
            'ui/client/tips.ts',
            'ui/client/widgets.ts',
            'ui/client/search.ts',
            'ui/client/voices.ts',
            'ui/client/work.ts',
            ...locales.map((locale) => `ui/client/words/${locale}.ts`),
          ],
          // Lit in one file with what teaches it to take over: apart, Lit could run first and draw all anew.
          output: { codeSplitting: { groups: [{ name: 'lit', test: /node_modules\/(@lit|lit)/ }] } },
        },
      },
    },
    widgets: {
      consumer: 'client',
      build: {
        outDir: 'dist/ui/widgets',
        rolldownOptions: {
          input: ['ui/widgets/lastu.ts'],
          // Words by their widget and language: the name without its hash tells what a chunk is, release after release.
          output: {
            entryFileNames: '[name].js',
            chunkFileNames: ({ facadeModuleId }) =>
              `${/virtual:words\/(.*)/.exec(facadeModuleId ?? '')?.[1]?.replace('/', '-words-') ?? '[name]'}-[hash:6].js`,
          },
          treeshake: { moduleSideEffects: (id) => !id.includes('/config/region/') },
        },
      },
    },
  },
  base: '/assets/',
  build: { assetsDir: '.', assetsInlineLimit: 0, target: 'es2022', modulePreload: false },
});
