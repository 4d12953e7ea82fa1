import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { builtAssets } from '../../api/static.ts';
import { locales } from '../../config/locales.ts';

const built = join(import.meta.dirname, '..', '..', 'dist', 'ui');
const widgets = join(built, 'widgets');

/** Bytes that a page of a town loads for a widget, as the server sends them to a browser that takes brotli, in the longest language. */
export function widgetBytes(name: string): number {
  const loader = readFileSync(join(widgets, 'lastu.js'), 'utf8');
  const words = new RegExp(`[\`'"]lastu-${name}[\`'"]:\\{(.*?)\\}`).exec(loader)?.[1] ?? '';
  const spoken = [...words.matchAll(/\.\/([\w-]+\.js)/g)].map(([, file = '']) => size(join(widgets, file)));
  const own = readdirSync(widgets).find((file) => new RegExp(`^${name}-[\\w-]{6}\\.js$`).test(file));
  if (own === undefined || spoken.length !== locales.length) throw new Error(`lastu-${name} has not been built`);
  return size(join(widgets, 'lastu.js')) + size(join(widgets, own)) + Math.max(...spoken);
}

/** Bytes of scripts and style sheets that the search page loads, in the longest language. Fonts are not among them. */
export function searchPageBytes(): number {
  const assets = builtAssets();
  return Math.max(
    ...locales.map((locale) => {
      const { scripts, modules, styles } = assets(locale, 'search');
      const files = [...new Set([...scripts, ...modules, ...styles])].map((address) => address.replace('/assets/', ''));
      if (scripts.length === 0) throw new Error('The interface has not been built');
      return files.reduce((sum, file) => sum + size(join(built, file)), 0);
    }),
  );
}

const size = (file: string): number => statSync(`${file}.br`).size;
