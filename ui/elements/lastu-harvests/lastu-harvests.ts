import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { Harvest, Import } from '../../staff/imports-api.ts';
import { importRefusal } from '../../staff/imports-words.ts';
import { askStaff } from '../../staff/staff-api.ts';
import { staffStyles } from '../../staff/styles.ts';
import { shortTime } from '../../staff/words.ts';
import { define, ground, LastuElement } from '../element.ts';
import { styles } from './styles.ts';

const everies = [0, 1, 6, 24, 168] as const;

/**
 * Repositories that are harvested by OAI-PMH: what is set up, begun by hand, changed and ended; and the deriving of all
 * records anew.
 *
 * @property live - asks the service
 * @property items - what is set up
 */
export class LastuHarvests extends LastuElement {
  static override styles = [ground, staffStyles, styles];
  static override properties = {
    ...LastuElement.properties,
    live: { type: Boolean },
    items: { attribute: false },
    edited: { state: true },
    told: { state: true },
  };

  declare live: boolean;
  declare items: readonly Harvest[] | undefined;
  /** What is being changed; `new` for one that is not set up yet. */
  declare edited: Harvest | 'new' | undefined;
  /** What came of the last act. */
  declare told: string;

  constructor() {
    super();
    this.live = false;
    this.told = '';
  }

  protected override firstUpdated(): void {
    if (this.live) void this.#do(async () => undefined, '');
  }

  protected override render(): TemplateResult {
    const { t } = this.reader;
    return html`<section aria-labelledby="harvests">
        <h2 id="harvests">${t('imports.harvests')}</h2>
        <p class="quiet">${t('imports.harvests.lead')}</p>
        ${this.items?.length === 0 ? html`<p class="quiet">${t('imports.harvests.none')}</p>` : nothing}
        <ul>
          ${this.items?.map((one) => this.#piece(one))}
        </ul>
        ${
          this.edited === undefined
            ? html`<p class="line">
                <button type="button" id="add" @click=${() => this.#edit('new')}>${t('imports.harvest.add')}</button>
              </p>`
            : this.#form(this.edited === 'new' ? undefined : this.edited)
        }
        <p role="status" class=${this.told === '' ? '' : 'warning'}>${this.told}</p>
      </section>
      <section aria-labelledby="anew">
        <h2 id="anew">${t('imports.rederive')}</h2>
        <p class="quiet">${t('imports.rederive.lead')}</p>
        <p class="line"><button type="button" @click=${this.#rederive}>${t('imports.rederive.go')}</button></p>
      </section>`;
  }

  #piece(one: Harvest): TemplateResult {
    const { t, locale } = this.reader;
    const { id, name, url, set, source, harvestedUntil, nextAt } = one;
    const about = [
      source,
      set ?? '',
      nextAt === undefined
        ? t('imports.harvest.byHand')
        : t('imports.harvest.next', { time: shortTime(nextAt, locale) }),
      harvestedUntil === undefined ? '' : t('imports.harvest.until', { time: shortTime(harvestedUntil, locale) }),
    ];
    const named = html`<span class="unseen">: ${name}</span>`;
    return html`<li>
      <p class="name">${name}</p>
      <p class="quiet url" translate="no">${url}</p>
      <p class="quiet about">${about.filter(Boolean).join(' · ')}</p>
      ${one.import === undefined ? nothing : html`<p><a href=${`/staff/imports/${encodeURIComponent(one.import)}`}>${t('imports.harvest.latest')}${named}</a></p>`}
      <p class="line">
        <button type="button" @click=${() => void this.#begin(id)}>${t('imports.harvest.go')}${named}</button>
        <button type="button" @click=${() => this.#edit(one)}>${t('imports.harvest.change')}${named}</button>
        <button type="button" @click=${() => void this.#remove(id)}>${t('imports.harvest.remove')}${named}</button>
      </p>
    </li>`;
  }

