import { html, nothing, type TemplateResult } from 'lit';
import { snippetOf } from '../../configurator/snippet.ts';
import { letter } from '../../letter.ts';
import { copyButton } from '../copy-button.ts';
import { hidden } from './entry-part.ts';
import { isOpen, viewAddress, type ListState } from './list-state.ts';

const formats = ['csv', 'ris', 'bibtex', 'json'] as const;

/** Sharing a list, and taking it along: what only scripts can do is shown by them. */
export function takeAlongPart(state: ListState): TemplateResult {
  const { reader: { t, locale }, list, visitor, address, publicUrl, role, waiting } = state; // prettier-ignore
  const { id, title } = list;
  const shared = isOpen(list);
  const feed = `/feeds/lists/${encodeURIComponent(id)}.atom`;
  const { html: code } = snippetOf({ widget: 'lastu-list', list: id, lang: list.language }, publicUrl);
  return html`<section class="take-along" aria-labelledby="take-along">
    <h2 id="take-along">${t('list.keep')}</h2>
    ${shared ? nothing : html`<p class="quiet">${t('list.notShared')}</p>`}
    <ul class="tools">
      ${
        shared
          ? html`<li>
                <button type="button" hidden data-share=${address} data-title=${title}>${t('list.share')}</button>
              </li>
              <li>${copyButton(state.reader, { text: address, inRow: true })}</li>
              <li><a href=${letter(title, address)}>${t('list.mail')}</a></li>
              <li><a href=${feed} type="application/atom+xml">${t('list.feed')}</a></li>`
          : nothing
      }
      <li><button type="button" hidden data-print>${t('list.print')}</button></li>
    </ul>
    <p data-told role="status"></p>
    <details class="change">
      <summary>${t('list.export')}</summary>
      <ul class="tools">
        ${formats.map((format) => html`<li><a href=${`/api/v1/lists/${encodeURIComponent(id)}/export?format=${format}&lang=${locale}`} download=${`${fileName(title)}.${endings[format]}`}>${t(`list.export.${format}`)}</a></li>`)}
      </ul>
    </details>
    ${
      shared
        ? html`<details class="change">
            <summary>${t('list.embed')}</summary>
            <p>${t('list.embedHint')}</p>
            <pre tabindex="0" role="group" aria-label=${t('list.embedCode')} translate="no"><code>${code}</code></pre>
            <p>${copyButton(state.reader, { text: code, name: t('list.embedCopy'), done: t('list.embedCopied') })}</p>
            <p data-told role="status"></p>
          </details>`
        : nothing
    }
    ${
      visitor && role !== 'owner' && waiting === undefined
        ? html`<form method="post" action=${viewAddress(id, state.view)}>
            ${hidden(state)}<button class="second" name="do" value="copy">${t('list.makeCopy')}</button>
          </form>`
        : nothing
    }
  </section>`;
}

const endings = { csv: 'csv', ris: 'ris', bibtex: 'bib', json: 'json' } as const;

/** A name that any file system takes. */
const fileName = (title: string): string =>
  title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '').slice(0, 60) || 'lista'; // prettier-ignore
