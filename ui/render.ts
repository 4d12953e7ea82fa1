import { render } from '@lit-labs/ssr';
import type { TemplateResult } from 'lit';
import { locales } from '../config/locales.ts';
import { cardSize } from './covers/card.ts';
import './messages/all.ts';
import { inLanguage, pageFoot, pageHead, type Frame } from './pages/frame.ts';
import type { GalleryState, Scheme } from './pages/gallery-state.ts';
import type { WidgetsState } from './pages/widgets-page.ts';
import type { SearchState } from './search/state.ts';

/** Addresses of what the browser loads, as the build has named it. */
export interface Assets {
  /** Module scripts, in the order they must run. */
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
  /** Fonts, and modules the scripts import, which every page needs at once. */
  readonly fonts: readonly string[];
  readonly modules: readonly string[];
}

/** Pages that need more of the browser than all pages do, by the name of their entry in `ui/client/`. */
export type PageScript =
  | 'account'
  | 'cite'
  | 'front'
  | 'search'
  | 'gallery'
  | 'list'
  | 'own'
  | 'memory-list'
  | 'page'
  | 'staff'
  | 'tips'
  | 'voices'
  | 'widgets'
  | 'work';

export interface Page extends Omit<Frame, 'address'> {
  /** Where the page is, on the public address of the service. */
  readonly address: URL;
  readonly title: string;
  readonly description?: string | undefined;
  readonly main: TemplateResult;
  /** The script of its own that it loads after what all pages load. */
  readonly script?: PageScript | undefined;
  /** What the browser takes the page over with, where it does. */
  readonly state?: SearchState | GalleryState | WidgetsState | undefined;
  /** The municipality whose colours the page wears. */
  readonly municipality?: string | undefined;
  /** Light or dark, whatever the device says. */
  readonly scheme?: Scheme | undefined;
  /** Path that stands for all addresses of the same content, for search engines; absent where none should be kept. */
  readonly canonical?: string | undefined;
  readonly jsonLd?: object | undefined;
  /** Path of a feed (Atom) of what the page shows. */
  readonly feed?: string | undefined;
  /** `og:type`. */
  readonly kind?: 'website' | 'book' | undefined;
  /** Path of the picture a link to it is shown with where it is shared, 1200 × 630; the service's own where absent. */
  readonly card?: string | undefined;
}

/**
 * A whole page as an HTML document. It holds no inline script that runs; its inline styles (those of the elements' shadow
 * roots) carry `nonce`, so a policy of `script-src 'self'; style-src 'self' 'nonce-…'` admits it.
 */
export function renderPage(page: Page, { assets, nonce }: { assets: Assets; nonce: string | undefined }): string {
  const { locale } = page.reader;
  const town = page.municipality === undefined ? '' : ` data-municipality="${escaped(page.municipality)}"`;
  const scheme = page.scheme === undefined ? '' : ` data-scheme="${page.scheme}"`;
  return [
    `<!doctype html><html lang="${locale}"${town}${scheme}>`,
    `<head>${head(page, assets)}</head>`,
    `<body>${markup(pageHead(page), nonce)}`,
    `<main id="main" tabindex="-1">${markup(page.main, nonce, { deferHydration: page.state !== undefined })}</main>`,
    markup(pageFoot(page), nonce),
    page.state ? `<script type="application/json" id="page-state">${json(page.state)}</script>` : '',
    '</body></html>',
  ].join('');
}

