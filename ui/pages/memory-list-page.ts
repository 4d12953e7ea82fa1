import { html, nothing, type TemplateResult } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import '../elements/lastu-memory-works/lastu-memory-works.ts';
import type { Reader } from '../messages/messages.ts';

/** The page of the memory list. The list is in the reader's browser, so the server draws only what stands around it. */
export function memoryListPage({ t, locale }: Reader, home: string | undefined): TemplateResult {
  return html`
    <section class="memory-list">
      <h1>${t('memory.title')}</h1>
      <p class="lead">${t('memoryList.lead')}</p>
      ${withoutScripts(t('memoryList.noScript'))}
      <lastu-memory-works lang=${locale} home=${home ?? nothing}></lastu-memory-works>
    </section>
  `;
}

/** Parsers take what is in a `noscript` for text, so no template can have a place in it. The words are our own. */
const withoutScripts = (words: string) => unsafeHTML(`<noscript><p class="partial">${words}</p></noscript>`);
