import { html, type TemplateResult } from 'lit';
import { languageName } from '../../labels.ts';
import type { Source } from '../../staff/imports-api.ts';
import { importRefusal } from '../../staff/imports-words.ts';
import { askStaff } from '../../staff/staff-api.ts';
import { staffStyles } from '../../staff/styles.ts';
import { define, ground, LastuElement } from '../element.ts';
import { styles } from './styles.ts';

/** Languages that a source may leave unsaid because all of its records are in it. */
const languages = ['fin', 'swe', 'eng', 'rus', 'est', 'sme', 'ger', 'fre', 'spa', 'ara', 'som'] as const;

/**
 * Sources of records: how many each has, what staff call it, and which language is taken for records that name none.
 *
 * @property live - asks the service
 * @property items - the sources, by their ids
 */
export class LastuSources extends LastuElement {
  static override styles = [ground, staffStyles, styles];
  static override properties = {
    ...LastuElement.properties,
    live: { type: Boolean },
    items: { attribute: false },
    told: { state: true },
  };

  declare live: boolean;
  declare items: readonly Source[] | undefined;
  /** What came of the last act. */
  declare told: string;

  constructor() {
    super();
    this.live = false;
    this.told = '';
  }

  protected override firstUpdated(): void {
    if (this.live) void this.#load();
  }

  protected override render(): TemplateResult {
    const { t } = this.reader;
    return html`<section aria-labelledby="sources">
      <h2 id="sources">${t('imports.sources')}</h2>
      <p class="quiet">${t('imports.sources.lead')}</p>
      <ul>
        ${this.items?.map((one) => this.#piece(one))}
      </ul>
      <p role="status" class=${this.told === '' ? '' : 'warning'}>${this.told}</p>
    </section>`;
  }

  #piece(one: Source): TemplateResult {
    const { t, locale } = this.reader;
    const { id, name, records, defaults } = one;
    const choices = [...new Set([...languages, ...(defaults.language === undefined ? [] : [defaults.language])])];
    const named = html`<span class="unseen">: ${id}</span>`;
    return html`<li>
      <form @submit=${(event: SubmitEvent) => this.#save(event, one)}>
        <p class="about">
          <strong translate="no">${id}</strong>
          <span class="quiet figures">${t('imports.sources.records', { n: records })}</span>
        </p>
        <span class="field"
          ><label for=${`name-${id}`}>${t('imports.sources.name')}${named}</label>
          <input id=${`name-${id}`} name="name" maxlength="100" autocomplete="off" .value=${name}
        /></span>
        <span class="field"
          ><label for=${`language-${id}`}>${t('imports.sources.language')}${named}</label>
          <select id=${`language-${id}`} name="language">
            <option value="">${t('imports.sources.language.none')}</option>
            ${choices.map((code) => html`<option value=${code} ?selected=${code === defaults.language}>${languageName(code, locale)}</option>`)}
          </select></span
        >
        <button>${t('imports.harvest.save')}${named}</button>
      </form>
    </li>`;
  }

  #save(event: SubmitEvent, { id, version }: Source): void {
    event.preventDefault();
    if (!(event.target instanceof HTMLFormElement)) return;
    const form = new FormData(event.target);
    const language = String(form.get('language'));
    const wish = { version, name: String(form.get('name')).trim(), defaults: { ...(language !== '' && { language }) } };
    void this.#load(() => askStaff('PUT', `/staff/sources/${id}`, wish), this.reader.t('imports.sources.saved'));
  }

  /** Does something first, says so, and shows how the sources stand then. */
  async #load(act?: () => Promise<unknown>, told = ''): Promise<void> {
    this.told = '';
    try {
      await act?.();
      this.items = (await askStaff<{ items: Source[] }>('GET', '/staff/sources')).items;
      this.told = told;
    } catch (error) {
      this.told = importRefusal(this.reader, error);
    }
  }
}

define('lastu-sources', LastuSources);
