import { css, html, nothing, type TemplateResult } from 'lit';
import { icon, icons } from '../../icons.ts';
import { noWish, searchAddress } from '../../search/address.ts';
import { views, type Links } from '../../search/links.ts';
import type { Wish } from '../../search/state.ts';
import { define, ground, LastuElement } from '../element.ts';

/**
 * How results are shown, as a list or as a grid of covers: a link for each, kept in the address.
 *
 * @property wish - the search
 * @property links - what its links keep; its `view` is the one shown now
 * @csspart link - each of the two links
 */
export class LastuView extends LastuElement {
  static override styles = [
    ground,
    css`
      ul {
        display: flex;
        gap: 0.1rem;
      }
      a {
        display: grid;
        place-items: center;
        width: 2.1rem;
        height: 2.1rem;
        color: var(--ink-soft);
        border-bottom: 0.12rem solid transparent;
      }
      a:hover {
        color: var(--ink);
        background: var(--paper-deep);
      }
      a[aria-current] {
        color: var(--accent);
        border-color: var(--accent);
      }
      @media (forced-colors: active) {
        a:not([aria-current]) {
          border-color: Canvas;
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
    const { t } = this.reader;
    const current = this.links?.view ?? 'list';
    return html`<ul aria-label=${t('view.label')}>
      ${views.map(
        (view) =>
          html`<li>
            <a
              part="link"
              href=${searchAddress(this.wish, { ...this.links, view })}
              rel="nofollow"
              aria-current=${view === current ? 'true' : nothing}
              aria-label=${t(`view.${view}`)}
              title=${t(`view.${view}`)}
              >${icon(view === 'grid' ? icons.grid : icons.list)}</a
            >
          </li>`,
      )}
    </ul>`;
  }
}

define('lastu-view', LastuView);
