import { html, nothing, type TemplateResult } from 'lit';
import type { SynonymsView } from '../../../api/routes/staff-synonyms.ts';
import type { SynonymGroup } from '../../../domain/synonyms/schema.ts';
import type { AnswerComparison } from '../../../indexer/relevance/compare-answers.ts';
import type { WatchedSearch } from '../../../indexer/relevance/watched-searches.ts';
import { answersPart } from '../../staff/answers-part.ts';
import { confirmPart, type Question } from '../../staff/confirm-part.ts';
import { askStaff } from '../../staff/staff-api.ts';
import { staffStyles } from '../../staff/styles.ts';
import { refusalWords } from '../../staff/words.ts';
import { define, ground, LastuElement } from '../element.ts';
import { groupForm, mistakeIn, type GroupMistake } from './edit-group.ts';
import { groupLine, readWatched, versionsPart, writeWatched } from './parts.ts';
import { styles } from './styles.ts';

/** Longer lists are found in by a word. */
const mostShown = 100;

/**
 * Words that mean the same: written down, tried on searches, saved as a version, and used when somebody says so. Searches that are
 * watched stand beside them.
 *
 * @property live - asks the service
 * @property word - a word that a group is to be written for, or found where it has one
 * @property synonyms - what the service tells
 * @property watched - the searches that are compared before a swap
 */
export class LastuSynonyms extends LastuElement {
  static override styles = [ground, staffStyles, styles];
  static override properties = {
    ...LastuElement.properties,
    live: { type: Boolean },
    word: {},
    synonyms: { attribute: false },
    watched: { attribute: false },
    steps: { state: true },
    editing: { state: true },
    mistake: { state: true },
    sought: { state: true },
    tried: { state: true },
    said: { state: true },
    question: { state: true },
  };

  declare live: boolean;
  declare word: string | undefined;
  declare synonyms: SynonymsView | undefined;
  declare watched: readonly WatchedSearch[];
  /** The groups after each change that is not saved, the last last. */
  declare steps: readonly (readonly SynonymGroup[])[];
  /** The place of the group that is written, past the last for a new one. */
  declare editing: number | undefined;
  declare mistake: GroupMistake | undefined;
  declare sought: string;
  declare tried: AnswerComparison | undefined;
  declare said: string;
  declare question: Question | undefined;

  constructor() {
    super();
    this.live = false;
    this.watched = [];
    this.steps = [];
    this.sought = '';
    this.said = '';
  }

  protected override firstUpdated(): void {
    if (this.live) void this.#do(async () => this.#load()).then(() => this.#begin());
  }

