import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { FacetValue } from '../../../domain/discovery/schema.ts';
import { spanLabel } from '../../labels.ts';
import { noWish, searchAddress, searchParameters } from '../../search/address.ts';
import { linkParameters, type Links } from '../../search/links.ts';
import type { Wish } from '../../search/state.ts';
import { define, ground, LastuElement } from '../element.ts';
import { addressOfForm, tellSearch } from '../search-event.ts';
import { barsOf, stretchOf, yearsOf, type Bar, type Stretch } from './bars.ts';
import { styles } from './styles.ts';

/** How long the arrow keys must rest before the search follows them. */
const rest = 500;

/**
 * Years of publication. Bars show how many works each decade has and lead to them; once scripts run two sliders below choose a
 * span of decades, by pointer, touch or arrow keys; fields take any years.
 *
 * @property values - decades with their counts
 * @property wish - the search the links start from
 * @property links - what its links keep
 * @fires lastu-search - the search for the years chosen by sliders or fields; cancelling it keeps the browser from loading the page
 * @csspart bar - the link of a decade
 * @csspart slider - each of the two sliders
 * @cssproperty --accent - colour of the bars chosen
 */
class LastuYears extends LastuElement {
  static override styles = [ground, styles];
  static override properties = {
    ...LastuElement.properties,
    values: { attribute: false },
    wish: { attribute: false },
    links: { attribute: false },
    isAlive: { state: true },
    moving: { state: true },
  };

  declare values: readonly FacetValue[];
  declare wish: Wish;
  declare links: Links | undefined;
  declare isAlive: boolean;
  /** What the sliders show while it is not yet searched for. */
  declare moving: Stretch | undefined;
  #later: ReturnType<typeof setTimeout> | undefined;
  #byKey = false;
  /** A slider has moved, and the search has not followed yet. */
  #isPending = false;

  constructor() {
    super();
    this.values = [];
    this.wish = noWish;
    this.isAlive = false;
  }

  protected override firstUpdated(): void {
    this.isAlive = true;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // An answer to an earlier choice must not undo the one being made.
    if (changed.has('wish') && this.hasUpdated && !this.#isPending) this.moving = undefined;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#later);
  }

  protected override render(): TemplateResult {
    const { t } = this.reader;
    const bars = this.#bars();
    return html`<section aria-labelledby="title">
      <h3 id="title">${t('filters.year')}</h3>
      ${bars.length < 2 ? nothing : this.#plot(bars)}
      <form action="${this.links?.base ?? ''}/search" method="get" @submit=${this.#submit}>
        <fieldset aria-labelledby="title">
          ${this.#field('yearFrom')}${this.#field('yearTo')}<button>${t('filters.apply')}</button>
        </fieldset>
        ${[
          ...searchParameters({ ...this.wish, yearFrom: undefined, yearTo: undefined, page: 1, after: undefined }),
          ...linkParameters(this.links ?? {}),
        ].map(([name, value]) => html`<input type="hidden" name=${name} value=${value} />`)}
      </form>
    </section>`;
  }

  #bars(): Bar[] {
    return barsOf(this.values, (year) => this.reader.t('filters.earlier', { year }));
  }

