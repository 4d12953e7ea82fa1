import { html, nothing, type TemplateResult } from 'lit';
import { displayName } from '../../names.ts';
import { workAddress } from '../../search/work-address.ts';
import { AnswerController } from '../answer-controller.ts';
import { answerPart } from '../answer-part.ts';
import { define, ground, LastuElement } from '../element.ts';
import { selects } from '../select.ts';
import { styles } from './styles.ts';

/** What the service tells of a list, and of a page of what is in it. */
interface Told {
  readonly title: string;
  readonly description: string;
  readonly language: string;
  readonly address: string;
}
interface ToldEntries {
  readonly total: number;
  readonly items: readonly {
    readonly workId: string;
    readonly title: string;
    readonly authors: readonly string[];
    readonly year?: number | undefined;
    readonly note: string;
    readonly gone: boolean;
  }[];
}

/**
 * A list of works that a patron or a library has gathered and shared, with what is written of each work.
 *
 * @property list - id of the list, from the address of its page
 * @property size - works shown at most, 20 unless told
 * @property heading - its heading; the list's own title where absent, none where `none`
 * @property home - the reader's own library, kept in links
 * @property base - where the service is, for a page elsewhere: an origin without a slash at its end
 * @property shown - a list and its works that are known already; asked for where absent
 * @fires lastu-select - `{id, title, address}` when a work is chosen; cancelling it keeps the browser from loading its page
 * @csspart heading - the heading
 * @csspart description - what is said of the list
 * @csspart list - the list of works
 * @csspart title - the title of a work
 * @csspart note - what is written of a work
 * @csspart more - the link to the whole list
 */
export class LastuList extends LastuElement {
  static override styles = [ground, styles];
  static override properties = {
    ...LastuElement.properties,
    list: {},
    size: { type: Number },
    heading: {},
    home: {},
    base: {},
    shown: { attribute: false },
  };

  declare list: string | undefined;
  declare size: number;
  declare heading: string | undefined;
  declare home: string | undefined;
  declare base: string;
  declare shown: { readonly list: Told; readonly entries: ToldEntries } | undefined;
  readonly #list = new AnswerController<Told>(this);
  readonly #entries = new AnswerController<ToldEntries>(this);

  constructor() {
    super();
    this.size = 20;
    this.base = '';
  }

  protected override update(changed: Map<PropertyKey, unknown>): void {
    if (!this.shown) {
      const address = `${this.base}/api/v1/lists/${encodeURIComponent(this.list ?? '-')}`;
      this.#list.askFor(address);
      this.#entries.askFor(`${address}/entries?size=${this.size}`);
    }
    super.update(changed);
  }

  protected override render(): TemplateResult {
    const told = this.shown ? { value: this.shown.list } : this.#list.answer;
    const entries = this.shown ? { value: this.shown.entries } : this.#entries.answer;
    if (typeof told === 'string') return html`<section>${answerPart(told, this.#retry, this.reader)}</section>`;
    if (typeof entries === 'string') return html`<section>${answerPart(entries, this.#retry, this.reader)}</section>`;
    const { t } = this.reader;
    const { title, description, language, address } = told.value;
    const { total, items } = entries.value;
    const name = this.heading ?? title;
    return html`<section aria-label=${name === 'none' ? title : name}>
      ${name === 'none' ? nothing : html`<h2 part="heading" lang=${language}>${name}</h2>`}
      ${description === '' ? nothing : html`<p class="description" part="description" lang=${language}>${description}</p>`}
      ${
        items.length === 0
          ? html`<p>${t('lists.noneInList')}</p>`
          : html`<ol part="list">
              ${items.map((one) => html`<li>${this.#entry(one, language)}</li>`)}
            </ol>`
      }
      ${total > items.length ? html`<p><a class="more" part="more" href=${address}>${t('lists.wholeList', { n: total })}</a></p>` : nothing}
    </section>`;
  }

  #entry(
    { workId: id, title, authors, year, note, gone }: ToldEntries['items'][number],
    language: string,
  ): TemplateResult {
    const names = authors.slice(0, 3).map(displayName).join(', ');
    const select = selects(this, () => ({ id, title }));
    const words = html`<span class="title" part="title">${title}</span>`;
    return html`${
        gone
          ? words
          : html`<a href=${workAddress(id, { base: this.base, home: this.home })} @click=${select} @auxclick=${select}
              >${words}</a
            >`
      }
      <span class="by">${names}${names !== '' && year !== undefined ? ', ' : nothing}${year ?? nothing}</span>
      ${note === '' ? nothing : html`<p class="note" part="note" lang=${language}>${note}</p>`}`;
  }

  readonly #retry = (): void => {
    this.#list.retry();
    this.#entries.retry();
  };
}

define('lastu-list', LastuList);
