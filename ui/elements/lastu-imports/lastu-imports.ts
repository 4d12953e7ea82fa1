import { html, nothing, type TemplateResult } from 'lit';
import { Following } from '../../staff/following.ts';
import { sendFile, type Import } from '../../staff/imports-api.ts';
import { importRefusal, sizeWords } from '../../staff/imports-words.ts';
import { askStaff } from '../../staff/staff-api.ts';
import { staffStyles } from '../../staff/styles.ts';
import { define, ground, LastuElement } from '../element.ts';
import { historyPart } from './history-part.ts';
import { styles } from './styles.ts';

/**
 * Where staff bring in records: a form for a file or its address, and what was brought in before.
 *
 * @slot - what was brought in before, until the service tells it anew
 * @property live - follows what the service tells
 * @property items - the latest imports, the newest first
 * @property limit - the largest file that is taken, in bytes
 */
export class LastuImports extends LastuElement {
  static override styles = [ground, staffStyles, styles];
  static override properties = {
    ...LastuElement.properties,
    live: { type: Boolean },
    items: { attribute: false },
    limit: { attribute: false },
    from: { state: true },
    alive: { state: true },
    sent: { state: true },
    told: { state: true },
    away: { state: true },
  };

  declare live: boolean;
  declare items: readonly Import[] | undefined;
  declare limit: number;
  /** Scripts run: before, the form would be sent to nowhere. */
  declare alive: boolean;
  /** Where the next one comes from. */
  declare from: 'file' | 'url';
  /** How much of a file has been sent, of 1; undefined where none is being sent. */
  declare sent: number | undefined;
  /** What is said of the last attempt. */
  declare told: string;
  /** The service cannot be asked just now. */
  declare away: boolean;

  readonly #following = new Following<{ items: Import[]; limit: number }>(this, {
    address: () => '/staff/imports',
    take: ({ items, limit }) => {
      [this.items, this.limit] = [items, limit];
      this.replaceChildren(); // what the page told before
    },
    away: (isAway) => (this.away = isAway),
  });
  #sending: AbortController | undefined;

  constructor() {
    super();
    this.live = false;
    this.limit = 4_000_000_000;
    this.from = 'file';
    this.alive = false;
    this.told = '';
    this.away = false;
  }

  protected override firstUpdated(): void {
    this.alive = true;
    if (this.live) this.#following.start();
  }

  protected override render(): TemplateResult {
    const { t } = this.reader;
    return html`<section aria-labelledby="new">
        <h2 id="new">${t('imports.new')}</h2>
        <p class="quiet">${t('imports.new.lead')}</p>
        ${this.alive ? (this.sent === undefined ? this.#form() : this.#progress(this.sent)) : nothing}
        <p role="status" class=${this.told === '' ? '' : 'warning'}>${this.told}</p>
      </section>
      <section aria-labelledby="history">
        <h2 id="history">${t('imports.history')}</h2>
        ${this.away ? html`<p class="warning">${t('imports.away')}</p>` : nothing}
        ${this.items ? historyPart(this.reader, this.items) : html`<slot></slot>`}
      </section>`;
  }

  #form(): TemplateResult {
    const { t, locale } = this.reader;
    const sources = [...new Set(this.items?.map(({ source }) => source))];
    const choice = (from: 'file' | 'url') =>
      html`<label class="choice"
        ><input
          type="radio"
          name="from"
          value=${from}
          .checked=${this.from === from}
          @change=${() => (this.from = from)}
        />${t(`imports.from.${from}`)}</label
      >`;
    return html`<form @submit=${this.#submit}>
      <fieldset>
        <legend>${t('imports.from')}</legend>
        ${choice('file')}${choice('url')}
      </fieldset>
      ${
        this.from === 'file'
          ? html`<label for="file">${t('imports.file')}</label>
              <input id="file" name="file" type="file" aria-describedby="file-hint" />
              <p id="file-hint" class="hint">${t('imports.file.hint', { limit: sizeWords(this.limit, locale) })}</p>`
          : html`<label for="url">${t('imports.url')}</label>
              <input
                id="url"
                name="url"
                type="url"
                required
                maxlength="2000"
                autocomplete="off"
                spellcheck="false"
                aria-describedby="url-hint"
              />
              <p id="url-hint" class="hint">${t('imports.url.hint')}</p>`
      }
      <label for="source">${t('imports.source')}</label>
      <input
        id="source"
        name="source"
        required
        pattern="[a-z0-9][a-z0-9\\-]{0,30}"
        title=${t('imports.source.wrong')}
        maxlength="31"
        list="sources"
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        aria-describedby="source-hint"
      />
      <datalist id="sources">${sources.map((source) => html`<option value=${source}></option>`)}</datalist>
      <p id="source-hint" class="hint">${t('imports.source.hint')}</p>
      <p class="line"><button class="main">${t('imports.prepare')}</button></p>
    </form>`;
  }

  #progress(sent: number): TemplateResult {
    const { t, locale } = this.reader;
    const percent = new Intl.NumberFormat(locale, { style: 'percent' }).format(sent);
    return html`<div class="sending">
      <label for="sent">${t('imports.sending')}</label> <span class="figures">${percent}</span>
      <progress id="sent" max="1" .value=${sent}></progress>
      <button type="button" @click=${() => this.#sending?.abort()}>${t('imports.sending.cancel')}</button>
    </div>`;
  }

  readonly #submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const { t, locale } = this.reader;
    if (!(event.target instanceof HTMLFormElement)) return;
    const form = new FormData(event.target);
    const source = String(form.get('source'));
    const file = form.get('file');
    this.told = '';
    try {
      if (this.from === 'url') {
        const { id } = await askStaff<Import>('POST', '/staff/imports', {
          source,
          url: String(form.get('url')).trim(),
        });
        location.assign(`/staff/imports/${encodeURIComponent(id)}`);
        return;
      }
      if (!(file instanceof File) || file.name === '') {
        this.told = t('imports.fileFirst');
        this.shadowRoot?.querySelector<HTMLInputElement>('#file')?.focus();
        return;
      }
      if (file.size > this.limit) {
        this.told = t('imports.tooLarge', { size: sizeWords(file.size, locale), limit: sizeWords(this.limit, locale) });
        return;
      }
      this.sent = 0;
      this.#sending = new AbortController();
      const onProgress = (bytes: number) => (this.sent = file.size === 0 ? 1 : Math.min(1, bytes / file.size));
      const { id } = await sendFile(file, { source, onProgress, signal: this.#sending.signal });
      location.assign(`/staff/imports/${encodeURIComponent(id)}`);
    } catch (error) {
      this.told = this.#sending?.signal.aborted ? t('imports.sending.cancelled') : importRefusal(this.reader, error);
      this.sent = undefined;
    }
  };
}

define('lastu-imports', LastuImports);
