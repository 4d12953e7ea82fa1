import { css, html, nothing, type TemplateResult } from 'lit';
import { icon, icons } from '../../icons.ts';
import { facetLabel, facetName, spanLabel } from '../../labels.ts';
import { facetOrder, noWish, searchAddress, toggled, unfiltered } from '../../search/address.ts';
import type { Links } from '../../search/links.ts';
import type { SearchResult } from '../../../domain/discovery/schema.ts';
import type { Wish } from '../../search/state.ts';
import { define, ground, LastuElement } from '../element.ts';

/**
 * The filters in force, each a link that removes it, and one that removes all. Nothing where none is.
 *
 * @property wish - the search
 * @property facets - what it counted, for the labels of values
 * @property links - what its links keep
 * @csspart chip - the link of a filter
 * @csspart clear - the link that removes all
 */
export class LastuFilters extends LastuElement {
  static override styles = [
    ground,
    css`
      ul {
        display: flex;
        flex-wrap: wrap;
        gap: 0.45em 0.5em;
        align-items: center;
      }
      a {
        display: inline-flex;
        align-items: center;
        gap: 0.4em;
        min-height: 2.1rem;
        font-size: var(--small);
      }
      .chip {
        padding: 0.2em 0.65em 0.25em 0.8em;
        border: 1px solid var(--edge);
        border-radius: 2rem;
        text-decoration: none;
        max-width: 100%;
        line-height: 1.3;
      }
      .chip:hover {
        border-color: var(--ink);
        background: var(--paper-deep);
      }
      .chip .icon {
        width: 1em;
        height: 1em;
        color: var(--ink-soft);
        stroke-width: 1.8;
      }
      .clear {
        color: var(--accent);
        padding-inline: 0.3em;
      }
      @media print {
        .clear,
        .icon {
          display: none;
        }
      }
    `,
  ];
  static override properties = {
    ...LastuElement.properties,
    wish: { attribute: false },
    facets: { attribute: false },
    links: { attribute: false },
  };

  declare wish: Wish;
  declare facets: SearchResult['facets'] | undefined;
  declare links: Links | undefined;

  constructor() {
    super();
    this.wish = noWish;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { t } = this.reader;
    const active = activeFilters(this.wish, this.facets, this.reader);
    if (active.length === 0) return nothing;
    return html`<ul aria-label=${t('filters.active')}>
      ${active.map(
        ({ facet, label, without }) =>
          html`<li>
            <a
              class="chip"
              part="chip"
              href=${searchAddress(without, this.links)}
              aria-label=${t('filters.remove', { facet, label })}
              >${label}${icon(icons.close)}</a
            >
          </li>`,
      )}
      <li>
        <a class="clear" part="clear" href=${searchAddress(unfiltered(this.wish), this.links)}>${t('filters.clear')}</a>
      </li>
    </ul>`;
  }
}

/** How many filters are in force. */
export const countFilters = (wish: Wish): number =>
  facetOrder.reduce((sum, name) => sum + wish[name].length, 0) +
  (wish.available ? 1 : 0) +
  (wish.yearFrom === undefined && wish.yearTo === undefined ? 0 : 1);

/** The filters of a search as words, each with the search that is left without it. */
function activeFilters(wish: Wish, counted: SearchResult['facets'] | undefined, { locale, t }: LastuFilters['reader']) {
  const start = { ...wish, page: 1, after: undefined };
  const chosen = facetOrder.flatMap((name) =>
    wish[name].map((value) => ({
      facet: facetName(name, locale),
      label: counted?.[name]?.find((one) => one.value === value)?.label ?? facetLabel(name, value, locale),
      without: toggled(wish, name, value),
    })),
  );
  const years = spanLabel(wish, t);
  if (years !== undefined) {
    chosen.push({
      facet: t('filters.year'),
      label: years,
      without: { ...start, yearFrom: undefined, yearTo: undefined },
    });
  }
  if (wish.available) {
    chosen.push({
      facet: t('filters.availability'),
      label: t('filters.available'),
      without: { ...start, available: false },
    });
  }
  return chosen;
}

define('lastu-filters', LastuFilters);
