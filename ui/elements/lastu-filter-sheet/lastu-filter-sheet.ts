import { html, type TemplateResult } from 'lit';
import { icon, icons } from '../../icons.ts';
import { define, ground, LastuElement } from '../element.ts';
import { styles } from './styles.ts';

/** Below this width there is no room for the filters beside the results. */
const narrow = '(max-width: 55.99rem)';

/**
 * Where the filters stand: beside the results where there is room, otherwise behind a button that stays in view and opens
 * them as a sheet over the page, a modal dialog with a button that tells how many works there are. Before scripts run it is a
 * disclosure. What is slotted stays the same all the while.
 *
 * @property chosen - how many filters are in force
 * @property total - works found; absent while that is not known
 * @slot - the filters
 * @csspart open - what opens the sheet: a button, or the summary of the disclosure
 * @csspart sheet - the dialog
 * @csspart show - the button that closes it and tells how many works there are
 */
class LastuFilterSheet extends LastuElement {
  static override styles = [ground, styles];
  static override properties = {
    ...LastuElement.properties,
    chosen: { type: Number },
    total: { attribute: false },
    isNarrow: { state: true },
  };

  declare chosen: number;
  declare total: number | undefined;
  /** Undefined before scripts run. */
  declare isNarrow: boolean | undefined;
  #width: MediaQueryList | undefined;

  constructor() {
    super();
    this.chosen = 0;
  }

  protected override firstUpdated(): void {
    this.#width = matchMedia(narrow);
    this.#follow();
    this.#width.addEventListener('change', this.#follow);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#width?.addEventListener('change', this.#follow);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#width?.removeEventListener('change', this.#follow);
  }

  protected override render(): TemplateResult {
    const { t } = this.reader;
    if (this.isNarrow === true) return this.#sheet();
    const title = html`<h2 id="title">${t('filters.title')}</h2>`;
    if (this.isNarrow === false) return html`<section aria-labelledby="title">${title}<slot></slot></section>`;
    return html`<details>
      <summary part="open">${this.#label()}${icon(icons.down)}</summary>
      ${title}<slot></slot>
    </details>`;
  }

  #sheet(): TemplateResult {
    const { t } = this.reader;
    return html`<button class="open" part="open" aria-haspopup="dialog" @click=${this.#open}>
        ${this.#label()}${icon(icons.filters)}
      </button>
      <dialog part="sheet" aria-labelledby="title" @click=${this.#leave}>
        <div class="sheet">
          <header>
            <h2 id="title" tabindex="-1" autofocus>${t('filters.title')}</h2>
            <button aria-label=${t('filters.close')} @click=${this.#close}>${icon(icons.close)}</button>
          </header>
          <div class="body"><slot></slot></div>
          <footer>
            <p role="status" class="unseen">${this.#found()}</p>
            <button class="show" part="show" @click=${this.#close}>${this.#found()}</button>
          </footer>
        </div>
      </dialog>`;
  }

  #label(): TemplateResult {
    const { t } = this.reader;
    return html`<span>${this.chosen > 0 ? t('filters.openCount', { n: this.chosen }) : t('filters.title')}</span>`;
  }

  #found(): string {
    const { t } = this.reader;
    if (this.total === undefined) return t('results.loading');
    return this.total === 0 ? t('results.none') : t('filters.show', { n: this.total });
  }

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  readonly #follow = (): void => {
    this.isNarrow = this.#width?.matches ?? false;
  };

  #open(): void {
    this.#dialog?.showModal();
  }

  #close(): void {
    this.#dialog?.close();
  }

  /** A click beside the sheet closes it. */
  #leave(event: Event): void {
    if (event.target === this.#dialog) this.#close();
  }
}

define('lastu-filter-sheet', LastuFilterSheet);
