import { html, nothing, type TemplateResult } from 'lit';
import type { FacetName, FacetValue } from '../../../domain/discovery/schema.ts';
import { icon, icons } from '../../icons.ts';
import { facetName } from '../../labels.ts';
import { noWish, searchAddress, toggled } from '../../search/address.ts';
import type { Wish } from '../../search/state.ts';
import { define, ground, LastuElement } from '../element.ts';
import { styles } from './styles.ts';

const shownAtOnce = 7;
const filterFrom = 15;

/**
 * A facet: its values with their counts, each a link that adds it to the search or takes it away. Where values are many,
 * the rest stand behind "show more", and a small field of its own finds among them once scripts run.
 *
 * @property facet - which facet
 * @property values - its values, the most frequent first, labels in the reader's language
 * @property wish - the search the links start from
 * @property homeId - kept in the links
 * @property open - whether the group starts open
 * @csspart group - the group, a `details`
 * @csspart value - the link of a value
 */
class LastuFacet extends LastuElement {
  static override styles = [ground, styles];
  static override properties = {
    ...LastuElement.properties,
    facet: {},
    values: { attribute: false },
    wish: { attribute: false },
    homeId: { attribute: false },
    open: { type: Boolean },
    sought: { state: true },
    alive: { state: true },
  };

  declare facet: FacetName;
  declare values: readonly FacetValue[];
  declare wish: Wish;
  declare homeId: string | undefined;
  declare open: boolean;
  /** What is typed in the facet's own field. */
  declare sought: string;
  /** True once scripts run: a field that would do nothing is not shown before. */
  declare alive: boolean;

  constructor() {
    super();
    this.facet = 'format';
    this.values = [];
    this.wish = noWish;
    this.open = false;
    this.sought = '';
    this.alive = false;
  }

  protected override firstUpdated(): void {
    this.alive = true;
  }

  /** The value in focus stays in focus when the counts have changed the order. */
  protected override update(changed: Map<PropertyKey, unknown>): void {
    const focused = this.shadowRoot?.activeElement;
    const value = focused instanceof HTMLElement ? focused.dataset['value'] : undefined;
    super.update(changed);
    if (value === undefined) return;
    const same = [...this.renderRoot.querySelectorAll<HTMLElement>('a[data-value]')].find(
      (link) => link.dataset['value'] === value,
    );
    if (same && same !== this.shadowRoot?.activeElement) same.focus();
  }

  protected override render(): TemplateResult | typeof nothing {
    if (this.values.length === 0) return nothing;
    const { t, locale } = this.reader;
    const name = facetName(this.facet, locale);
    const chosen = this.values.filter(({ selected }) => selected);
    const ordered = [...chosen, ...this.values.filter(({ selected }) => !selected)];
    const rest = ordered.slice(shownAtOnce);
    return html`<details part="group" ?open=${this.open || chosen.length > 0}>
      <summary>
        <h3>${name}</h3>
        ${icon(icons.down)}
      </summary>
      ${
        this.alive && this.values.length >= filterFrom
          ? html`<input
              type="search"
              aria-label=${t('filters.find', { facet: name })}
              autocomplete="off"
              placeholder=${t('filters.find', { facet: name })}
              @input=${this.#seek}
            />`
          : nothing
      }
      ${
        this.sought === ''
          ? html`${this.#list(ordered.slice(0, shownAtOnce))}
            ${
              rest.length > 0
                ? html`<details class="more">
                    <summary>${t('filters.more', { n: rest.length })}</summary>
                    ${this.#list(rest)}
                  </details>`
                : nothing
            }`
          : this.#found(ordered)
      }
    </details>`;
  }

  #found(values: readonly FacetValue[]): TemplateResult {
    const sought = this.sought.toLocaleLowerCase(this.locale);
    const found = values.filter(({ label }) => label.toLocaleLowerCase(this.locale).includes(sought));
    return found.length > 0 ? this.#list(found) : html`<p class="none">${this.reader.t('filters.noneMatch')}</p>`;
  }

  #list(values: readonly FacetValue[]): TemplateResult {
    return html`<ul>
      ${values.map((value) => html`<li>${this.#value(value)}</li>`)}
    </ul>`;
  }

  #value({ value, label, count, selected }: FacetValue): TemplateResult {
    const { t } = this.reader;
    const address = searchAddress(toggled(this.wish, this.facet, value), this.homeId);
    return html`<a
      part="value"
      class=${selected ? 'chosen' : ''}
      href=${address}
      data-value=${value}
      rel="nofollow"
      aria-current=${selected ? 'true' : nothing}
      ><span class="mark">${selected ? icon(icons.check) : nothing}</span
      ><span class="label"
        >${label}${selected ? html`<span class="unseen">, ${t('filters.selected')}</span>` : nothing}</span
      ><span class="count"
        ><span aria-hidden="true">${count.toLocaleString(this.locale)}</span
        ><span class="unseen">, ${t('results.count', { n: count })}</span></span
      ></a
    >`;
  }

  #seek(event: Event): void {
    if (event.target instanceof HTMLInputElement) this.sought = event.target.value.trim();
  }
}

define('lastu-facet', LastuFacet);
