import { html, nothing, type TemplateResult } from 'lit';
import { icon, icons } from '../../icons.ts';
import { memoryListAddress } from '../../memory/address.ts';
import { MemoryController } from '../../memory/memory-controller.ts';
import type { MemoryDetail, MemoryEvent } from '../../memory/memory-event.ts';
import { memoryWords } from '../../memory/memory-words.ts';
import { define, ground, LastuElement } from '../element.ts';
import { styles } from './styles.ts';

/** How long a notice stays while nobody points at it or is in it, in milliseconds. */
const patience = 10_000;

/**
 * How many works are on the memory list, as a link to it; and a notice of each change made on the page, with a way to take it
 * back.
 *
 * @property home - the reader's own library, kept in the link
 * @csspart link - the link
 * @csspart notice - the notice of a change
 */
export class LastuMemoryCount extends LastuElement {
  static override styles = [ground, styles];
  static override properties = {
    ...LastuElement.properties,
    home: {},
    notice: { state: true },
  };

  declare home: string | undefined;
  declare notice: MemoryDetail | undefined;
  readonly #memory = new MemoryController(this);
  #leaving: ReturnType<typeof setTimeout> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('lastu-memory', this.#tell);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('lastu-memory', this.#tell);
    clearTimeout(this.#leaving);
  }

  protected override render(): TemplateResult {
    const { t } = this.reader;
    const n = this.#memory.store?.entries().length;
    return html`<a part="link" href=${memoryListAddress({ home: this.home })}
        >${icon(icons.remember)}<span class="name" aria-hidden="true">${t('memory.title')}</span
        ><span class="figure" aria-hidden="true">${n ?? nothing}</span
        ><span class="unseen">${n === undefined ? t('memory.title') : t('memory.count', { n })}</span></a
      >
      <div
        class="notice"
        part="notice"
        role="status"
        ?hidden=${this.notice === undefined}
        @pointerenter=${this.#stay}
        @focusin=${this.#stay}
        @pointerleave=${this.#leaveLater}
        @focusout=${this.#leaveLater}
        @keydown=${this.#key}
      >
        ${this.notice ? this.#words(this.notice) : nothing}
      </div>`;
  }

  #words(notice: MemoryDetail): TemplateResult {
    const { t } = this.reader;
    return html`<p>${memoryWords(this.reader, notice)}</p>
      ${notice.undo ? html`<button type="button" @click=${this.#undo}>${t('memory.undo')}</button>` : nothing}
      <button type="button" class="close" aria-label=${t('memory.close')} @click=${this.#close}>
        ${icon(icons.close)}
      </button>`;
  }

  readonly #tell = (event: Event) => {
    event.preventDefault();
    this.notice = (event as MemoryEvent).detail;
    this.#leaveLater();
  };

  readonly #stay = () => clearTimeout(this.#leaving);

  readonly #leaveLater = () => {
    clearTimeout(this.#leaving);
    this.#leaving = setTimeout(() => (this.notice = undefined), patience);
  };

  readonly #undo = () => {
    this.notice?.undo?.();
    this.#close();
  };

  /** Focus must not be lost with the notice: the link tells what has become of the list. */
  readonly #close = () => {
    const inside = this.shadowRoot?.activeElement?.closest('.notice');
    this.notice = undefined;
    if (inside) this.shadowRoot?.querySelector('a')?.focus({ preventScroll: true });
  };

  readonly #key = (event: KeyboardEvent) => {
    if (event.key === 'Escape') this.#close();
  };
}

define('lastu-memory-count', LastuMemoryCount);
