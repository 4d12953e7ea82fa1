import { html, nothing, type TemplateResult } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import type { WorkSummary } from '../../../domain/discovery/schema.ts';
import { coverSvg } from '../../covers/cover.ts';
import { displayName } from '../../names.ts';
import { workAddress } from '../../search/work-address.ts';
import { AnswerController } from '../answer-controller.ts';
import { answerPart } from '../answer-part.ts';
import { define, ground, LastuElement } from '../element.ts';
import { selects } from '../select.ts';
import { styles } from './styles.ts';

/**
 * Works side by side by their covers: the new arrivals of the region or of a library, or what is borrowed most.
 *
 * @property list - `new` or `popular`
 * @property heading - its heading; the list's own name where absent, none where `none`
 * @property size - how many works at most
 * @property municipality - only works with copies there
 * @property branch - the same of one library
 * @property base - where the service is, for a list on a page elsewhere: an origin without a slash at its end
 * @fires lastu-select - `{id, title, address}` when a work is chosen; cancelling it keeps the browser from loading its page
 * @csspart heading - the heading
 * @csspart list - the list of works
 * @csspart title - the title of a work
 */
export class LastuTitleList extends LastuElement {
  static override styles = [ground, styles];
  static override properties = {
    ...LastuElement.properties,
    list: {},
    heading: {},
    size: { type: Number },
    municipality: {},
    branch: {},
    base: {},
  };

  declare list: 'new' | 'popular';
  declare heading: string | undefined;
  declare size: number;
  declare municipality: string | undefined;
  declare branch: string | undefined;
  declare base: string;
  readonly #works = new AnswerController<{ items: readonly WorkSummary[] }>(this);

  constructor() {
    super();
    this.list = 'new';
    this.size = 12;
    this.base = '';
  }

  protected override update(changed: Map<PropertyKey, unknown>): void {
    const parameters = new URLSearchParams({ size: String(this.size) });
    if (this.branch !== undefined) parameters.set('branch', this.branch);
    else if (this.municipality !== undefined) parameters.set('municipality', this.municipality);
    this.#works.askFor(`${this.base}/api/v1/title-lists/${this.list}?${parameters}`);
    super.update(changed);
  }

  protected override render(): TemplateResult {
    const { t } = this.reader;
    const { answer } = this.#works;
    const name = this.heading ?? t(`lists.${this.list}`);
    return html`<section aria-label=${name}>
      ${name === 'none' ? nothing : html`<h2 part="heading">${name}</h2>`}
      ${
        typeof answer === 'string'
          ? html`${answerPart(answer, this.#works.retry, this.reader)}${answer === 'loading' ? this.#blanks() : nothing}`
          : answer.value.items.length === 0
            ? html`<p>${t('lists.none')}</p>`
            : html`<ul part="list" tabindex="0" aria-label=${name}>
                ${answer.value.items.map((work) => html`<li>${this.#work(work)}</li>`)}
              </ul>`
      }
    </section>`;
  }

  #work({ id, title, authors }: WorkSummary): TemplateResult {
    const author = authors[0] === undefined ? undefined : displayName(authors[0]);
    const address = workAddress(id, { base: this.base, home: this.branch ?? this.municipality });
    return html`<a href=${address} @click=${this.#select} @auxclick=${this.#select}
      >${unsafeHTML(coverSvg({ id, title, author }))}<span class="title" part="title">${title}</span
      ><span class="author">${author}</span></a
    >`;
  }

  readonly #select = selects(this, (id) => {
    const { answer } = this.#works;
    const items = typeof answer === 'string' ? [] : answer.value.items;
    return { id, title: items.find((work) => work.id === id)?.title ?? '' };
  });

  #blanks(): TemplateResult {
    return html`<ul aria-hidden="true" class="blank">
      ${Array.from({ length: Math.min(8, this.size) }, () => html`<li><i></i></li>`)}
    </ul>`;
  }
}

define('lastu-title-list', LastuTitleList);
