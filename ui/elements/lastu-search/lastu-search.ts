import type { TemplateResult } from 'lit';
import { searchApi } from '../../client/search-api.ts';
import { noWish, readWish, searchAddress } from '../../search/address.ts';
import type { Links } from '../../search/links.ts';
import type { SearchState, Wish } from '../../search/state.ts';
import { define, ground, LastuElement } from '../element.ts';
import { tellSelected } from '../select.ts';
import { searchIn, withSearch } from './host-address.ts';
import { searchPart } from './search-part.ts';
import { styles } from './styles.ts';

/** How long an answer may take before the results give way to their skeleton. */
const patience = 250;
/** Parameters in use: of two searches on a page that would share one, the second keeps its state to itself. */
const taken = new Set<string>();

/**
 * A whole search on a page elsewhere: box, filters, results. Links to searches are followed in place, and the state is kept in
 * the page's address, in a parameter of its own, so that back, reload and sharing work.
 *
 * @property base - where the service is: an origin without a slash at its end
 * @property home - the reader's own library, whose availability comes first
 * @property state - the parameter of the page's address that keeps the search; `off` keeps none
 * @property initial - the search to begin with, as parameters of `/search`: `format=book&sort=newest`
 * @fires lastu-search - `{address}` before a search is made; cancelling it keeps it from being made
 * @fires lastu-select - `{id, title, address}` when a work is chosen; cancelling it keeps the browser from loading its page
 * @csspart input, button, suggestions - of the search box
 * @csspart filters - the column of filters
 * @csspart results - the column of results
 * @csspart title - the title of a work
 */
export class LastuSearch extends LastuElement {
  static override styles = [ground, styles];
  static override properties = {
    ...LastuElement.properties,
    base: {},
    home: {},
    state: {},
    initial: {},
    shown: { state: true },
  };

  declare base: string;
  declare home: string | undefined;
  declare state: string;
  declare initial: string | undefined;
  declare shown: SearchState;
  #api = searchApi('fi');
  #asked = '';
  #parameter: string | undefined;

  constructor() {
    super();
    this.base = '';
    this.state = 'lastu';
    this.shown = { locale: this.locale, wish: noWish, links: {} };
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.state !== 'off' && !taken.has(this.state)) taken.add((this.#parameter = this.state));
    addEventListener('popstate', this.#goBack);
    addEventListener('online', this.#online);
    if (this.hasUpdated) this.#begin();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    if (this.#parameter !== undefined) taken.delete(this.#parameter);
    removeEventListener('popstate', this.#goBack);
    removeEventListener('online', this.#online);
    this.#api.stop();
    this.#asked = '';
  }

  protected override firstUpdated(): void {
    for (const type of ['click', 'auxclick', 'contextmenu']) this.renderRoot.addEventListener(type, this.#clicked);
    this.renderRoot.addEventListener('submit', this.#submitted);
    this.renderRoot.addEventListener('lastu-search', this.#searched);
  }

  protected override updated(): void {
    // A new language, library or service: the same search, asked anew.
    if (this.#asked !== `${this.base} ${this.locale} ${this.home}`) this.#begin();
  }

  protected override render(): TemplateResult {
    return searchPart(this.shown);
  }

  get #links(): Links {
    return { base: this.base, home: this.home };
  }

  #begin(): void {
    const first = this.#asked === '';
    this.#asked = `${this.base} ${this.locale} ${this.home}`;
    this.#api = searchApi(this.locale, this.base);
    const kept = this.#parameter === undefined ? undefined : searchIn(location.href, this.#parameter);
    const initial = readWish(new URLSearchParams(this.initial));
    void this.#show(first ? (kept ?? initial) : this.shown.wish);
  }

  async #show(wish: Wish): Promise<void> {
    const asked = { locale: this.locale, wish, links: this.#links };
    const { result } = this.shown;
    if (!result) this.shown = { ...asked, loading: true };
    const late = setTimeout(() => (this.shown = { ...asked, result, loading: true }), patience);
    const outcome = await this.#api.search(wish);
    clearTimeout(late);
    if (outcome !== 'overtaken' && this.isConnected) this.shown = { ...asked, ...outcome };
    await this.updateComplete;
  }

  async #go(address: string): Promise<void> {
    const detail = { address };
    const event = new CustomEvent('lastu-search', { detail, bubbles: true, composed: true, cancelable: true });
    if (!this.dispatchEvent(event)) return;
    const wish = readWish(new URL(address).searchParams);
    const { wish: before } = this.shown;
    if (this.#parameter !== undefined && searchAddress(wish) !== searchAddress(before))
      history.pushState(history.state, '', withSearch(location.href, this.#parameter, wish));
    const root = this.shadowRoot;
    const wasIn = root?.activeElement;
    await this.#show(wish);
    const turned = wish.page !== before.page;
    const title = root?.querySelector<HTMLElement>('#results-title');
    // Focus never falls out of the widget with the link that had it.
    if (turned || wasIn?.matches('.chips') || (wasIn && !root?.activeElement)) title?.focus({ preventScroll: !turned });
  }

  readonly #goBack = (): void => {
    if (this.#parameter === undefined) return;
    const wish = searchIn(location.href, this.#parameter) ?? readWish(new URLSearchParams(this.initial));
    if (searchAddress(wish) !== searchAddress(this.shown.wish)) void this.#show(wish);
  };

  readonly #online = (): void => {
    if (this.shown.failure) void this.#show(this.shown.wish);
  };

  readonly #clicked = (event: Event): void => {
    const link = event.composedPath().find((one) => one instanceof HTMLAnchorElement);
    if (!link || event.defaultPrevented) return;
    const isPlain =
      event instanceof MouseEvent &&
      event.button === 0 &&
      !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
    if (link.href.startsWith(`${this.base}/works/`)) {
      const address = new URL(link.href);
      address.searchParams.set('from', location.href);
      link.href = address.href;
      const id = decodeURIComponent(address.pathname.split('/')[2] ?? '');
      const title = this.shown.result?.items.find((work) => work.id === id)?.title ?? link.textContent.trim();
      if (isPlain && !tellSelected(this, { id, title, address: address.href })) event.preventDefault();
    } else if (isPlain && link.href.startsWith(`${this.base}/search`)) {
      event.preventDefault();
      void this.#go(link.href);
    }
  };

  readonly #submitted = (event: Event): void => event.preventDefault();

  readonly #searched = (event: Event): void => {
    if (!(event instanceof CustomEvent)) return;
    event.preventDefault();
    event.stopPropagation();
    const { address }: { address: string } = event.detail;
    void this.#go(address);
  };
}

define('lastu-search', LastuSearch);
