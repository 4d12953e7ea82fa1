import { defineConfig } from 'vite';

/** What the browser loads: one entry, hashed names, and a manifest from which the server knows them (`api/static.ts`). */
export default defineConfig({
  base: '/assets/',
  publicDir: false,
  build: {
    outDir: 'dist/ui',
    assetsDir: '.',
    assetsInlineLimit: 0,
    manifest: 'manifest.json',
    target: 'es2022',
    modulePreload: { polyfill: false },
    rolldownOptions: { input: 'ui/client.ts' },
  },
});
