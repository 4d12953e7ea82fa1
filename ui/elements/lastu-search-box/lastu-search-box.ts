import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { curl, curlBox } from '../../curl.ts';
import { icon, icons } from '../../icons.ts';
import { scopes } from '../../search/address.ts';
import { define, ground, LastuElement } from '../element.ts';
import { styles } from './styles.ts';

/** What `lastu-search` tells: the address the form leads to. */
export interface SearchDetail {
  readonly address: string;
}

/**
 * The search box: a plain GET form to the search page, so that it works before and without any script.
 *
 * @property value - the words in the box
 * @property scope - where they are looked for (`in`); attribute `scope`
 * @property size - `large` on the front page, `small` in the page head
 * @property keep - names and values that go along unseen: filters, order, home. As JSON in the attribute
 * @fires lastu-search - {@link SearchDetail}, on submission; cancelling it keeps the browser from loading the page
 * @csspart input - the field
 * @csspart button - the button
 * @cssproperty --accent - colour of the button
 */
class LastuSearchBox extends LastuElement {
  static override styles = [ground, styles];
  static override properties = {
    ...LastuElement.properties,
    value: {},
    scope: {},
    size: { reflect: true },
    keep: { type: Array },
  };

  declare value: string;
  declare scope: string;
  declare size: 'large' | 'medium' | 'small';
  declare keep: readonly (readonly [string, string])[];

  constructor() {
    super();
    this.value = '';
    this.scope = 'all';
    this.size = 'medium';
    this.keep = [];
  }

  protected override updated(changed: PropertyValues<this>): void {
    const input = this.renderRoot.querySelector('input[type=search]');
    if (changed.has('value') && changed.get('value') !== undefined && input instanceof HTMLInputElement) {
      input.value = this.value;
    }
  }

  protected override render(): TemplateResult {
    const { t } = this.reader;
    return html`
      <form role="search" action="/search" method="get" @submit=${this.#submit}>
        <label class="unseen" for="q">${t('search.label')}</label>
        <div class="table">
          <input
            part="input"
            id="q"
            name="q"
            type="search"
            maxlength="1000"
            autocomplete="off"
            autocapitalize="none"
            enterkeyhint="search"
            spellcheck="false"
            placeholder=${t('search.placeholder')}
            value=${this.value}
          />
          <button part="button">${icon(icons.search)}<span>${t('search.action')}</span></button>
          <svg class="shaving" viewBox=${curlBox} aria-hidden="true" focusable="false"><path d=${curl} /></svg>
        </div>
        ${this.size === 'medium' ? this.#scopes() : nothing}
        ${this.keep.map(([name, value]) => html`<input type="hidden" name=${name} value=${value} />`)}
      </form>
    `;
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

  #submit(event: SubmitEvent): void {
    if (!(event.target instanceof HTMLFormElement)) return;
    const parameters = new URLSearchParams();
    for (const [name, value] of new FormData(event.target)) {
      if (typeof value === 'string' && value.trim() !== '') parameters.append(name, value.trim());
    }
    const detail: SearchDetail = { address: `/search?${parameters}` };
    const search = new CustomEvent('lastu-search', { detail, bubbles: true, composed: true, cancelable: true });
    if (!this.dispatchEvent(search)) event.preventDefault();
  }
}

define('lastu-search-box', LastuSearchBox);
