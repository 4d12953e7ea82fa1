import { css, html, nothing, type TemplateResult } from 'lit';
import { branchById } from '../../../config/region/branches.ts';
import type { FacetValue } from '../../../domain/discovery/schema.ts';
import { icon, icons } from '../../icons.ts';
import { branchName, facetName, municipalityName } from '../../labels.ts';
import { noWish, searchAddress } from '../../search/address.ts';
import type { Links } from '../../search/links.ts';
import {
  isMunicipalityChosen,
  ownBranches,
  tellsBranch,
  tellsMunicipality,
  toggledBranch,
  toggledMunicipality,
} from '../../search/places.ts';
import type { Wish } from '../../search/state.ts';
import { define, ground, LastuElement } from '../element.ts';
import { facetValue, keepingFocus } from '../lastu-facet/facet-value.ts';
import { styles } from '../lastu-facet/styles.ts';

/**
 * Where works are held: municipalities, and under those with several libraries each of them. Any of several places may be
 * chosen.
 *
 * @property municipalities - values of the facet, labels in the reader's language
 * @property branches - the same of branches
 * @property wish - the search the links start from
 * @property links - what its links keep
 * @csspart group - the group, a `details`
 * @csspart value - the link of a place
 */
export class LastuPlaces extends LastuElement {
  static override styles = [
    ground,
    styles,
    css`
      .branches {
        margin: 0 0 0.4rem 0.45em;
        padding-left: 1.1em;
        border-left: 1px solid var(--line);
      }
      .branches summary {
        justify-content: flex-start;
        gap: 0.4em;
        min-height: 1.9rem;
        font-size: var(--small);
        color: var(--accent);
      }
    `,
  ];
  static override properties = {
    ...LastuElement.properties,
    municipalities: { attribute: false },
    branches: { attribute: false },
    wish: { attribute: false },
    links: { attribute: false },
  };

  declare municipalities: readonly FacetValue[];
  declare branches: readonly FacetValue[];
  declare wish: Wish;
  declare links: Links | undefined;

  constructor() {
    super();
    this.municipalities = [];
    this.branches = [];
    this.wish = noWish;
  }

  protected override update(changed: Map<PropertyKey, unknown>): void {
    keepingFocus(this.shadowRoot, () => super.update(changed));
  }

  protected override render(): TemplateResult | typeof nothing {
    const { locale } = this.reader;
    const towns = [
      ...new Set([
        ...this.municipalities.map(({ value }) => value),
        ...this.branches.flatMap(({ value }) => branchById(value)?.municipality ?? []),
      ]),
    ];
    if (towns.length === 0) return nothing;
    const named = towns
      .map((id) => ({ id, label: municipalityName(id, locale) }))
      .toSorted((a, b) => a.label.localeCompare(b.label, locale));
    return html`<details part="group" open>
      <summary>
        <h3>${facetName('municipality', locale)}</h3>
        ${icon(icons.down)}
      </summary>
      <ul>
        ${named.map((town) => html`<li>${this.#town(town)}</li>`)}
      </ul>
    </details>`;
  }

  #town({ id, label }: { id: string; label: string }): TemplateResult {
    const count = this.municipalities.find(({ value }) => value === id)?.count ?? 0;
    const selected = isMunicipalityChosen(this.wish, id);
    return html`${facetValue(
      { value: id, label, selected, count: tellsMunicipality(this.wish) ? count : undefined },
      searchAddress(toggledMunicipality(this.wish, id), this.links),
      this.reader,
    )}${this.#branches(id, label)}`;
  }

  /** The libraries of a municipality that has several, open where the choice is made among them. */
  #branches(municipality: string, place: string): TemplateResult | typeof nothing {
    const { t, locale } = this.reader;
    const own = ownBranches(municipality);
    const chosen = own.filter(({ id }) => this.wish.branch.includes(id));
    const listed = own.filter((one) => chosen.includes(one) || this.branches.some(({ value }) => value === one.id));
    if (own.length < 2 || listed.length === 0) return nothing;
    return html`<details class="branches" ?open=${chosen.length > 0 || this.wish.municipality.includes(municipality)}>
      <summary>
        ${t('filters.branches', { n: listed.length })}<span class="unseen">, ${place}</span> ${icon(icons.down)}
      </summary>
      <ul>
        ${listed.map(({ id }) => {
          const count = this.branches.find(({ value }) => value === id)?.count ?? 0;
          return html`<li>
            ${facetValue(
              {
                value: `branch ${id}`,
                label: branchName(id, locale),
                selected: this.wish.branch.includes(id),
                count: tellsBranch(this.wish, id) ? count : undefined,
              },
              searchAddress(toggledBranch(this.wish, id), this.links),
              this.reader,
            )}
          </li>`;
        })}
      </ul>
    </details>`;
  }
}

define('lastu-places', LastuPlaces);