function head(page: Page, assets: Assets): string {
  const { reader: { t }, address, description = t('site.description') } = page; // prettier-ignore
  const title = escaped(
    page.title === t('site.name') ? `${page.title} – ${t('site.tagline')}` : `${page.title} – ${t('site.name')}`,
  );
  const absolute = (path: string) => escaped(new URL(path, address).href);
  return [
    '<meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">',
    `<title>${title}</title>`,
    `<meta name="color-scheme" content="${page.scheme ?? 'light dark'}">`,
    ...(['light', 'dark'] as const).map((scheme) => `<meta name="theme-color" media="(prefers-color-scheme:${scheme})" content="${papers[page.scheme ?? scheme]}">`), // prettier-ignore
    ...assets.fonts.map((href) => `<link rel="preload" as="font" type="font/woff2" href="${href}" crossorigin>`),
    ...assets.styles.map((href) => `<link rel="stylesheet" href="${href}">`),
    ...assets.modules.map((href) => `<link rel="modulepreload" href="${href}">`),
    ...assets.scripts.map((src) => `<script type="module" src="${src}"></script>`),
    '<link rel="icon" href="/favicon.svg" type="image/svg+xml">',
    `<link rel="search" type="application/opensearchdescription+xml" title="${t('site.name')}" href="/opensearch.xml">`,
    `<meta name="description" content="${escaped(description)}">`,
    page.canonical === undefined
      ? '<meta name="robots" content="noindex">'
      : `<link rel="canonical" href="${absolute(page.canonical)}">` +
        locales
          .map(
            (one) =>
              `<link rel="alternate" hreflang="${one}" href="${absolute(inLanguage(new URL(page.canonical ?? '', address), one))}">`,
          )
          .join('') + // prettier-ignore
        `<link rel="alternate" hreflang="x-default" href="${absolute(page.canonical)}">`,
    page.feed === undefined ? '' : `<link rel="alternate" type="application/atom+xml" href="${absolute(page.feed)}">`,
    openGraph(page, title),
    page.jsonLd ? `<script type="application/ld+json">${json(page.jsonLd)}</script>` : '',
  ].join('');
}

/** `--paper` as the frame of a browser takes it. */
const papers = { light: '#faf7f0', dark: '#1a1713' } as const;

function openGraph(page: Page, title: string): string {
  const { reader: { locale, t }, address, description, canonical, kind, card = '/card.png' } = page; // prettier-ignore
  const picture = new URL(card, address);
  picture.searchParams.set('lang', locale);
  const properties = {
    'og:site_name': t('site.name'),
    'og:type': kind ?? 'website',
    'og:title': title,
    'og:description': escaped(description ?? t('site.description')),
    'og:locale': { fi: 'fi_FI', sv: 'sv_FI', en: 'en_GB' }[locale],
    'og:url': escaped(new URL(canonical ?? address.pathname, address).href),
    'og:image': escaped(picture.href),
    'og:image:width': String(cardSize.width),
    'og:image:height': String(cardSize.height),
    'og:image:alt': title,
  };
  const metas = Object.entries(properties).map(([property, content]) => `<meta property="${property}" content="${content}">`); // prettier-ignore
  return `${metas.join('')}<meta name="twitter:card" content="summary_large_image">`;
}

/** A template as markup. Text in it is escaped by Lit, so a `<style>` can only come from an element's own styles. */
function markup(
  template: TemplateResult,
  nonce: string | undefined,
  options: { deferHydration?: boolean } = {},
): string {
  let out = '';
  let inStyle = false;
  for (const chunk of render(template, options)) {
    if (typeof chunk !== 'string') throw new Error('Pages are drawn from what is at hand, without promises');
    if (chunk === '<style>') {
      inStyle = true;
      out += nonce === undefined ? chunk : `<style nonce="${escaped(nonce)}">`;
    } else {
      if (chunk === '</style>') inStyle = false;
      out += inStyle ? compact(chunk) : chunk;
    }
  }
  return out;
}

const compacted = new Map<string, string>();

/** A style sheet of an element without its line breaks: it is repeated in every shadow root. */
function compact(css: string): string {
  const known = compacted.get(css);
  if (known !== undefined) return known;
  const short = css.replace(/\s+/g, ' ').replace(/ ?([{};,]) ?/g, '$1').replace(/: /g, ':').trim(); // prettier-ignore
  compacted.set(css, short);
  return short;
}

/** JSON that cannot end the script element it stands in. */
const json = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[<\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] ?? '');
