import { css, html, nothing, type TemplateResult } from 'lit';
import { icon, icons } from '../../icons.ts';
import { deepestHit, lastPage, noWish, searchAddress } from '../../search/address.ts';
import type { Links } from '../../search/links.ts';
import type { Wish } from '../../search/state.ts';
import { define, ground, LastuElement } from '../element.ts';

/**
 * Links to the pages of a search: the one before, the one after, and some by number. Nothing where all is on one page.
 *
 * @property wish - the search, whose page is the current one
 * @property total - works found
 * @property links - what its links keep
 * @csspart link - each link
 * @csspart current - the number of the current page
 */
export class LastuPager extends LastuElement {
  static override styles = [
    ground,
    css`
      nav {
        display: flex;
        flex-wrap: wrap;
        gap: 0.3rem 1rem;
        align-items: center;
        justify-content: space-between;
        border-top: 1px solid var(--line);
        padding-top: 0.9rem;
      }
      .step {
        display: inline-flex;
        align-items: center;
        gap: 0.4em;
        min-height: 2.6rem;
        color: var(--accent);
        font-weight: 600;
        text-decoration: none;
      }
      .step:hover span {
        text-decoration: underline;
        text-underline-offset: 0.2em;
      }
      ol {
        display: flex;
        gap: 0.15rem;
        font-variant-numeric: tabular-nums;
      }
      ol a,
      ol span {
        display: grid;
        place-items: center;
        min-width: 2.6rem;
        min-height: 2.6rem;
        padding: 0 0.3em;
        text-decoration: none;
      }
      ol a:hover {
        text-decoration: underline;
      }
      [aria-current] {
        font-weight: 700;
        border-bottom: 0.15rem solid var(--accent);
      }
      .gap {
        color: var(--ink-soft);
      }
      .brief {
        color: var(--ink-soft);
        font-variant-numeric: tabular-nums;
      }
      .beyond {
        flex-basis: 100%;
        color: var(--ink-soft);
        font-size: var(--small);
      }
      @media (min-width: 40rem) {
        .brief {
          display: none;
        }
      }
      @media (max-width: 39.99rem) {
        ol {
          display: none;
        }
      }
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];
  static override properties = {
    ...LastuElement.properties,
    wish: { attribute: false },
    total: { type: Number },
    links: { attribute: false },
  };

  declare wish: Wish;
  declare total: number;
  declare links: Links | undefined;

  constructor() {
    super();
    this.wish = noWish;
    this.total = 0;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { t } = this.reader;
    const { page, size } = this.wish;
    const last = lastPage({ total: this.total, size });
    if (last <= 1 && page <= 1) return nothing;
    return html`<nav aria-label=${t('pager.label')}>
      ${page > 1 ? this.#step(page - 1, 'previous') : html`<span></span>`}
      <span class="brief">${t('pager.current', { page, last })}</span>
      <ol>
        ${pagesAround(page, last).map((one) =>
          one === undefined
            ? html`<li><span class="gap" aria-hidden="true">…</span></li>`
            : html`<li>
                <a
                  part=${one === page ? 'current' : 'link'}
                  href=${this.#address(one)}
                  aria-label=${t('pager.page', { page: one })}
                  aria-current=${one === page ? 'page' : nothing}
                  >${one}</a
                >
              </li>`,
        )}
      </ol>
      ${page < last ? this.#step(page + 1, 'next') : html`<span></span>`}
      ${
        page === last && this.total > deepestHit
          ? html`<p class="beyond">${t('results.beyond', { n: deepestHit })}</p>`
          : nothing
      }
    </nav>`;
  }

  #step(page: number, way: 'previous' | 'next'): TemplateResult {
    const words = html`<span>${this.reader.t(`pager.${way}`)}</span>`;
    return html`<a class="step" part="link" rel=${way === 'next' ? 'next' : 'prev'} href=${this.#address(page)}
      >${way === 'previous' ? icon(icons.left) : nothing}${words}${way === 'next' ? icon(icons.right) : nothing}</a
    >`;
  }

  #address(page: number): string {
    return searchAddress({ ...this.wish, page, after: undefined }, this.links);
  }
}

/** First, last, and those around the current page; nothing stands for a gap. */
function pagesAround(page: number, last: number): (number | undefined)[] {
  const near = [1, page - 1, page, page + 1, last].filter((one) => one >= 1 && one <= last);
  const pages = [...new Set(near)].toSorted((a, b) => a - b);
  return pages.flatMap((one, index) => {
    const before = pages[index - 1];
    return before !== undefined && one - before > 1 ? [undefined, one] : [one];
  });
}

define('lastu-pager', LastuPager);
