import { html, nothing, type TemplateResult } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import type { Audience } from '../../../domain/catalogue/schema.ts';
import { coverSvg } from '../../covers/cover.ts';
import { displayName } from '../../names.ts';
import { workAddress } from '../../search/work-address.ts';
import { AnswerController } from '../answer-controller.ts';
import { answerPart } from '../answer-part.ts';
import { define, ground, LastuElement } from '../element.ts';
import { selects } from '../select.ts';
import { styles } from './styles.ts';

/** A tip as the API tells it, as far as it is shown here. */
interface ToldTip {
  readonly id: string;
  readonly address: string;
  readonly title: string;
  readonly excerpt: string;
  readonly byline: string;
  readonly byStaff: boolean;
  readonly audiences: readonly Audience[];
  readonly works: readonly { readonly id?: string; readonly title: string; readonly authors: readonly string[] }[];
}

/**
 * Short recommendations of works by readers and library staff, the newest first.
 *
 * @property heading - its heading; “Tips” in the reader’s language where absent, none where `none`
 * @property audience - only tips for `child`, `young` or `adult`
 * @property size - how many tips at most
 * @property municipality - only tips from there
 * @property base - where the service is, for tips on a page elsewhere: an origin without a slash at its end
 * @fires lastu-select - `{id, title, address}` when a work is chosen; cancelling it keeps the browser from loading its page
 * @csspart heading - the heading
 * @csspart list - the list of tips
 * @csspart title - what a tip is called
 */
export class LastuTips extends LastuElement {
  static override styles = [ground, styles];
  static override properties = {
    ...LastuElement.properties,
    heading: {},
    audience: {},
    size: { type: Number },
    municipality: {},
    base: {},
  };

  declare heading: string | undefined;
  declare audience: Audience | undefined;
  declare size: number;
  declare municipality: string | undefined;
  declare base: string;
  readonly #tips = new AnswerController<{ items: readonly ToldTip[] }>(this);

  constructor() {
    super();
    this.size = 6;
    this.base = '';
  }

  protected override update(changed: Map<PropertyKey, unknown>): void {
    const parameters = new URLSearchParams({ size: String(this.size) });
    if (this.audience !== undefined) parameters.set('audience', this.audience);
    if (this.municipality !== undefined) parameters.set('municipality', this.municipality);
    this.#tips.askFor(`${this.base}/api/v1/tips?${parameters}`);
    super.update(changed);
  }

  protected override render(): TemplateResult {
    const { t } = this.reader;
    const { answer } = this.#tips;
    const name = this.heading ?? t('tips.title');
    return html`<section aria-label=${name === 'none' ? t('tips.title') : name}>
      ${name === 'none' ? nothing : html`<h2 part="heading">${name}</h2>`}
      ${
        typeof answer === 'string'
          ? answerPart(answer, this.#tips.retry, this.reader)
          : answer.value.items.length === 0
            ? html`<p>${t('tips.noneShort')}</p>`
            : html`<ul part="list">
                ${answer.value.items.map((tip) => html`<li>${this.#tip(tip)}</li>`)}
              </ul>`
      }
    </section>`;
  }

  #tip({ address, title, excerpt, byline, byStaff, works }: ToldTip): TemplateResult {
    const { t } = this.reader;
    const [first] = works;
    const author = first?.authors[0] === undefined ? undefined : displayName(first.authors[0]);
    return html`<article>
      ${first ? html`<span class="cover" aria-hidden="true">${unsafeHTML(coverSvg({ id: first.id ?? first.title, title: first.title, author }))}</span>` : nothing}
      <div>
        <h3><a part="title" href=${address}>${title || works.map((work) => work.title).join(' · ')}</a></h3>
        <p>${excerpt}</p>
        <p class="works" @click=${this.#select} @auxclick=${this.#select}>
          ${title === '' && works.length === 1 ? nothing : works.map((work, nth) => html`${nth > 0 ? ' · ' : ''}${this.#work(work)}`)}
        </p>
        <p class="by">${byline}${byStaff ? html` <span>${t('tips.byLibrary')}</span>` : nothing}</p>
      </div>
    </article>`;
  }

  #work({ id, title }: ToldTip['works'][number]): TemplateResult {
    if (id === undefined) return html`${title}`;
    return html`<a href=${workAddress(id, { base: this.base, home: this.municipality })}>${title}</a>`;
  }

  readonly #select = selects(this, (id) => {
    const { answer } = this.#tips;
    const works = typeof answer === 'string' ? [] : answer.value.items.flatMap((tip) => tip.works);
    return { id, title: works.find((work) => work.id === id)?.title ?? '' };
  });
}

define('lastu-tips', LastuTips);
