import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { curl, curlBox } from '../../curl.ts';
import { icon, icons } from '../../icons.ts';
import { scopes } from '../../search/address.ts';
import { define, ground, LastuElement } from '../element.ts';
import { addressOfForm, tellSearch } from '../search-event.ts';
import { tellSelected } from '../select.ts';
import { moved } from './keys.ts';
import { suggestionAddress, suggestionOption } from './option.ts';
import { listStyles } from './list-styles.ts';
import { styles } from './styles.ts';
import { SuggestionsController } from './suggestions.ts';

/** Something else to choose than what is suggested: the list shows it while it is set. */
export interface Offers {
  readonly label: string;
  /** How many there are, or what else is to be announced. */
  readonly spoken: string;
  /** How many the arrow keys go through. */
  readonly count: number;
  /** The options as list items: those that the arrow keys reach have the ids `option-0` and on. */
  readonly rows: (chosen: number) => readonly TemplateResult[];
  readonly follow: (index: number) => void;
}

/**
 * The search box: a plain GET form to the search page, so that it works before and without any script. With one it is the
 * "editable combobox with list autocomplete" of the ARIA Authoring Practices: suggestions come while one types, arrow keys go
 * through them, Enter or a click follows the chosen one, Escape closes the list, then empties the field.
 *
 * @property value - the words in the box
 * @property scope - where they are looked for (`in`); attribute `scope`
 * @property size - `large` on the front page, `small` in the page head
 * @property keep - names and values that go along unseen: filters, order, home. As JSON in the attribute
 * @property base - where the service is, for a box on a page elsewhere: an origin without a slash at its end
 * @property recent - whether an empty field offers the searches made lately on this device (`recent-searches.ts`, on our own pages)
 * @property offers - {@link Offers} instead of suggestions
 * @fires lastu-search - `SearchDetail`, on submission and for a suggested author, subject or series; cancelling it keeps the browser from
 *   loading the page
 * @fires lastu-select - {@link SelectDetail}, for a suggested work; cancelling it keeps the browser from loading its page
 * @csspart input - the field
 * @csspart button - the button
 * @csspart suggestions - the list of suggestions
 */
export class LastuSearchBox extends LastuElement {
  static override styles = [ground, styles, listStyles];
  static override properties = {
    ...LastuElement.properties,
    value: {},
    scope: {},
    size: { reflect: true },
    keep: { type: Array },
    base: {},
    recent: { type: Boolean },
    offers: { attribute: false },
    isAlive: { state: true },
    isOpen: { state: true },
    chosen: { state: true },
  };

  declare value: string;
  declare scope: string;
  declare size: 'large' | 'medium' | 'small';
  declare keep: readonly (readonly [string, string])[];
  declare base: string;
  declare recent: boolean;
  declare offers: Offers | undefined;
  /** Scripts run: before that nothing is promised that only they can keep. */
  declare isAlive: boolean;
  declare isOpen: boolean;
  /** Which suggestion the arrow keys have reached; -1 while the reader is in the field. */
  declare chosen: number;
  readonly #suggestions = new SuggestionsController(this);

  constructor() {
    super();
    this.value = '';
    this.scope = 'all';
    this.size = 'medium';
    this.keep = [];
    this.base = '';
    this.recent = false;
    this.isAlive = false;
    this.isOpen = false;
    this.chosen = -1;
  }

  protected override firstUpdated(): void {
    this.isAlive = true;
  }

  protected override updated(changed: PropertyValues<this>): void {
    const input = this.#input;
    if (changed.has('value') && changed.get('value') !== undefined && input) input.value = this.value;
    if (changed.has('chosen'))
      this.renderRoot.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }

  protected override render(): TemplateResult {
    const { t } = this.reader;
    return html`
      <form role="search" action=${`${this.base}/search`} method="get" @submit=${this.#submit}>
        <label class="unseen" for="q">${t('search.label')}</label>
        <div class="table">
          <input
            part="input"
            id="q"
            name="q"
            type="text"
            maxlength="1000"
            autocomplete="off"
            autocapitalize="none"
            enterkeyhint="search"
            spellcheck="false"
            placeholder=${t('search.placeholder')}
            value=${this.value}
            role=${this.isAlive ? 'combobox' : nothing}
            aria-autocomplete=${this.isAlive ? 'list' : nothing}
            aria-controls=${this.isAlive ? 'suggestions' : nothing}
            aria-expanded=${this.isAlive ? String(this.#isShown) : nothing}
            aria-activedescendant=${this.chosen >= 0 && this.#isShown ? `option-${this.chosen}` : nothing}
            @input=${this.#typed}
            @keydown=${this.#pressed}
            @blur=${this.#close}
          />
          <button part="button">${icon(icons.search)}<span>${t('search.action')}</span></button>
          <svg class="shaving" viewBox=${curlBox} aria-hidden="true" focusable="false"><path d=${curl} /></svg>
        </div>
        ${this.#list()} ${this.size === 'medium' ? this.#scopes() : nothing}
        ${this.keep.map(([name, value]) => html`<input type="hidden" name=${name} value=${value} />`)}
      </form>
    `;
  }

