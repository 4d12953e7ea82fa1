import { html, nothing, type TemplateResult } from 'lit';
import type { Suggestion } from '../../../domain/discovery/suggestion.ts';
import { icon, icons } from '../../icons.ts';
import { displayName } from '../../names.ts';
import type { Reader } from '../../messages/messages.ts';
import { searchAddress } from '../../search/address.ts';
import type { Links } from '../../search/links.ts';
import { workAddress } from '../../search/work-address.ts';
import { marked } from './marked.ts';

/** Where a suggestion leads: a title to its work, all else to what the catalogue has of it. */
export function suggestionAddress({ kind, text, workId }: Suggestion, links: Links): string {
  if (kind === 'title') return workId === undefined ? searchAddress({ q: text }, links) : workAddress(workId, links);
  return searchAddress({ [kind]: [text] }, links);
}

/** What an option of the list says: its wording with what was typed in bold, what is beside it, and of which kind it is. */
export function suggestionOption(
  { kind, text, label = text, author, count }: Suggestion,
  typed: string,
  { t }: Reader,
): TemplateResult {
  const name = kind === 'author' ? displayName(text) : label;
  const spoken = (words: string) =>
    marked(words, typed).map((piece) => (piece.isTyped ? html`<b>${piece.text}</b>` : piece.text));
  const beside = kind === 'title' ? author && spoken(displayName(author)) : t('results.count', { n: count });
  return html`${icon(kindIcons[kind])}<span class="words"
      ><span class="name">${spoken(name)}</span>${
        beside ? html`<span class="beside"><span class="unseen">, </span>${beside}</span>` : nothing
      }</span
    ><span class="kind"
      ><span class="unseen">, </span>${kind === 'title' ? t('suggest.work') : t(`facet.${kind}`)}</span
    >`;
}

const kindIcons = { title: icons.book, author: icons.person, subject: icons.tag, series: icons.series } as const;
