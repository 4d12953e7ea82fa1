import { css, html, nothing, type TemplateResult } from 'lit';
import { icon, icons } from '../../icons.ts';
import { sortName } from '../../labels.ts';
import { noWish, offeredSorts, searchAddress } from '../../search/address.ts';
import type { Links } from '../../search/links.ts';
import type { Wish } from '../../search/state.ts';
import { define, ground, LastuElement } from '../element.ts';

/**
 * The order of the results: a disclosure with a link for each order, so that nothing happens before one is chosen.
 *
 * @property wish - the search
 * @property links - what its links keep
 * @csspart button - what opens the list
 * @csspart list - the list of orders
 */
export class LastuSort extends LastuElement {
  static override styles = [
    ground,
    css`
      :host {
        position: relative;
      }
      summary {
        display: inline-flex;
        align-items: center;
        gap: 0.4em;
        min-height: 2.1rem;
        cursor: pointer;
        list-style: none;
        font-size: var(--small);
      }
      summary::-webkit-details-marker {
        display: none;
      }
      summary span {
        color: var(--ink-soft);
      }
      ul {
        position: absolute;
        z-index: 2;
        right: 0;
        top: 100%;
        min-width: 13rem;
        padding: 0.4rem 0;
        background: var(--floating);
        border: 1px solid var(--line);
        border-radius: 0.2rem;
        box-shadow: var(--shadow);
      }
      a {
        display: flex;
        align-items: center;
        gap: 0.6em;
        min-height: 2.4rem;
        padding: 0.2em 1rem;
        text-decoration: none;
      }
      a:focus-visible {
        outline-offset: -0.14rem;
      }
      a:hover {
        background: var(--paper-deep);
      }
      a[aria-current] {
        font-weight: 600;
      }
      .mark {
        width: 1.2em;
      }
      @media (max-width: 40rem) {
        ul {
          right: auto;
          left: 0;
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
    links: { attribute: false },
  };

  declare wish: Wish;
  declare links: Links | undefined;

  constructor() {
    super();
    this.wish = noWish;
  }

  protected override render(): TemplateResult {
    const { t, locale } = this.reader;
    const current = this.wish.sort === 'relevance' && this.wish.q === '' ? 'popular' : this.wish.sort;
    const offered = this.wish.q === '' ? offeredSorts.filter((sort) => sort !== 'relevance') : offeredSorts;
    return html`<details @keydown=${this.#escape} @focusout=${this.#leave}>
      <summary part="button"><span>${t('sort.label')}:</span> ${sortName(current, locale)} ${icon(icons.down)}</summary>
      <ul part="list">
        ${offered.map(
          (sort) =>
            html`<li>
              <a
                href=${searchAddress({ ...this.wish, sort, page: 1, after: undefined }, this.links)}
                rel="nofollow"
                aria-current=${sort === current ? 'true' : nothing}
                @click=${this.#close}
                ><span class="mark">${sort === current ? icon(icons.check) : nothing}</span>${sortName(sort, locale)}</a
              >
            </li>`,
        )}
      </ul>
    </details>`;
  }

  get #details(): HTMLDetailsElement | null {
    return this.renderRoot.querySelector('details');
  }

  #close(): void {
    const details = this.#details;
    if (!details?.open) return;
    details.open = false;
    details.querySelector('summary')?.focus();
  }

  #escape(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.#close();
  }

  #leave(event: FocusEvent): void {
    const details = this.#details;
    if (details && !(event.relatedTarget instanceof Node && details.contains(event.relatedTarget)))
      details.open = false;
  }
}

define('lastu-sort', LastuSort);