  #form(one: Harvest | undefined): TemplateResult {
    const { t } = this.reader;
    const field = (
      name: 'name' | 'url' | 'source' | 'set' | 'metadataPrefix',
      more: { type?: string; pattern?: string; longest: number; optional?: true; value?: string },
    ) =>
      html`<label for=${name}>${t(`imports.harvest.${name}`)}</label>
        <input
          id=${name}
          name=${name}
          type=${more.type ?? 'text'}
          pattern=${ifDefined(more.pattern)}
          maxlength=${more.longest}
          ?required=${!more.optional}
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          .value=${one?.[name] ?? more.value ?? ''}
        />`;
    return html`<form @submit=${this.#submit}>
      ${field('name', { longest: 100 })} ${field('url', { type: 'url', longest: 2_000 })}
      ${field('source', { pattern: '[a-z0-9][a-z0-9\\-]{0,30}', longest: 31 })}
      ${field('set', { longest: 200, optional: true })}
      ${field('metadataPrefix', { pattern: "[\\w.!~*'\\(\\)\\-]+", longest: 60, value: 'marc21' })}
      <label for="every">${t('imports.harvest.every')}</label>
      <select id="every" name="every">
        ${everies.map((hours) => html`<option value=${hours} ?selected=${(one?.everyHours ?? 24) === hours}>${t(`imports.harvest.every.${hours}`)}</option>`)}
      </select>
      <p class="line">
        <button class="main">${t('imports.harvest.save')}</button>
        <button type="button" @click=${() => this.#close()}>${t('imports.harvest.cancel')}</button>
      </p>
    </form>`;
  }

  #edit(one: Harvest | 'new'): void {
    this.edited = one;
    this.told = '';
    void this.updateComplete.then(() => this.shadowRoot?.querySelector<HTMLInputElement>('#name')?.focus());
  }

  #close(): void {
    this.edited = undefined;
    void this.updateComplete.then(() => this.shadowRoot?.querySelector<HTMLElement>('#add')?.focus());
  }

  readonly #submit = (event: SubmitEvent) => {
    event.preventDefault();
    const { edited } = this;
    if (!(event.target instanceof HTMLFormElement) || edited === undefined) return;
    const form = new FormData(event.target);
    const text = (name: string) => String(form.get(name)).trim();
    const set = text('set');
    const wish = {
      name: text('name'),
      url: text('url'),
      source: text('source'),
      ...(set !== '' && { set }),
      metadataPrefix: text('metadataPrefix'),
      everyHours: Number(text('every')),
    };
    const isNew = edited === 'new';
    void this.#do(async () => {
      await (isNew ? askStaff('POST', '/staff/harvests', wish) : askStaff('PUT', `/staff/harvests/${edited.id}`, { ...wish, version: edited.version })); // prettier-ignore
      this.#close();
    }, this.reader.t('imports.harvest.saved'));
  };

  #remove(id: string): Promise<void> {
    return this.#do(() => askStaff('DELETE', `/staff/harvests/${id}`), this.reader.t('imports.harvest.removed'));
  }

  #begin(id: string): Promise<void> {
    return this.#do(async () => open(await askStaff<Import>('POST', `/staff/harvests/${id}/runs`)), '');
  }

  readonly #rederive = () =>
    void this.#do(async () => open(await askStaff<Import>('POST', '/staff/imports/rederivation')), '');

  /** Does something, says so, and shows what is set up then. */
  async #do(act: () => Promise<unknown>, told: string): Promise<void> {
    this.told = '';
    try {
      await act();
      this.items = (await askStaff<{ items: Harvest[] }>('GET', '/staff/harvests')).items;
      this.told = told;
    } catch (error) {
      this.told = importRefusal(this.reader, error);
    }
  }
}

const open = ({ id }: Import) => location.assign(`/staff/imports/${encodeURIComponent(id)}`);

define('lastu-harvests', LastuHarvests);