  get #groups(): readonly SynonymGroup[] {
    return this.steps.at(-1) ?? this.synonyms?.groups ?? [];
  }

  protected override render(): TemplateResult {
    const { reader, synonyms } = this;
    const { t } = reader;
    if (!synonyms) return html`<div role="status">${this.said}</div>`;
    return html`<div role="status" class=${this.said === '' ? '' : 'said'}>${this.said}</div>
      ${this.#use(synonyms)} ${this.#list()} ${this.#saving()} ${this.#trying()}
      <section aria-labelledby="watched">
        <h2 id="watched">${t('synonyms.watched')}</h2>
        <form @submit=${this.#watch}>
          <p class="quiet" id="watched-hint">${t('synonyms.watched.explain')}</p>
          <p class="field">
            <label for="searches">${t('synonyms.watched.label')}</label>
            <textarea
              id="searches"
              name="searches"
              rows="6"
              aria-describedby="watched-hint"
              .value=${writeWatched(this.watched)}
            ></textarea>
          </p>
          <p class="line"><button>${t('synonyms.watched.save')}</button></p>
        </form>
      </section>
      ${
        synonyms.versions.length === 0
          ? nothing
          : html`<section aria-labelledby="versions">
              <h2 id="versions">${t('synonyms.versions')}</h2>
              ${versionsPart(reader, synonyms, (version) => void this.#restore(version))}
            </section>`
      }
      ${this.question ? confirmPart(this.question) : nothing}`;
  }

  #use({ version, used }: SynonymsView): TemplateResult {
    const { t } = this.reader;
    if (version === 0) return html`<p>${t('synonyms.none')}</p>`;
    const values = { version: String(version), used: String(used) };
    if (used === version) return html`<p>${t('synonyms.usedSame', values)}</p>`;
    return html`<p>${used === undefined ? t('synonyms.usedNone', values) : t('synonyms.used', values)}</p>
      <p class="line">
        <button type="button" class="main" @click=${() => this.#askToUse(version)}>${t('synonyms.use', values)}</button>
      </p>
      <p class="quiet">${t('synonyms.byReindex')}</p>`;
  }

  #list(): TemplateResult {
    const { reader, sought, editing } = this;
    const { t } = reader;
    const groups = this.#groups;
    const wanted = sought.trim().toLowerCase();
    const found = [...groups.entries()].filter(([at, { words, also }]) => at === editing || [...words, ...also].some((word) => word.toLowerCase().includes(wanted))); // prettier-ignore
    return html`<section aria-labelledby="groups">
      <h2 id="groups">${t('synonyms.groups', { n: groups.length })}</h2>
      <p class="field">
        <label for="find">${t('synonyms.find')}</label>
        <input
          id="find"
          type="search"
          autocomplete="off"
          .value=${sought}
          @input=${({ target }: Event) => (this.sought = target instanceof HTMLInputElement ? target.value : '')}
        />
      </p>
      ${found.length === 0 ? html`<p class="quiet">${t('synonyms.groups.none')}</p>` : nothing}
      <ul class="groups">
        ${found.slice(0, mostShown).map(([at, group]) =>
          at === editing
            ? html`<li>${this.#form(group)}</li>`
            : groupLine(reader, group, {
                edit: () => this.#edit(at),
                remove: () => this.#change(groups.filter((_group, index) => index !== at)),
              }),
        )}
      </ul>
      ${found.length > mostShown ? html`<p class="quiet">${t('synonyms.groups.more', { n: mostShown })}</p>` : nothing}
      ${
        editing === groups.length
          ? this.#form({ language: 'fi', words: this.word ? [this.word] : [], also: [] })
          : html`<p class="line">
              <button type="button" id="add" @click=${() => this.#edit(groups.length)}>${t('synonyms.add')}</button>
            </p>`
      }
    </section>`;
  }

  #form(group: SynonymGroup): TemplateResult {
    return groupForm(this.reader, group, {
      mistake: this.mistake,
      done: (written) => this.#write(written),
      back: () => this.#leave(),
    });
  }

  #saving(): TemplateResult {
    const { t } = this.reader;
    const n = this.steps.length;
    return html`<section class="saving" aria-live="polite">
      <p>${n === 0 ? t('synonyms.changes.none') : t('synonyms.changes', { n })}</p>
      ${
        n === 0
          ? nothing
          : html`<form @submit=${this.#save}>
              <p class="field">
                <label for="note">${t('synonyms.note')}</label>
                <input id="note" name="note" maxlength="200" autocomplete="off" />
              </p>
              <p class="line">
                <button class="main">${t('synonyms.save')}</button>
                <button type="button" @click=${() => (this.steps = this.steps.slice(0, -1))}>
                  ${t('synonyms.undo')}
                </button>
              </p>
            </form>`
      }
    </section>`;
  }

  #trying(): TemplateResult {
    const { t } = this.reader;
    return html`<section aria-labelledby="try">
      <h2 id="try">${t('synonyms.try')}</h2>
      <p class="quiet">${t('synonyms.try.explain')}</p>
      <form @submit=${this.#try}>
        <p class="field">
          <label for="query">${t('synonyms.try.query')}</label>
          <input id="query" name="query" maxlength="200" autocomplete="off" />
        </p>
        <p class="line"><button>${t('synonyms.try.go')}</button></p>
      </form>
      <div aria-live="polite">${this.tried ? answersPart(this.reader, this.tried) : nothing}</div>
    </section>`;
  }

  /** Begins with the word that was brought along. */
  #begin(): void {
    const { word } = this;
    if (!word || !this.synonyms) return;
    const has = this.#groups.some(({ words, also }) => [...words, ...also].some((one) => one.toLowerCase() === word));
    if (has) this.sought = word;
    else this.#edit(this.#groups.length);
  }

  #edit(at: number): void {
    this.editing = at;
    this.mistake = undefined;
    this.#focus('#words');
  }

  #leave(): void {
    this.editing = undefined;
    this.mistake = undefined;
    this.#focus('#add');
  }

  #write(group: SynonymGroup): void {
    const at = this.editing ?? this.#groups.length;
    this.mistake = mistakeIn(group, this.#groups.filter((_group, index) => index !== at)); // prettier-ignore
    if (this.mistake) return this.#focus('#words');
    this.word = undefined;
    this.#change(at < this.#groups.length ? this.#groups.with(at, group) : [...this.#groups, group]);
    this.#leave();
  }

  #change(groups: readonly SynonymGroup[]): void {
    this.steps = [...this.steps, groups];
    this.editing = undefined;
  }

  readonly #save = (event: SubmitEvent) => {
    event.preventDefault();
    const note = fieldOf(event, 'note');
    void this.#do(async () => {
      const body = { version: this.synonyms?.version ?? 0, groups: this.#groups, ...(note && { note }) };
      this.synonyms = await askStaff<SynonymsView>('PUT', '/staff/synonyms', body);
      this.steps = [];
      return this.reader.t('synonyms.saved', { version: String(this.synonyms.version) });
    });
  };

  readonly #try = (event: SubmitEvent) => {
    event.preventDefault();
    const query = fieldOf(event, 'query');
    void this.#do(async () => {
      const body = { groups: this.#groups, queries: query === '' ? [] : [query] };
      this.tried = await askStaff<AnswerComparison>('POST', '/staff/synonyms/preview', body);
      return '';
    });
  };

  readonly #watch = (event: SubmitEvent) => {
    event.preventDefault();
    const searches = readWatched(fieldOf(event, 'searches'), this.watched);
    void this.#do(async () => {
      this.watched = (await askStaff<{ searches: WatchedSearch[] }>('PUT', '/staff/watched-searches', { searches })).searches; // prettier-ignore
      return this.reader.t('synonyms.watched.saved', { n: this.watched.length });
    });
  };

  #restore(from: number): Promise<void> {
    return this.#do(async () => {
      this.synonyms = await askStaff<SynonymsView>('POST', '/staff/synonyms/restore', { version: this.synonyms?.version, from }); // prettier-ignore
      this.steps = [];
      return this.reader.t('synonyms.restored', { version: String(this.synonyms.version) });
    });
  }

  #askToUse(version: number): void {
    const { t } = this.reader;
    const values = { version: String(version) };
    const use = async () => {
      this.synonyms = await askStaff<SynonymsView>('POST', '/staff/synonyms/use', { version });
      return t('synonyms.use.done', values);
    };
    this.question = {
      title: t('synonyms.use.ask', values),
      text: t('synonyms.use.explain'),
      yes: t('synonyms.use', values),
      no: t('synonyms.use.no'),
      answer: (yes) => {
        this.question = undefined;
        if (yes) void this.#do(use);
      },
    };
    void this.updateComplete.then(() => this.shadowRoot?.querySelector('dialog')?.showModal());
  }

  async #load(): Promise<string> {
    const [synonyms, { searches }] = await Promise.all([
      askStaff<SynonymsView>('GET', '/staff/synonyms'),
      askStaff<{ searches: WatchedSearch[] }>('GET', '/staff/watched-searches'),
    ]);
    this.synonyms = synonyms;
    this.watched = searches;
    return '';
  }

  async #do(act: () => Promise<string>): Promise<void> {
    try {
      this.said = await act();
    } catch (error) {
      this.said = refusalWords(this.reader, error);
    }
  }

  #focus(selector: string): void {
    void this.updateComplete.then(() => this.shadowRoot?.querySelector<HTMLElement>(selector)?.focus());
  }
}

function fieldOf({ target }: Event, name: string): string {
  return target instanceof HTMLFormElement ? String(new FormData(target).get(name) ?? '').trim() : '';
}

define('lastu-synonyms', LastuSynonyms);
