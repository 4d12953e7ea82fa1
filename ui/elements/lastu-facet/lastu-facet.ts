import { html, nothing, type TemplateResult } from 'lit';
import type { FacetName, FacetValue } from '../../../domain/discovery/schema.ts';
import { icon, icons } from '../../icons.ts';
import { facetName } from '../../labels.ts';
import { noWish, searchAddress, toggled } from '../../search/address.ts';
import type { Links } from '../../search/links.ts';
import type { Wish } from '../../search/state.ts';
import { define, ground, LastuElement } from '../element.ts';
import { FacetFinder } from './facet-finder.ts';
import { facetValue, keepingFocus } from './facet-value.ts';
import { styles } from './styles.ts';

const shownAtOnce = 7;
const filterFrom = 15;

/**
 * A facet: its values with their counts, each a link that adds it to the search or takes it away. Where values are many,
 * the rest stand behind "show more", and once scripts run a small field of its own finds among all there are, those that
 * are not listed too.
 *
 * @property facet - which facet
 * @property values - its values, the most frequent first, labels in the reader's language
 * @property wish - the search the links start from
 * @property links - what its links keep
 * @property open - whether the group starts open
 * @csspart group - the group, a `details`
 * @csspart value - the link of a value
 */
export class LastuFacet extends LastuElement {
  static override styles = [ground, styles];
  static override properties = {
    ...LastuElement.properties,
    facet: {},
    values: { attribute: false },
    wish: { attribute: false },
    links: { attribute: false },
    open: { type: Boolean },
    sought: { state: true },
    alive: { state: true },
  };

  declare facet: FacetName;
  declare values: readonly FacetValue[];
  declare wish: Wish;
  declare links: Links | undefined;
  declare open: boolean;
  /** What is typed in the facet's own field. */
  declare sought: string;
  /** True once scripts run: a field that would do nothing is not shown before. */
  declare alive: boolean;
  readonly #finder = new FacetFinder(this);

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

  protected override update(changed: Map<PropertyKey, unknown>): void {
    const { facet, sought: letters, wish, locale } = this;
    if (changed.has('sought') || (changed.has('wish') && letters !== ''))
      this.#finder.seek({ facet, letters, wish, locale, base: this.links?.base });
    keepingFocus(this.shadowRoot, () => super.update(changed));
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

  /** What contains the letters: of those listed at once, of all as soon as they are known. */
  #found(listed: readonly FacetValue[]): TemplateResult {
    const { t } = this.reader;
    const sought = this.sought.toLocaleLowerCase(this.locale);
    const all = this.#finder.foundFor(this.sought);
    const found = all?.values ?? listed.filter(({ label }) => label.toLocaleLowerCase(this.locale).includes(sought));
    return html`<p role="status" class=${found.length > 0 ? 'unseen' : 'none'}>
        ${found.length > 0 ? t('filters.found', { n: found.length }) : t('filters.noneMatch')}
      </p>
      ${found.length > 0 ? this.#list(found) : nothing}
      ${all?.more ? html`<p class="none">${t('filters.moreExist')}</p>` : nothing}`;
  }

  #list(values: readonly FacetValue[]): TemplateResult {
    const chosen: readonly string[] = this.wish[this.facet];
    return html`<ul>
      ${values.map((one) => {
        const address = searchAddress(toggled(this.wish, this.facet, one.value), this.links);
        return html`<li>${facetValue({ ...one, selected: chosen.includes(one.value) }, address, this.reader)}</li>`;
      })}
    </ul>`;
  }

  #seek(event: Event): void {
    if (event.target instanceof HTMLInputElement) this.sought = event.target.value.trim();
  }
}

define('lastu-facet', LastuFacet);