  #plot(bars: readonly Bar[]): TemplateResult {
    const { t } = this.reader;
    const highest = Math.max(...bars.map(({ count }) => count));
    const years = this.moving ? yearsOf(bars, this.moving) : this.wish;
    const stretch = this.moving ?? stretchOf(bars, this.wish);
    const span = spanLabel(years, t);
    return html`<ol aria-label=${t('filters.decades')}>
        ${bars.map((bar, at) => {
          const isIn = span !== undefined && at >= stretch.start && at < stretch.end;
          return html`<li>${this.#bar(bar, Math.round((bar.count / highest) * 100), isIn)}</li>`;
        })}
      </ol>
      <div class="sliders">${this.isAlive ? this.#sliders(bars, stretch) : nothing}</div>
      <p class="axis" aria-hidden="true">
        ${span === undefined ? html`<span>${bars[0]?.label}</span><span>${bars.at(-1)?.label}</span>` : html`<span class="span">${span}</span>`}
      </p>`;
  }

  /** A bar narrows the search to its years, or, where they are chosen, takes that back. It is for the eye; its link has words. */
  #bar({ label, count, yearFrom, yearTo }: Bar, height: number, isIn: boolean): TemplateResult {
    const { t, locale } = this.reader;
    const chosen = this.wish.yearFrom === yearFrom && this.wish.yearTo === yearTo;
    const years = chosen ? { yearFrom: undefined, yearTo: undefined } : { yearFrom, yearTo };
    const top = count === 0 ? 100 : 100 - Math.max(3, height);
    return html`<a
      part="bar"
      href=${searchAddress({ ...this.wish, ...years, page: 1, after: undefined }, this.links)}
      rel="nofollow"
      class=${isIn ? 'chosen' : ''}
      aria-current=${chosen ? 'true' : nothing}
      ><span class="unseen"
        >${label}, ${t('results.count', { n: count })}${chosen ? `, ${t('filters.selected')}` : nothing}</span
      ><svg viewBox="0 0 10 100" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <path d="M0 100V${top}H10V100z"></path></svg
      ><span class="tip" aria-hidden="true">${label} · ${count.toLocaleString(locale)}</span></a
    >`;
  }

  #sliders(bars: readonly Bar[], { start, end }: Stretch): TemplateResult[] {
    const { t } = this.reader;
    const ends = [
      { name: 'start', at: start, label: t('filters.spanStart'), words: bars[start]?.label },
      { name: 'end', at: end, label: t('filters.spanEnd'), words: bars[end - 1]?.label },
    ];
    return ends.map(
      ({ name, at, label, words }) =>
        html`<input
          part="slider"
          type="range"
          data-end=${name}
          min="0"
          max=${bars.length}
          .value=${String(at)}
          aria-label=${label}
          aria-valuetext=${words ?? ''}
          @keydown=${() => (this.#byKey = true)}
          @pointerdown=${() => (this.#byKey = false)}
          @input=${this.#move}
          @change=${this.#settle}
          @blur=${this.#search}
        />`,
    );
  }

  #field(name: 'yearFrom' | 'yearTo'): TemplateResult {
    return html`<label
      >${this.reader.t(`filters.${name}`)}
      <input
        name=${name}
        inputmode="numeric"
        pattern="[0-9]{1,4}"
        maxlength="4"
        autocomplete="off"
        .value=${String(this.wish[name] ?? '')}
    /></label>`;
  }

  /** The ends stay at least a decade apart. */
  #move({ target }: Event): void {
    if (!(target instanceof HTMLInputElement)) return;
    this.#isPending = true;
    const bars = this.#bars();
    const { start, end } = this.moving ?? stretchOf(bars, this.wish);
    const at = Number(target.value);
    this.moving =
      target.dataset['end'] === 'start'
        ? { start: Math.min(at, end - 1), end }
        : { start, end: Math.max(at, start + 1) };
    target.value = String(target.dataset['end'] === 'start' ? this.moving.start : this.moving.end);
  }

  #settle(): void {
    clearTimeout(this.#later);
    this.#later = setTimeout(() => this.#search(), this.#byKey ? rest : 0);
  }

  #search(): void {
    clearTimeout(this.#later);
    if (!this.moving || !this.#isPending) return;
    this.#isPending = false;
    const wish = { ...this.wish, ...yearsOf(this.#bars(), this.moving), page: 1, after: undefined };
    const address = searchAddress(wish, this.links);
    if (tellSearch(this, address)) location.assign(address);
  }

  #submit(event: SubmitEvent): void {
    if (event.target instanceof HTMLFormElement && !tellSearch(this, addressOfForm(event.target)))
      event.preventDefault();
  }
}

define('lastu-years', LastuYears);
