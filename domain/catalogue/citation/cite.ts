import { setImmediate } from 'node:timers/promises';
import { Cite, plugins } from '@citation-js/core';
import '@citation-js/plugin-csl';
import { LRUCache } from 'lru-cache';
import { locales as allLocales, type Locale } from '../../../config/locales.ts';
import { cslItem } from '../export/csl-json.ts';
import type { Edition } from '../schema.ts';
import { locales } from './locales.ts';
import { iso690, mla } from './styles.ts';

export const citationStyles = ['apa', 'mla', 'iso690'] as const;
export type CitationStyle = (typeof citationStyles)[number];
export type Citation = { readonly style: CitationStyle; readonly text: string };

const processor = plugins.config.get('@csl');
processor.styles.add('mla', mla);
processor.styles.add('iso690', iso690);
for (const { tag, xml } of locales) processor.locales.add(tag, xml);

const tags: Record<Locale, string> = { fi: 'fi-FI', sv: 'sv-SE', en: 'en-US' };
const known = new LRUCache<string, readonly Citation[]>({ max: 2_000 });

/**
 * An edition as it is cited, in the words of a language: APA 7, MLA 9 and ISO 690, as text. `url` is the address of its page.
 * Takes some milliseconds; the first of a style and a language half a second.
 */
export function cite(
  id: string,
  edition: Edition,
  { url, locale }: { url: string; locale: Locale },
): readonly Citation[] {
  const { abstract: _, 'original-title': __, ...item } = cslItem(id, edition, url);
  const key = JSON.stringify([item, locale]);
  const before = known.get(key);
  if (before) return before;
  const citations = citationStyles.map((style) => ({ style, text: textOf(item, style, locale) }));
  known.set(key, citations);
  return citations;
}

function textOf(item: object, style: CitationStyle, locale: Locale): string {
  const text = new Cite([item]).format('bibliography', { style, lang: tags[locale], format: 'text' });
  return String(text)
    .replace(/\s+/g, ' ')
    .replace(/\.\.(?!\.)/g, '.')
    .trim();
}

/** Makes the processors of all styles and languages ready, so that no reader waits for them: half a second for each, with room for others between. */
export async function prepareCitations(): Promise<void> {
  for (const locale of allLocales)
    for (const style of citationStyles) {
      await setImmediate();
      textOf({ id: 'x', type: 'book', title: 'x' }, style, locale);
    }
}
