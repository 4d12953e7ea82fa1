import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { branchName } from '../../labels.ts';
import { branchChoice, keepDeskBranch, readDeskBranch } from '../../staff/desk-branch.ts';
import { askStaff, type CheckIn, type DeskItem } from '../../staff/staff-api.ts';
import { staffStyles } from '../../staff/styles.ts';
import { instructionWords, refusalWords } from '../../staff/words.ts';
import { define, ground, LastuElement } from '../element.ts';
import { pullTable, roadTable } from './tables.ts';
import { styles } from './styles.ts';

/**
 * What a branch has to fetch from its shelves, what is on its way to it, and what has left it. What comes in, or was fetched,
 * is read by scanner; the answer says what to do with it.
 *
 * @property live - asks the service, and knows the device's branch
 * @property branch - the branch
 * @property pull - the pull list, in the order of the shelves
 * @property incoming - what is on its way here, the longest first
 * @property outgoing - what has left here and not arrived, the longest first
 */
export class LastuTransports extends LastuElement {
  static override styles = [ground, staffStyles, styles];
  static override properties = {
    ...LastuElement.properties,
    live: { type: Boolean },
    branch: {},
    pull: { attribute: false },
    incoming: { attribute: false },
    outgoing: { attribute: false },
    words: { state: true },
    more: { state: true },
  };

  declare live: boolean;
  declare branch: string | undefined;
  declare pull: readonly DeskItem[] | undefined;
  declare incoming: readonly DeskItem[] | undefined;
  declare outgoing: readonly DeskItem[] | undefined;
  /** What to do with the copy that was read last. */
  declare words: string;
  /** What else is said of it. */
  declare more: string;

  constructor() {
    super();
    this.live = false;
    this.words = '';
    this.more = '';
  }

  protected override firstUpdated(): void {
    if (!this.live) return;
    this.branch ??= readDeskBranch(this.shadowRoot);
    this.#focusField();
  }

  protected override updated(changed: PropertyValues): void {
    if (!this.live || !changed.has('branch') || this.branch === undefined) return;
    void this.#load();
  }

  protected override render(): TemplateResult {
    const { reader, branch } = this;
    const { t, locale } = reader;
    return html`${branchChoice(reader, branch, { choose: (chosen) => this.#choose(chosen), done: () => this.#focusField() })}
    ${
      branch === undefined
        ? html`<p class="first">${t('staff.branchFirst')}</p>`
        : html`${this.#lists(branch)}
            <p class="printed">${branchName(branch, locale)}</p>`
    }`;
  }

  #lists(branch: string): TemplateResult {
    const { reader, pull, incoming, outgoing } = this;
    const { t } = reader;
    const now = Date.now();
    return html`<form class="receive" @submit=${this.#receive}>
        <label for="receive">${t('staff.receive')}</label>
        <span class="line"
          ><input
            id="receive"
            name="item"
            autocomplete="off"
            autocapitalize="off"
            spellcheck="false"
            maxlength="300"
          /><button class="main">${t('staff.scan.go')}</button></span
        >
      </form>
      <div role="status" class=${this.words === '' ? '' : 'told'}>
        ${this.words === '' ? nothing : html`<p class="words">${this.words}</p>`}
        ${this.more === '' ? nothing : html`<p>${this.more}</p>`}
      </div>
      <section aria-labelledby="pull">
        <h2 id="pull">${t('staff.pull')}</h2>
        ${pull && pullTable(reader, pull, { branch, done: (item) => this.#fetched(item, branch) })}
        <p class="line">
          <button type="button" @click=${() => window.print()}>${t('staff.printList')}</button>
          <button type="button" @click=${() => this.#load()}>${t('staff.refresh')}</button>
        </p>
      </section>
      <section class="road" aria-labelledby="in">
        <h2 id="in">${t('staff.road.in')}</h2>
        ${incoming && roadTable(reader, incoming, { end: 'from', now })}
      </section>
      <section class="road" aria-labelledby="out">
        <h2 id="out">${t('staff.road.out')}</h2>
        ${outgoing && roadTable(reader, outgoing, { end: 'to', now })}
      </section>`;
  }

  readonly #receive = (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.target;
    const { branch } = this;
    if (!(form instanceof HTMLFormElement) || branch === undefined) return;
    const itemId = String(new FormData(form).get('item')).trim();
    form.reset();
    if (itemId !== '') void this.#tell('/staff/desk/checkins', { itemId, branch });
  };

  /** What goes to another branch is put on the road; what is for this one is taken in. */
  #fetched({ id: itemId, to }: DeskItem, branch: string): void {
    const goes = to !== undefined && to !== branch;
    void this.#tell(goes ? '/staff/transports' : '/staff/desk/checkins', { itemId, branch });
  }

  async #tell(path: string, scan: { itemId: string; branch: string }): Promise<void> {
    try {
      const { item, instruction } = await askStaff<CheckIn>('POST', path, scan);
      const { words, more } = instructionWords(this.reader, instruction);
      this.words = words;
      this.more = [item.title, more].filter(Boolean).join(' · ');
      await this.#load();
    } catch (error) {
      this.#refused(error, `${scan.itemId}: `);
    }
    this.#focusField();
  }

  async #load(): Promise<void> {
    const branch = encodeURIComponent(this.branch ?? '');
    const ask = async (path: string) => (await askStaff<{ items: DeskItem[] }>('GET', path)).items;
    try {
      [this.pull, this.incoming, this.outgoing] = await Promise.all([
        ask(`/staff/pull-list?branch=${branch}`),
        ask(`/staff/transports?to=${branch}`),
        ask(`/staff/transports?from=${branch}`),
      ]);
    } catch (error) {
      this.#refused(error);
    }
  }

  #refused(error: unknown, what = ''): void {
    this.words = this.reader.t('staff.refused');
    this.more = `${what}${refusalWords(this.reader, error)}`;
  }

  #choose(branch: string): void {
    this.branch = branch;
    this.words = '';
    this.more = '';
    if (this.live) keepDeskBranch(branch);
  }

  #focusField(): void {
    if (!this.live) return;
    void this.updateComplete.then(() => this.shadowRoot?.querySelector<HTMLInputElement>('#receive')?.focus());
  }
}

define('lastu-transports', LastuTransports);
