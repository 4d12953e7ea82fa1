import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Router } from '@koa/router';
import type { Context } from 'koa';
import send from 'koa-send';
import { z } from 'zod';
import type { Assets, PageScript } from '../ui/render.ts';

const root = resolve(import.meta.dirname, '..', 'dist', 'ui');
const widgets = join(root, 'widgets');

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
 * What pages in a language load, as the build has named it, with the scripts a page has of its own (`ui/client/`). Nothing
 * before the first build: pages are plain then.
 */
export function builtAssets(): (locale: string, ...own: readonly (PageScript | undefined)[]) => Assets {
  const path = join(root, 'manifest.json');
  if (!existsSync(path)) return () => ({ scripts: [], styles: [], fonts: [], modules: [] });
  const manifest = Manifest.parse(JSON.parse(readFileSync(path, 'utf8')));
  const shared = [manifest['ui/client.ts'], ...importedBy(manifest, 'ui/client.ts')];
  const address = (file: string) => `/assets/${file}`;
  return (locale, ...own) => {
    const scripts = [
      `ui/client/words/${locale}.ts`,
      'ui/client.ts',
      ...own.flatMap((script) => (script === undefined ? [] : [`ui/client/${script}.ts`])),
    ];
    const loaded = scripts.flatMap((name) => [...importedBy(manifest, name), manifest[name]]);
    return {
      // The words first: elements speak as soon as they are defined.
      scripts: scripts.flatMap((name) => manifest[name]?.file ?? []).map(address),
      modules: [...new Set(scripts.flatMap((name) => importedBy(manifest, name)))].map(({ file }) => address(file)),
      styles: [...new Set([...shared, ...loaded].flatMap((one) => one?.css ?? []))].map(address),
      // The one every page is read in; the others load where a page needs them, and the serif may come a moment later.
      fonts: shared
        .flatMap((one) => one?.assets ?? [])
        .filter((file) => /sans-3-latin-near-/.test(file))
        .map(address),
    };
  };
}

/** The files that a file imports at once, themselves or through others. */
const importedBy = (manifest: Manifest, name: string): Manifest[string][] =>
  (manifest[name]?.imports ?? []).flatMap((one) => {
    const file = manifest[one];
    return file ? [file, ...importedBy(manifest, one)] : [];
  });

/** A built file by its name alone: no path, and nothing but what browsers load. */
const builtFile = /^[\w-]+\.[\w.-]*(?<!\.json|\.br)$/;
const year = 365 * 24 * 3600 * 1000;

/**
 * The built files. Their names carry a hash of what is in them, so they may be kept for ever; but for `/widgets/lastu.js`,
 * which towns name in their pages: browsers ask each time whether it has changed. A page that was open while the service was
 * renewed may still ask for what the script before loaded: it is sent to what has taken its place. Scripts of widgets are for any site: browsers load modules of other sites by CORS only.
 */
export function assetRoutes(): Router {
  const router = new Router();
  const serve = async (ctx: Context, file: string, folder: string, options: send.SendOptions) => {
    if (!builtFile.test(file) || !existsSync(join(folder, file))) return;
    ctx.set('X-Content-Type-Options', 'nosniff');
    await send(ctx, file, { root: folder, ...options });
  };
  router.get('/assets/:file', (ctx) => serve(ctx, ctx.params['file'] ?? '', root, { immutable: true, maxage: year }));
  router.get('/widgets/:file', (ctx) => {
    const file = ctx.params['file'] ?? '';
    ctx.set('Access-Control-Allow-Origin', '*');
    if (file === 'lastu.js') {
      ctx.set('Cache-Control', 'no-cache');
      return serve(ctx, file, widgets, {});
    }
    const successor = successorOf(file);
    if (successor === undefined) return serve(ctx, file, widgets, { immutable: true, maxage: year });
    ctx.set('Cache-Control', 'no-store');
    ctx.redirect(`/widgets/${successor}`);
    return undefined;
  });
  return router;
}

/** The file that has taken the place of one of an earlier release; nothing where the file itself is there, or has none. */
function successorOf(file: string): string | undefined {
  if (!hashed.test(file) || !existsSync(widgets) || existsSync(join(widgets, file))) return undefined;
  const name = file.replace(hashed, '');
  return readdirSync(widgets).find((one) => hashed.test(one) && one.replace(hashed, '') === name);
}

const hashed = /-[\w-]{6}\.js$/;
