import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Router } from '@koa/router';
import send from 'koa-send';
import { z } from 'zod';
import type { Assets, PageScript } from '../ui/render.ts';

const root = resolve(import.meta.dirname, '..', 'dist', 'ui');

/** Vite's manifest, as far as pages need it: https://vite.dev/guide/backend-integration */
const Manifest = z.record(
  z.string(),
  z.object({
    file: z.string(),
    imports: z.array(z.string()).default([]),
    css: z.array(z.string()).default([]),
    assets: z.array(z.string()).default([]),
  }),
);
type Manifest = z.infer<typeof Manifest>;

/**
 * What pages in a language load, as the build has named it, with the script a page has of its own (`ui/client/`). Nothing
 * before the first build: pages are plain then.
 */
export function builtAssets(): (locale: string, script?: PageScript) => Assets {
  const path = join(root, 'manifest.json');
  if (!existsSync(path)) return () => ({ scripts: [], styles: [], fonts: [], modules: [] });
  const manifest = Manifest.parse(JSON.parse(readFileSync(path, 'utf8')));
  const client = manifest['ui/client.ts'];
  const address = (file: string) => `/assets/${file}`;
  return (locale, script) => {
    const scripts = [
      `ui/client/words/${locale}.ts`,
      'ui/client.ts',
      ...(script === undefined ? [] : [`ui/client/${script}.ts`]),
    ];
    return {
      // The words first: elements speak as soon as they are defined.
      scripts: scripts.flatMap((name) => manifest[name]?.file ?? []).map(address),
      modules: [...new Set(scripts.flatMap((name) => importsOf(manifest, name)))].map(address),
      styles: (client?.css ?? []).map(address),
      // The one every page is read in; the others load where a page needs them, and the serif may come a moment later.
      fonts: (client?.assets ?? []).filter((file) => /sans-3-latin-wght-/.test(file)).map(address),
    };
  };
}

const importsOf = (manifest: Manifest, name: string): string[] =>
  (manifest[name]?.imports ?? []).flatMap((one) => [manifest[one]?.file ?? '', ...importsOf(manifest, one)]);

/** The built files: their names carry a hash of what is in them, so they may be kept for ever. */
export function assetRoutes(): Router {
  const router = new Router();
  router.get('/assets/:file', async (ctx) => {
    const file = ctx.params['file'] ?? '';
    if (!/^[\w-]+\.[\w.-]+$/.test(file) || file.endsWith('.json') || !existsSync(join(root, file))) return;
    ctx.set('X-Content-Type-Options', 'nosniff');
    await send(ctx, file, { root, immutable: true, maxage: 365 * 24 * 3600 * 1000 });
  });
  return router;
}
