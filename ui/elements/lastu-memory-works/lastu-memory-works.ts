import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { homeOf } from '../../search/home.ts';
import type { Links } from '../../search/links.ts';
import { searchAddress } from '../../search/address.ts';
import { MemoryController } from '../../memory/memory-controller.ts';
import type { MemoryEntry } from '../../memory/memory-list.ts';
import type { Undo } from '../../memory/memory-store.ts';
import type { ListedEntry } from '../../memory/take-along.ts';
import { WorkDetails } from '../../memory/work-details.ts';
import { define, ground, LastuElement } from '../element.ts';
import '../lastu-memory-tools/lastu-memory-tools.ts';
import { removedRow, workRow } from './rows.ts';
import { styles } from './styles.ts';

/**
 * The memory list of this browser: its works with their availability today, each removable, and what can be done with all of
 * them. What is removed can be taken back as long as the page is open.
 *
 * @property home - the municipality or branch the reader calls their own
 * @property base - origin of the service, for a page elsewhere
 * @csspart list - the list
 * @csspart work - each work
 */
export class LastuMemoryWorks extends LastuElement {
  static override styles = [ground, styles];
  static override properties = {
    ...LastuElement.properties,
    home: {},
    base: {},
    cleared: { state: true },
  };

  declare home: string | undefined;
  declare base: string | undefined;
  /** How to take the removal of all back. */
  declare cleared: { undo: Undo; n: number } | undefined;
  readonly #memory = new MemoryController(this);
  readonly #details = new WorkDetails(this);
  readonly #removed = new Map<string, { entry: MemoryEntry; undo: Undo }>();
  #focusNext: string | undefined;

  protected override willUpdate(): void {
    const { store } = this.#memory;
    if (!store) return;
    for (const { id } of store.entries()) this.#removed.delete(id);
    if (store.entries().length > 0) this.cleared = undefined;
    void this.#details.ask(
      store.entries().map(({ id }) => id),
      this.base,
    );
  }

  protected override updated(_changed: PropertyValues): void {
    const next = this.#focusNext;
    this.#focusNext = undefined;
    if (next !== undefined) this.shadowRoot?.querySelector<HTMLElement>(next)?.focus();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { store } = this.#memory;
    if (!store) return nothing;
    const { t } = this.reader;
    const entries = store.entries();
    const shown = [...entries, ...[...this.#removed.values()].map(({ entry }) => entry)].toSorted((a, b) =>
      a.addedAt < b.addedAt ? 1 : a.addedAt > b.addedAt ? -1 : 0,
    );
    const { beyond = 0, noRoom } = store.memory();
    return html`<p class="count" role="status">${t('memory.count', { n: entries.length + beyond })}</p>
      ${beyond > 0 ? html`<p class="note">${t('memoryList.beyond', { n: beyond })}</p>` : nothing}
      ${noRoom ? html`<p class="note" role="alert">${t('memoryList.noRoom')}</p>` : nothing}
      ${store.kept ? nothing : html`<p class="note">${t('memoryList.notKept')}</p>`}
      ${this.#details.failed ? this.#failure() : nothing}
      ${
        entries.length === 0
          ? nothing
          : html`<lastu-memory-tools
              lang=${this.locale}
              base=${this.base ?? nothing}
              .works=${entries.map((entry) => this.#listed(entry))}
              @lastu-clear=${this.#clear}
            ></lastu-memory-tools>`
      }
      ${shown.length === 0 ? this.#empty() : this.#list(shown)}`;
  }

  #list(shown: readonly MemoryEntry[]): TemplateResult {
    const { reader } = this;
    const links: Links = { home: this.home, base: this.base };
    const own = homeOf({ branch: [], municipality: [] }, this.home, this.locale);
    return html`<ul class="works" part="list">
      ${repeat(
        shown,
        ({ id }) => id,
        (entry) => {
          const removed = this.#removed.get(entry.id);
          return html`<li part="work" data-id=${entry.id}>
            ${
              removed
                ? removedRow(reader, entry, () => this.#takeBack(entry.id, removed.undo))
                : workRow(reader, {
                    entry,
                    work: this.#details.of(entry.id),
                    links,
                    own,
                    remove: () => this.#remove(entry),
                  })
            }
          </li>`;
        },
      )}
    </ul>`;
  }

  #empty(): TemplateResult {
    const { t } = this.reader;
    const { cleared } = this;
    return html`<div class="empty">
      ${
        cleared
          ? html`<p>
              ${t('memoryList.cleared', { n: cleared.n })}
              <button type="button" class="undo" @click=${cleared.undo}>${t('memory.undo')}</button>
            </p>`
          : nothing
      }
      <h2>${t('memoryList.empty')}</h2>
      <p>${t('memoryList.emptyHint')}</p>
      <p>
        <a href=${searchAddress({ sort: 'popular' }, { home: this.home, base: this.base })}
          >${t('memoryList.browse')}</a
        >
      </p>
    </div>`;
  }

  #failure(): TemplateResult {
    const { t } = this.reader;
    return html`<p class="note">
      ${t('memoryList.failed')}
      <button type="button" @click=${() => this.#details.retry()}>${t('memoryList.retry')}</button>
    </p>`;
  }

  #listed(entry: MemoryEntry): ListedEntry {
    const work = this.#details.of(entry.id);
    return { entry, work: work === 'gone' ? undefined : work };
  }

  #remove(entry: MemoryEntry): void {
    const undo = this.#memory.store?.remove([entry.id]);
    if (!undo) return;
    this.#removed.set(entry.id, { entry, undo });
    this.#focusNext = `[data-id="${CSS.escape(entry.id)}"] .undo`;
    this.requestUpdate();
  }

  #takeBack(id: string, undo: Undo): void {
    undo();
    this.#focusNext = `[data-id="${CSS.escape(id)}"] .remove`;
    this.requestUpdate();
  }

  readonly #clear = () => {
    const n = this.#memory.store?.entries().length ?? 0;
    const undo = this.#memory.store?.remove();
    if (!undo) return;
    this.#removed.clear();
    this.cleared = { undo, n };
    this.#focusNext = '.undo';
  };
}

define('lastu-memory-works', LastuMemoryWorks);
