import { css, html, nothing, type TemplateResult } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { coverSvg } from '../../covers/cover.ts';
import { formatIcon } from '../../icons.ts';
import { facetLabel, languageTag } from '../../labels.ts';
import { displayName, yearSpan } from '../../names.ts';
import type { Home } from '../../search/home.ts';
import type { Links, View } from '../../search/links.ts';
import type { ListedWork } from '../../search/state.ts';
import { workAddress } from '../../search/work-address.ts';
import { define, ground, LastuElement } from '../element.ts';
import '../lastu-availability/lastu-availability.ts';

/** Authors and formats named in a result; the work's own page names all. */
const most = { authors: 3, formats: 5 };

/**
 * A work in a list: cover, title, authors, years, formats, availability, in that order, and no more.
 *
 * @property work - the work
 * @property view - `grid` sets it under its cover
 * @property home - the reader's own libraries, absent where none is chosen
 * @property links - what the link to the work keeps
 * @csspart title - the title's link
 */
export class LastuResult extends LastuElement {
  static override styles = [
    ground,
    css`
      article {
        display: grid;
        grid-template-columns: 4.6rem 1fr;
        gap: 0 1.2rem;
        align-items: start;
      }
      .cover {
        display: block;
        grid-row: 1 / span 2;
      }
      .cover svg {
        display: block;
        width: 100%;
        height: auto;
        border-radius: 0.1rem;
        forced-color-adjust: none;
      }
      h2 {
        font-family: var(--serif);
        font-size: var(--title);
        line-height: 1.25;
        font-weight: 500;
        text-wrap: pretty;
        overflow-wrap: anywhere;
        hyphens: auto;
      }
      h2 a {
        text-decoration: none;
      }
      h2 a:hover {
        text-decoration: underline;
      }
      .by {
        margin-top: 0.2em;
        overflow-wrap: anywhere;
      }
      .year {
        margin-left: 0.5em;
        white-space: nowrap;
        color: var(--ink-soft);
        font-variant-numeric: tabular-nums;
      }
      .formats {
        display: flex;
        flex-wrap: wrap;
        gap: 0.1em 1em;
        margin-top: 0.45em;
        font-size: var(--small);
        color: var(--ink-soft);
      }
      .formats li {
        display: flex;
        gap: 0.35em;
        align-items: center;
      }
      lastu-availability {
        margin-top: 0.45em;
      }
      @media (min-width: 40rem) {
        article {
          grid-template-columns: 5.4rem 1fr;
          gap: 0 1.6rem;
        }
      }
      @media (max-width: 24rem) {
        article {
          grid-template-columns: 3.6rem 1fr;
          gap: 0 0.9rem;
        }
      }
      :host([view='grid']) article {
        grid-template-columns: minmax(0, 1fr);
        gap: 0.7rem;
      }
      :host([view='grid']) h2 {
        font-size: var(--body);
      }
      :host([view='grid']) .year {
        margin-left: 0;
        display: block;
      }
      :host([view='grid']) .by,
      :host([view='grid']) .formats {
        font-size: var(--small);
      }
      :host([view='grid']) .formats {
        margin-top: 0.3em;
      }
      @media print {
        .cover {
          display: none;
        }
        article,
        :host([view='grid']) article {
          display: block;
        }
      }
    `,
  ];
  static override properties = {
    ...LastuElement.properties,
    work: { attribute: false },
    view: { reflect: true },
    home: { attribute: false },
    links: { attribute: false },
  };

  declare work: ListedWork | undefined;
  declare view: View | undefined;
  declare home: Home | undefined;
  declare links: Links | undefined;

  protected override render(): TemplateResult | typeof nothing {
    if (!this.work) return nothing;
    const { id, title, authors, formats, languages, availability, rating } = this.work;
    const average = rating?.average.toLocaleString(this.locale, { maximumFractionDigits: 1 }) ?? '';
    const names = authors.map(displayName);
    const address = workAddress(id, this.links);
    const years = yearSpan(this.work);
    const language = languages.length === 1 ? languageTag(languages[0] ?? '') : undefined;
    return html`<article>
      <a class="cover" href=${address} tabindex="-1" aria-hidden="true">
        ${unsafeHTML(coverSvg({ id, title, author: names[0] }))}
      </a>
      <div>
        <h2><a part="title" href=${address} lang=${language ?? nothing}>${title}</a></h2>
        <p class="by">
          ${names.length > 0 ? html`<span>${named(names)}</span>` : nothing}
          ${years === '' ? nothing : html`<span class="year">${years}</span>`}
        </p>
        <ul class="formats">
          ${formats
            .slice(0, most.formats)
            .map((format) => html`<li>${formatIcon(format)}${facetLabel('format', format, this.locale)}</li>`)}
          ${
            rating
              ? html`<li>
                  <span role="img" aria-label=${this.reader.t('result.rating', { average, n: rating.count })}
                    >★ ${average} (${rating.count})</span
                  >
                </li>`
              : nothing
          }
        </ul>
        <lastu-availability lang=${this.locale} .availability=${availability} .formats=${formats} .home=${this.home}>
        </lastu-availability>
      </div>
    </article>`;
  }
}

const named = (names: readonly string[]) =>
  names.length > most.authors ? `${names.slice(0, most.authors).join(', ')} …` : names.join(', ');

define('lastu-result', LastuResult);
