import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** Steps of the build of what browsers load; see `vite.config.ts`. */

const ui = join(import.meta.dirname, 'ui');
const elements = join(ui, 'elements');
const isWidgets = ({ name }: { name: string }) => name === 'widgets';

/** Takes the line breaks out of the elements' style sheets. Their HTML stays: the server's must be the same to the letter. */
export function compactStyles(): Plugin {
  return {
    name: 'compact-styles',
    enforce: 'pre',
    transform(code, id) {
      if (!id.includes('/ui/elements/')) return null;
      return { code: code.replaceAll(cssLiteral, compact), map: null };
    },
  };
}

/**
 * In a page of a town `rem` is the town's, and the window tells nothing of the room a widget has: the same sheets measure by
 * the widget's own unit, and ask for its own width.
 */
export function widgetStyles(): Plugin {
  const own = (css: string) =>
    compact(css)
      .replace(
        /@media([^{]*\b(?:min|max)-width\b[^{]*)\{/g,
        (_, condition: string) => `@container${inPixels(condition)}{`,
      )
      .replace(/(?<=^|[{};`])\s*:host\(\[view='grid'\]\)[^{},]*\{[^{}]*\}/g, '') // widgets show no covers in a grid
      .replace(/(?<![\w.])1rem\b/g, 'var(--unit)')
      .replace(/(?<![\w.])(-?[\d.]+)rem\b/g, 'calc($1*var(--unit))');
  return {
    name: 'widget-styles',
    enforce: 'pre',
    applyToEnvironment: isWidgets,
    // Taken as they are: what older browsers need of colours works in a whole page only.
    resolveId(source, importer) {
      if (ofLit.has(source)) return join(ui, 'widgets', 'lit.ts');
      if (/^(lit|@lit)\b/.test(source)) throw new Error(`Widgets have a Lit of their own, without ${source}`);
      return source.endsWith('.css?inline') && importer
        ? `\0${join(dirname(importer), source.replace('.css?inline', '.styles.js'))}`
        : null;
    },
    load(id) {
      if (id.includes(preloadHelper)) return `export const __vitePreload = (load) => load();`;
      if (!id.endsWith('.styles.js')) return null;
      const css = readFileSync(id.slice(1).replace('.styles.js', '.css'), 'utf8');
      return `export default ${JSON.stringify(firm(compact(tokensOfWidgets(css))))}`;
    },
    transform(code, id) {
      if (!id.includes('/ui/')) return null;
      return {
        code: code
          .replaceAll(cssLiteral, own)
          .replaceAll(/>\s+</g, '><')
          .replaceAll(/(?<!\/\/.*)\n\s+/g, ' '),
        map: null,
      };
    },
  };
}

/**
 * Makes each widget whole by itself, so that a page loads nothing of the others, and gives the elements inside it names that
 * only this widget of this version uses: widgets of two versions share a page, and none is taken for the public one around it.
 */
export function wholeWidgets(): Plugin {
  const names = readdirSync(elements).filter((name) => name.startsWith('lastu-'));
  const version = createHash('sha256');
  for (const file of readdirSync(ui, { recursive: true, encoding: 'utf8' }).toSorted())
    if (/\.(ts|css)$/.test(file)) version.update(readFileSync(join(ui, file)));
  const release = version.digest('hex').slice(0, 5);
  const tag = new RegExp(`(?<=<|</|define\\('|\\s)(${names.join('|')})(?=[\\s>'{])`, 'g');
  return {
    name: 'whole-widgets',
    enforce: 'pre',
    applyToEnvironment: isWidgets,
    async resolveId(source, importer, options) {
      const widget = widgetOf(importer);
      if (widget === undefined || source.endsWith('?inline')) return null;
      // The titles stand beside the covers, and the print on them is a twelfth of all that a search loads.
      if (widget === 'search' && source.endsWith('/cover.ts')) source = source.replace('/cover.ts', '/plain-cover.ts');
      const found = await this.resolve(source, importer?.replace(/\?.*/, ''), { ...options, skipSelf: true });
      return found && { ...found, id: `${found.id}?of=${widget}` };
    },
    transform(code, id) {
      const widget = widgetOf(id);
      if (widget === undefined || !/\/ui\/(elements|pages)\//.test(id)) return null;
      return { code: code.replaceAll(tag, `$1-${release}-${widget}`), map: null };
    },
  };
}

/** Lays a brotli copy beside every script and style sheet, packed as tightly as it goes: the server need not. */
export function compressed(): Plugin {
  return {
    name: 'compressed',
    writeBundle({ dir = '' }, bundle) {
      for (const file of Object.keys(bundle))
        if (/\.(js|css)$/.test(file))
          writeFileSync(join(dir, `${file}.br`), brotliCompressSync(readFileSync(join(dir, file))));
    },
  };
}

/** What ui/widgets/lit.ts stands for. */
const ofLit = new Set(['lit', 'lit/directives/repeat.js', 'lit/directives/unsafe-html.js']);
/** Vite would load style sheets and modules ahead of a page of its own. */
const preloadHelper = 'vite/preload-helper';
/** The widget a module belongs to: those in `ui/widgets/elements/` are each the beginning of one. */
const widgetOf = (id: string | undefined) =>
  /\?of=([\w-]+)$/.exec(id ?? '')?.[1] ?? /\/ui\/widgets\/elements\/([\w-]+)\.ts$/.exec(id ?? '')?.[1];
const cssLiteral = /(?<![.\w])css`[^`]*`/g;
const compact = (css: string) =>
  css
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/: (?=[^{}]*[;}])/g, ':')
    .replace(/;\}/g, '}');

/** A container's `rem` is the host page's; a window's is the browser's. */
const inPixels = (condition: string) => condition.replace(/([\d.]+)rem/g, (_, rem: string) => `${Number(rem) * 16}px`);

/** Names of ours that a page happens to give to all its elements do not reach in. */
const firm = (css: string) => css.replace(/(--[\w-]+:[^;{}]+)(?=[;}])/g, '$1!important');

/** The tokens without what only a page says. */
const tokensOfWidgets = (css: string) =>
  css
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/:root \{[^}]*\}/, '')
    .replace(/@media[^{]*\{\s*:root \{[^}]*\}\s*\}/g, '')
    .replace(/:root,\s*/g, '')
    .replace(/--(largest|larger|measure|page|part|gap|hairline|target):[^;]*;/g, '')
    .replace(/\[data-scheme[^{]*\{[^}]*\}/g, '')
    .replace(/,?\s*\[data-municipality[^\],]*\],?/g, '');