  #list(): TemplateResult {
    const { t } = this.reader;
    const { items, of = '' } = this.#suggestions;
    const spoken = this.#isShown ? (this.offers?.spoken ?? t('suggest.count', { n: items.length })) : '';
    return html`
      <div class="anchor">
        <ul
          part="suggestions"
          id="suggestions"
          role="listbox"
          aria-label=${this.offers?.label ?? t('suggest.label')}
          ?hidden=${!this.#isShown}
          @mousedown=${(event: Event) => event.preventDefault()}
        >
          ${
            this.offers?.rows(this.chosen) ??
            items.map(
              (one, index) =>
                html`<li
                  id="option-${index}"
                  role="option"
                  aria-selected=${index === this.chosen ? 'true' : 'false'}
                  @click=${() => this.#follow(index)}
                >
                  ${suggestionOption(one, of, this.reader)}
                </li>`,
            )
          }
        </ul>
      </div>
      <p class="unseen" aria-live="polite">${spoken || nothing}</p>
    `;
  }

  get #count(): number {
    return this.offers?.count ?? this.#suggestions.items.length;
  }

  #scopes(): TemplateResult {
    const { t } = this.reader;
    return html`<div class="scope">
      <label for="in">${t('search.in')}</label>
      <select id="in" name="in">
        ${scopes.map((one) => html`<option value=${one} ?selected=${one === this.scope}>${t(`in.${one}`)}</option>`)}
      </select>
    </div>`;
  }

  get #input(): HTMLInputElement | null {
    return this.renderRoot.querySelector<HTMLInputElement>('#q');
  }

  get #isShown(): boolean {
    return this.isOpen && this.#count > 0;
  }

  #typed(): void {
    this.chosen = -1;
    this.isOpen = true;
    this.#suggestions.ask(this.#input?.value ?? '');
  }

  #close(): void {
    this.isOpen = false;
    this.chosen = -1;
  }

  #pressed(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const now = { isOpen: this.#isShown, chosen: this.chosen, count: this.#count };
    const next = moved(event, now);
    if (next === 'follow') {
      event.preventDefault();
      this.#follow(this.chosen);
    } else if (next === 'clear') {
      event.preventDefault();
      if (this.#input) this.#input.value = '';
      this.#suggestions.clear();
    } else if (next) {
      if (next.keep) event.preventDefault();
      if (next.isOpen && now.count === 0) this.#suggestions.ask(this.#input?.value ?? '');
      this.isOpen = next.isOpen;
      this.chosen = next.chosen;
    }
  }

  /** Goes where a suggestion leads; a search within the page, if the page takes it. */
  #follow(index: number): void {
    if (this.offers) return this.offers.follow(index);
    const suggestion = this.#suggestions.items[index];
    if (!suggestion) return;
    const address = suggestionAddress(suggestion, {
      base: this.base,
      home: this.keep.find(([name]) => name === 'home')?.[1],
    });
    this.#close();
    this.#suggestions.clear();
    if (suggestion.kind === 'title') {
      const { workId: id, text: title } = suggestion;
      if (tellSelected(this, { id, title, address })) location.assign(address);
      return;
    }
    if (this.#input) this.#input.value = '';
    if (tellSearch(this, address)) location.assign(address);
  }

  #submit(event: SubmitEvent): void {
    this.#close();
    this.#suggestions.clear();
    if (!(event.target instanceof HTMLFormElement)) return;
    const address = addressOfForm(event.target);
    const goes = tellSearch(this, address);
    // A page elsewhere may forbid forms that lead to another site; links it cannot.
    if (!goes || this.base !== '') event.preventDefault();
    if (goes && this.base !== '') location.assign(address);
  }
}

define('lastu-search-box', LastuSearchBox);
