import { html, nothing, type TemplateResult } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import type { Citation } from '../../domain/catalogue/citation/cite.ts';
import type { WorkDetail } from '../../domain/discovery/schema.ts';
import { facetLabel } from '../labels.ts';
import { letter } from '../letter.ts';
import type { Reader } from '../messages/messages.ts';
import { copyButton } from './copy-button.ts';
import { citeAddress, workAddress } from '../search/work-address.ts';

export interface CiteState {
  readonly reader: Reader;
  readonly work: WorkDetail;
  readonly home?: string | undefined;
  /** The edition that is cited. */
  readonly record: string;
  readonly citations: readonly Citation[];
  /** Address of the work's page, as others reach it. */
  readonly address: string;
  /** That address as a QR code, an SVG. */
  readonly code: string;
}

const styleNames: Record<Citation['style'], string> = { apa: 'APA 7', mla: 'MLA 9', iso690: 'ISO 690' };
const files = [
  ['ris', 'RIS'],
  ['bibtex', 'BibTeX'],
  ['csl-json', 'CSL-JSON'],
  ['marcxml', 'MARCXML'],
  ['marc', 'MARC 21'],
] as const;

/** How a work is cited, taken along and handed on. Its buttons come alive by `ui/client/cite.ts`; all else needs no script. */
export function citePage(state: CiteState): TemplateResult {
  const { reader: { t }, work, home } = state; // prettier-ignore
  return html`
    <article class="cite">
      <h1>${t('cite.title')}</h1>
      <p class="lead"><a href=${workAddress(work.id, { home })}>${work.title}</a></p>
      <p role="status" data-told></p>
      ${editions(state)}
      <section aria-labelledby="citations">
        <h2 id="citations">${t('cite.citations')}</h2>
        <dl>
          ${state.citations.map(
            ({ style, text }) =>
              html`<div>
                <dt>${styleNames[style]}</dt>
                <dd>
                  <p>${text}</p>
                  ${copyButton(state.reader, { text, name: t('cite.copy', { name: styleNames[style] }), done: t('cite.copied'), failed: t('cite.copyFailed'), inRow: true })}
                </dd>
              </div>`,
          )}
        </dl>
      </section>
      <section aria-labelledby="files">
        <h2 id="files">${t('cite.files')}</h2>
        <ul class="terms">
          ${files.map(
            ([format, name]) =>
              html`<li>
                <a href=${`/api/v1/records/${encodeURIComponent(state.record)}?format=${format}`} download>${name}</a>
              </li>`,
          )}
        </ul>
      </section>
      ${share(state)}
    </article>
  `;
}

function editions({ reader: { t, locale }, work, record, home }: CiteState): TemplateResult | typeof nothing {
  if (work.editions.length < 2) return nothing;
  return html`<nav aria-labelledby="cited">
    <h2 id="cited">${t('cite.edition')}</h2>
    <ul class="terms">
      ${work.editions.map(({ recordId, format, year, publisher }) => {
        const name = [year, facetLabel('format', format, locale), publisher].filter(Boolean).join(', ');
        return html`<li>
          <a
            href=${citeAddress(work.id, { home, record: recordId })}
            aria-current=${recordId === record ? 'true' : nothing}
            >${name}</a
          >
        </li>`;
      })}
    </ul>
  </nav>`;
}

function share({ reader, work, address, code }: CiteState): TemplateResult {
  const { t } = reader;
  return html`<section aria-labelledby="share">
    <h2 id="share">${t('cite.share')}</h2>
    <div class="share">
      <div>
        <p class="address">${address}</p>
        <ul class="terms">
          <li>
            ${copyButton(reader, { text: address, name: t('cite.copyLink'), done: t('cite.linkCopied'), failed: t('cite.copyFailed'), inRow: true })}
          </li>
          <li><a href=${letter(work.title, `${work.title}\n${address}`)}>${t('cite.mail')}</a></li>
          <li>
            <button type="button" hidden data-share=${address} data-title=${work.title}>${t('cite.send')}</button>
          </li>
        </ul>
      </div>
      <figure>
        ${unsafeHTML(code)}
        <figcaption>${t('cite.code')}</figcaption>
      </figure>
    </div>
  </section>`;
}
