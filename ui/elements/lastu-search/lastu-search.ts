import type { TemplateResult } from 'lit';
import { noWish, readWish, searchAddress, searchParameters } from '../../search/address.ts';
import type { ListedResult, Wish } from '../../search/state.ts';
import { AnswerController } from '../answer-controller.ts';
import { define, ground, LastuElement } from '../element.ts';
import { isPlain, linkOf, selects } from '../select.ts';
import { searchIn, withSearch } from './host-address.ts';
import { searchPart } from './search-part.ts';
import { styles } from './styles.ts';

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
    wish: { state: true },
  };

  declare base: string;
  declare home: string | undefined;
  declare state: string;
  declare initial: string | undefined;
  declare wish: Wish;
  #parameter: string | undefined;
  readonly #found = new AnswerController<ListedResult>(this);

  constructor() {
    super();
    this.base = '';
    this.state = 'lastu';
    this.wish = noWish;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.state !== 'off' && !taken.has(this.state)) taken.add((this.#parameter = this.state));
    addEventListener('popstate', this.#goBack);
    this.wish = this.#kept() ?? (this.hasUpdated ? this.wish : this.#first());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    if (this.#parameter !== undefined) taken.delete(this.#parameter);
    this.#parameter = undefined;
    removeEventListener('popstate', this.#goBack);
  }

  protected override firstUpdated(): void {
    for (const type of ['click', 'auxclick', 'contextmenu']) this.renderRoot.addEventListener(type, this.#clicked);
    this.renderRoot.addEventListener('submit', (event) => event.preventDefault());
    this.renderRoot.addEventListener('lastu-search', this.#searched);
  }

  protected override update(changed: Map<PropertyKey, unknown>): void {
    const parameters = searchParameters(this.wish);
    parameters.set('lang', this.locale);
    void this.#found.askFor(`${this.base}/api/v1/search?${parameters}`);
    super.update(changed);
  }

  protected override render(): TemplateResult {
    const { wish, locale, base, home } = this;
    const { answer, isAsking } = this.#found;
    return searchPart({ wish, locale, links: { base, home }, answer, isAsking, retry: this.#found.retry });
  }

  /** The search that the page's address keeps. */
  #kept = (): Wish | undefined =>
    this.#parameter === undefined ? undefined : searchIn(location.href, this.#parameter);
  #first = (): Wish => readWish(new URLSearchParams(this.initial));

  async #go(address: string): Promise<void> {
    const detail = { address };
    const event = new CustomEvent('lastu-search', { detail, bubbles: true, composed: true, cancelable: true });
    if (!this.dispatchEvent(event)) return;
    const before = this.wish;
    this.wish = readWish(new URL(address, location.href).searchParams);
    if (this.#parameter !== undefined && searchAddress(this.wish) !== searchAddress(before))
      history.pushState(history.state, '', withSearch(location.href, this.#parameter, this.wish));
    const focused = this.shadowRoot?.activeElement;
    await this.updateComplete;
    await this.#found.done;
    await this.updateComplete;
    const turned = this.wish.page !== before.page;
    const title = this.shadowRoot?.querySelector<HTMLElement>('#results-title');
    // Focus never falls out of the widget with the link that had it.
    if (turned || (focused && (focused.matches('.chips') || !this.shadowRoot?.activeElement)))
      title?.focus({ preventScroll: !turned });
  }

  readonly #goBack = (): void => {
    if (this.#parameter !== undefined) this.wish = this.#kept() ?? this.#first();
  };

  readonly #clicked = (event: Event): void => {
    this.#select(event);
    const link = linkOf(event);
    if (!link || !isPlain(event) || !link.href.startsWith(new URL(`${this.base}/search`, location.href).href)) return;
    event.preventDefault();
    void this.#go(link.href);
  };

  readonly #select = selects(this, (id) => {
    const { answer } = this.#found;
    const items = typeof answer === 'string' ? [] : answer.value.items;
    return { id, title: items.find((work) => work.id === id)?.title ?? '' };
  });

  readonly #searched = (event: Event): void => {
    if (!(event instanceof CustomEvent)) return;
    event.preventDefault();
    event.stopPropagation();
    const { address }: { address: string } = event.detail;
    void this.#go(address);
  };
}

define('lastu-search', LastuSearch);
