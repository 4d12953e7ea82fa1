import { html, nothing, type TemplateResult } from 'lit';
import { icon, icons } from '../../icons.ts';
import { download } from '../../memory/download.ts';
import { listCsv, listLetter, listText, type ListedEntry } from '../../memory/take-along.ts';
import { define, ground, LastuElement } from '../element.ts';
import { styles } from './styles.ts';

/** Files the service makes of a list: their names here and there, and how many works it takes at once. */
const files = [
  { format: 'ris', ending: 'ris', type: 'application/x-research-info-systems' },
  { format: 'bibtex', ending: 'bib', type: 'application/x-bibtex' },
] as const;
const inOneAnswer = 100;
const mostInLetter = 500;

/**
 * What can be done with a whole memory list: print, copy, send, take along as a file, clear.
 *
 * @property works - the works, as far as they are known
 * @property base - origin of the service, for a page elsewhere
 * @fires lastu-clear - when all works are to be removed
 */
export class LastuMemoryTools extends LastuElement {
  static override styles = [ground, styles];
  static override properties = {
    ...LastuElement.properties,
    works: { attribute: false },
    base: {},
    said: { state: true },
  };

  declare works: readonly ListedEntry[];
  declare base: string | undefined;
  declare said: string;

  constructor() {
    super();
    this.works = [];
    this.said = '';
  }

  protected override render(): TemplateResult {
    const { t } = this.reader;
    return html`<ul>
        <li><button type="button" @click=${() => window.print()}>${t('memoryList.print')}</button></li>
        <li><button type="button" @click=${this.#copy}>${t('memoryList.copy')}</button></li>
        <li>
          <details class="mail" @keydown=${this.#key}>
            <summary>${t('memoryList.mail')} ${icon(icons.down)}</summary>
            <form @submit=${this.#send}>
              <label for="to">${t('memoryList.mailTo')}</label>
              <input
                id="to"
                name="to"
                type="email"
                required
                maxlength="254"
                autocomplete="email"
                aria-describedby="to-hint"
              />
              <p id="to-hint">${t('memoryList.mailHint')}</p>
              <button class="send">${t('memoryList.mailSend')}</button>
              <a href=${listLetter(this.works, this.#origin, this.reader)}>${t('memoryList.mailOwn')}</a>
            </form>
          </details>
        </li>
        <li>
          <details @keydown=${this.#key}>
            <summary>${t('memoryList.files')} ${icon(icons.down)}</summary>
            <ul>
              ${files.map(
                (file) =>
                  html`<li>
                    <button type="button" @click=${() => this.#fetch(file)}>${t(`memoryList.${file.format}`)}</button>
                  </li>`,
              )}
              <li><button type="button" @click=${this.#csv}>${t('memoryList.csv')}</button></li>
            </ul>
          </details>
        </li>
        <li class="last"><button type="button" @click=${this.#clear}>${t('memoryList.clear')}</button></li>
      </ul>
      <p role="status">${this.said || nothing}</p>`;
  }

  get #origin(): string {
    return this.base ?? location.origin;
  }

  readonly #copy = async () => {
    try {
      await navigator.clipboard.writeText(listText(this.works, this.#origin));
      this.said = this.reader.t('memoryList.copied', { n: this.works.length });
    } catch {
      this.said = this.reader.t('memoryList.copyFailed');
    }
  };

  /** Sent by the service, which is told the ids alone; a letter in a mail program has no room for long lists. */
  readonly #send = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.target;
    if (!(form instanceof HTMLFormElement)) return;
    const { t } = this.reader;
    const csrf = document.querySelector<HTMLInputElement>('.visitor-menu [name=csrf]')?.value;
    const works = this.works.slice(0, mostInLetter).map(({ entry }) => entry.id);
    const response = await fetch(`${this.base ?? ''}/api/v1/memory-list/letters`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(csrf !== undefined && { 'x-csrf-token': csrf }) },
      body: JSON.stringify({ to: String(new FormData(form).get('to')), works, lang: this.locale }),
    }).catch(() => undefined);
    if (response?.ok) {
      const { works: n } = (await response.json()) as { works: number };
      this.#done(t('memoryList.mailSent', { n }));
    } else if (response?.status === 400) this.said = t('memoryList.mailWrong');
    else this.said = t(response?.status === 429 ? 'memoryList.mailTooFast' : 'memoryList.mailFailed');
  };

  readonly #csv = () => {
    download(this.#fileName('csv'), 'text/csv;charset=utf-8', listCsv(this.works, this.#origin, this.reader));
    this.#done();
  };

  async #fetch({ format, ending, type }: (typeof files)[number]): Promise<void> {
    const ids = this.works.map(({ entry }) => entry.id);
    const texts: string[] = [];
    try {
      for (let from = 0; from < ids.length; from += inOneAnswer) {
        const query = new URLSearchParams(ids.slice(from, from + inOneAnswer).map((id) => ['id', id]));
        const response = await fetch(`${this.base ?? ''}/api/v1/works?${query}&format=${format}`);
        if (!response.ok) throw new Error(`The service answered ${response.status}`);
        texts.push(await response.text());
      }
    } catch {
      this.said = this.reader.t('memoryList.filesFailed');
      return;
    }
    download(this.#fileName(ending), `${type};charset=utf-8`, texts.join(''));
    this.#done();
  }

  readonly #clear = () => this.dispatchEvent(new CustomEvent('lastu-clear', { bubbles: true, composed: true }));

  readonly #key = ({ key, currentTarget }: KeyboardEvent) => {
    if (key !== 'Escape' || !(currentTarget instanceof HTMLDetailsElement) || !currentTarget.open) return;
    currentTarget.open = false;
    currentTarget.querySelector('summary')?.focus();
  };

  #fileName(ending: string): string {
    return `${this.reader.t('memory.title').toLocaleLowerCase(this.locale).replaceAll(' ', '-')}.${ending}`;
  }

  #done(words = this.reader.t('memoryList.filesDone')): void {
    const menu = this.shadowRoot?.querySelector<HTMLDetailsElement>('details[open]');
    if (menu) {
      menu.open = false;
      menu.querySelector('summary')?.focus();
    }
    this.said = words;
  }
}

define('lastu-memory-tools', LastuMemoryTools);
