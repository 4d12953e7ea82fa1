import { css, html, nothing, type TemplateResult } from 'lit';
import { icon, icons } from '../../icons.ts';
import { MemoryController } from '../../memory/memory-controller.ts';
import type { MemoryDetail } from '../../memory/memory-event.ts';
import type { RememberedWork } from '../../memory/memory-store.ts';
import { memoryWords } from '../../memory/memory-words.ts';
import { define, ground, LastuElement } from '../element.ts';

/**
 * Puts a work on the memory list of this browser, and takes it off again. Not shown where there are no scripts.
 *
 * @property work - the work: `id`, `title`, `authors`; as an attribute in JSON
 * @property compact - shows the drawing alone, for lists; the words are still said
 * @fires lastu-memory - after a press, with a `MemoryDetail`; announced by the button itself unless prevented
 * @csspart button - the button, `aria-pressed` while the work is on the list
 */
export class LastuMemoryButton extends LastuElement {
  static override styles = [
    ground,
    css`
      :host {
        display: inline-block;
      }
      button {
        display: inline-flex;
        align-items: center;
        gap: 0.5em;
        min-height: 2.6rem;
        padding: 0.35em 1em;
        border: 1px solid var(--edge);
        border-radius: var(--round);
        background: none;
        cursor: pointer;
      }
      button:hover {
        border-color: currentColor;
        background: var(--paper-deep);
      }
      [aria-pressed='true'] {
        border-color: var(--accent);
        color: var(--accent);
        font-weight: 600;
      }
      [aria-pressed='true'] .icon path {
        fill: currentColor;
      }
      .words {
        display: grid;
        text-align: left;
      }
      .words span {
        grid-area: 1 / 1;
        visibility: hidden;
      }
      .words .said {
        visibility: visible;
      }
      :host([compact]) button {
        min-height: 2.2rem;
        width: 2.2rem;
        padding: 0;
        justify-content: center;
        border-color: transparent;
      }
      @media print, (scripting: none) {
        :host {
          display: none;
        }
      }
    `,
  ];
  static override properties = {
    ...LastuElement.properties,
    work: { type: Object },
    compact: { type: Boolean, reflect: true },
    announced: { state: true },
  };

  declare work: RememberedWork | undefined;
  declare compact: boolean;
  declare announced: string;
  readonly #memory = new MemoryController(this);

  constructor() {
    super();
    this.compact = false;
    this.announced = '';
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.work) return nothing;
    const { t } = this.reader;
    const pressed = this.#memory.store?.has(this.work.id) ?? false;
    const words = (key: 'memory.add' | 'memory.added', said: boolean) =>
      html`<span class=${said ? 'said' : ''}>${t(key)}</span>`;
    return html`<button
        part="button"
        type="button"
        aria-pressed=${pressed ? 'true' : 'false'}
        title=${this.compact ? t(pressed ? 'memory.remove' : 'memory.add') : nothing}
        @click=${this.#press}
      >
        ${icon(icons.remember)}
        <span class=${this.compact ? 'words unseen' : 'words'}
          >${words('memory.add', !pressed)}${words('memory.added', pressed)}<span class="unseen said"
            >: ${this.work.title}</span
          ></span
        >
      </button>
      <span class="unseen" role="status">${this.announced || nothing}</span>`;
  }

  #press(): void {
    const { store } = this.#memory;
    const { work } = this;
    if (!store || !work) return;
    const had = store.has(work.id);
    const undo = had ? store.remove([work.id]) : store.add(work);
    const what = undo ? (had ? 'removed' : 'added') : 'full';
    const detail: MemoryDetail = { what, work, undo };
    const event = new CustomEvent('lastu-memory', { detail, bubbles: true, composed: true, cancelable: true });
    this.announced = this.dispatchEvent(event) ? memoryWords(this.reader, detail) : '';
  }
}

define('lastu-memory-button', LastuMemoryButton);
