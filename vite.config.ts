import { defineConfig, type Plugin } from 'vite';
import { locales } from './config/locales.ts';

/** What the browser loads: one entry for all pages, one for each page that needs more, the words of each language, and a manifest from which the server knows them (`api/static.ts`). */
export default defineConfig({
  base: '/assets/',
  publicDir: false,
  plugins: [compactStyles()],
  build: {
    outDir: 'dist/ui',
    assetsDir: '.',
    assetsInlineLimit: 0,
    manifest: 'manifest.json',
    target: 'es2022',
    modulePreload: false,
    rolldownOptions: {
      input: ['ui/client.ts', 'ui/client/search.ts', ...locales.map((locale) => `ui/client/words/${locale}.ts`)],
    },
  },
});

/** Takes the line breaks out of the elements' style sheets. Their HTML stays: the server's must be the same to the letter. */
function compactStyles(): Plugin {
  const compact = (css: string) => css.replace(/\s+/g, ' ').replace(/ ?([{};,]) ?/g, '$1');
  return {
    name: 'compact-styles',
    enforce: 'pre',
    transform(code, id) {
      if (!id.includes('/ui/elements/')) return null;
      return { code: code.replaceAll(/(?<![.\w])css`[^`]*`/g, compact), map: null };
    },
  };
}
