import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Plugin } from 'vite';
import { locales } from './config/locales.ts';
import { parts } from './ui/messages/parts.ts';

const own = join(import.meta.dirname, 'ui', 'widgets', 'elements');
const table = 'virtual:words';

/**
 * The words of widgets: for each widget and language a file with what its sources ask for, and nothing else. `virtual:words`
 * is the table of those files.
 */
export function widgetWords(): Plugin {
  const widgets = readdirSync(own).map((file) => file.replace('.ts', ''));
  return {
    name: 'widget-words',
    resolveId: (source) => (source.startsWith(table) ? `\0${source}` : null),
    load(id) {
      if (!id.startsWith(`\0${table}`)) return null;
      const [widget, locale] = id.slice(table.length + 2).split('/');
      if (!widget) return `export const words = {${widgets.map(entriesOf).join()}}`;
      const isAsked = asked(sourcesFrom(join(own, `${widget}.ts`)));
      const spoken = locales.find((one) => one === locale) ?? 'fi';
      const said = Object.values(parts).flatMap((part) => Object.entries<unknown>(part[spoken]));
      return `export const words = ${JSON.stringify(Object.fromEntries(said.filter(([key]) => isAsked(key))))}`;
    },
  };
}

const entriesOf = (widget: string) =>
  `'lastu-${widget}':{${locales.map((locale) => `${locale}:()=>import('${table}/${widget}/${locale}')`).join()}}`;

/** The text of a module and of all it imports from beside it, types aside. */
function sourcesFrom(file: string, seen = new Map<string, string>()): string {
  if (seen.has(file) || !existsSync(file)) return '';
  const source = readFileSync(file, 'utf8');
  seen.set(file, source);
  for (const [, path = ''] of source.matchAll(/^(?:import|export)(?! type)[^;]*?'(\.[^']+\.ts)'/gm))
    sourcesFrom(resolve(dirname(file), path), seen);
  return [...seen].map(([path, text]) => (basename(dirname(path)) === 'messages' ? '' : text)).join('\n');
}

/** Whether a key is written out somewhere, or fits a key with blanks. */
function asked(sources: string): (key: string) => boolean {
  const literal = new Set([...sources.matchAll(/(['"`])([a-z][\w-]*(?:\.[\w-]+)+)\1/g)].map(([, , key]) => key));
  const patterns = [...sources.matchAll(/`([a-z][\w-]*\.[^`\s]*\$\{[^`]*)`/g)].map(
    ([, template = '']) => new RegExp(`^${template.replaceAll('.', '\\.').replace(/\$\{[^}]*\}/g, '[\\w-]+')}$`),
  );
  return (key) => literal.has(key) || patterns.some((pattern) => pattern.test(key));
}
