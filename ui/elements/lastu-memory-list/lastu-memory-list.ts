import { css, html, nothing, type TemplateResult } from 'lit';
import { icon, icons } from '../../icons.ts';
import { MemoryController } from '../../memory/memory-controller.ts';
import type { MemoryEntry } from '../../memory/memory-list.ts';
import { displayName } from '../../names.ts';
import { workAddress } from '../../search/work-address.ts';
import { define, ground, LastuElement } from '../element.ts';
import { selects } from '../select.ts';

/**
 * The works a reader has put on the memory list of this site in this browser, the newest first, with a way to take each off
 * and to take that back. Nothing of it leaves the browser.
 *
 * @property heading - its heading; the list's own name where absent, none where `none`
 * @property home - the reader's own library, kept in links
 * @property base - where the service is, for a page elsewhere: an origin without a slash at its end
 * @fires lastu-select - `{id, title, address}` when a work is chosen; cancelling it keeps the browser from loading its page
 * @csspart heading - the heading
 * @csspart list - the list of works
 * @csspart title - the title of a work
 * @csspart button - the button that takes a work off the list
 */
export class LastuMemoryList extends LastuElement {
  static override styles = [
    ground,
    css`
      h2 {
        font-size: var(--title);
        font-weight: 600;
        line-height: 1.3;
        margin-bottom: var(--near);
      }
      li {
        display: flex;
        justify-content: space-between;
        align-items: center;
        gap: 1rem;
        padding-block: 0.5rem;
        border-top: 1px solid var(--line);
      }
      a {
        display: block;
        padding-block: 0.2rem;
        text-decoration: none;
        line-height: 1.3;
        overflow-wrap: anywhere;
      }
      a:hover .title {
        text-decoration: underline;
      }
      .title {
        display: block;
        font-family: var(--serif);
      }
      .author {
        font-size: var(--small);
        color: var(--ink-soft);
      }
      button {
        flex: none;
        min-height: 2.4rem;
        min-width: 2.4rem;
        padding: 0.2em 0.8em;
        border: 1px solid var(--edge);
        border-radius: var(--round);
        background: none;
        cursor: pointer;
      }
      li button {
        border-color: transparent;
        padding: 0;
      }
      li button:hover {
        border-color: var(--edge);
      }
      .told {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.3rem 1rem;
        min-height: 2.8rem;
      }
    `,
  ];
  static override properties = {
    ...LastuElement.properties,
    heading: {},
    home: {},
    base: {},
    gone: { state: true },
  };

  declare heading: string | undefined;
  declare home: string | undefined;
  declare base: string;
  /** What was taken off last, and how to take that back. */
  declare gone: { title: string; undo: () => void } | undefined;
  readonly #memory = new MemoryController(this);

  constructor() {
    super();
    this.base = '';
  }

  protected override render(): TemplateResult {
    const { t } = this.reader;
    const name = this.heading ?? t('memory.title');
    const entries = this.#memory.store?.entries() ?? [];
    return html`<section aria-label=${name}>
      ${name === 'none' ? nothing : html`<h2 part="heading">${name}</h2>`}
      ${
        entries.length === 0
          ? html`<p>${t('lists.memoryNone')}</p>`
          : html`<ul part="list">
              ${entries.map((entry) => this.#entry(entry))}
            </ul>`
      }
      <div class="told" role="status">
        ${
          this.gone
            ? html`<span>${t('memory.told.removed', { title: this.gone.title })}</span
                ><button type="button" @click=${this.#undo}>${t('memory.undo')}</button>`
            : nothing
        }
      </div>
    </section>`;
  }

  #entry({ id, title, authors }: MemoryEntry): TemplateResult {
    const author = authors[0] === undefined ? nothing : displayName(authors[0]);
    const select = selects(this, () => ({ id, title }));
    return html`<li>
      <a href=${workAddress(id, { base: this.base, home: this.home })} @click=${select} @auxclick=${select}
        ><span class="title" part="title">${title}</span><span class="author">${author}</span></a
      >
      <button
        type="button"
        part="button"
        aria-label=${`${this.reader.t('memory.remove')}: ${title}`}
        title=${this.reader.t('memory.remove')}
        @click=${() => this.#remove(id, title)}
      >
        ${icon(icons.close)}
      </button>
    </li>`;
  }

  /** The notice takes the focus that the button leaves behind. */
  #remove(id: string, title: string): void {
    const undo = this.#memory.store?.remove([id]);
    if (undo) this.gone = { title, undo };
    void this.updateComplete.then(() => this.shadowRoot?.querySelector<HTMLElement>('.told button')?.focus());
  }

  readonly #undo = (): void => {
    this.gone?.undo();
    this.gone = undefined;
    void this.updateComplete.then(() => this.shadowRoot?.querySelector<HTMLElement>('li a')?.focus());
  };
}

define('lastu-memory-list', LastuMemoryList);
