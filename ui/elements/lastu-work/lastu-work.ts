import { css, html, nothing, type TemplateResult } from 'lit';
import type { WorkDetail } from '../../../domain/discovery/schema.ts';
import { homeOf } from '../../search/home.ts';
import { AnswerController } from '../answer-controller.ts';
import { answerPart } from '../answer-part.ts';
import { define, ground, LastuElement } from '../element.ts';
import '../lastu-memory-button/lastu-memory-button.ts';
import '../lastu-result/lastu-result.ts';
import { selects } from '../select.ts';

/**
 * One work: its cover, title, authors, formats, where it can be had now, and a button that remembers it.
 *
 * @property work - its id, as in the address of its page
 * @property home - the reader's own library, whose availability comes first
 * @property base - where the service is, for a page elsewhere: an origin without a slash at its end
 * @fires lastu-select - `{id, title, address}` when it is chosen; cancelling it keeps the browser from loading its page
 * @csspart title - its title
 * @csspart button - puts it on the memory list of this site in this browser
 */
export class LastuWork extends LastuElement {
  static override styles = [
    ground,
    css`
      lastu-memory-button {
        margin-top: 0.8rem;
      }
      button {
        min-height: 2.4rem;
        margin-top: var(--near);
        padding: 0.2em 1em;
        border: 1px solid var(--edge);
        border-radius: var(--round);
        background: none;
        cursor: pointer;
      }
    `,
  ];
  static override properties = { ...LastuElement.properties, work: {}, home: {}, base: {} };

  declare work: string | undefined;
  declare home: string | undefined;
  declare base: string;
  readonly #found = new AnswerController<WorkDetail>(this);

  constructor() {
    super();
    this.base = '';
  }

  protected override update(changed: Map<PropertyKey, unknown>): void {
    if (this.work !== undefined) this.#found.askFor(`${this.base}/api/v1/works/${encodeURIComponent(this.work)}`);
    super.update(changed);
  }

  protected override render(): TemplateResult | typeof nothing {
    if (this.work === undefined) return nothing;
    const { answer } = this.#found;
    if (typeof answer === 'string') return answerPart(answer, this.#found.retry, this.reader);
    const { id, title, authors } = answer.value;
    return html`<lastu-result
        exportparts="title"
        lang=${this.locale}
        .work=${answer.value}
        .home=${homeOf({ branch: [], municipality: [] }, this.home, this.locale)}
        .links=${{ base: this.base, home: this.home }}
        @click=${selects(this, () => ({ id, title }))}
        @auxclick=${selects(this, () => ({ id, title }))}
      ></lastu-result>
      <lastu-memory-button
        lang=${this.locale}
        exportparts="button"
        .work=${{ id, title, authors }}
      ></lastu-memory-button>`;
  }
}

define('lastu-work', LastuWork);
