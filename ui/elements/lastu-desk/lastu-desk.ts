import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { branchName } from '../../labels.ts';
import { branchChoice, keepDeskBranch, readDeskBranch } from '../../staff/desk-branch.ts';
import { newAttempt, type ItemLookUp, type StaffPatron } from '../../staff/staff-api.ts';
import { staffStyles } from '../../staff/styles.ts';
import { define, ground, LastuElement } from '../element.ts';
import '../lastu-staff-patron/lastu-staff-patron.ts';
import { itemPart } from './item-part.ts';
import { newest, rowList } from './rows.ts';
import { carryOut, modes, type Mode, type Row } from './scan.ts';
import { styles } from './styles.ts';

/**
 * The desk of a branch: one field for a scanner or a keyboard, which keeps the focus; check-out, check-in and look-ups; each
 * scan a line that says what to do. Scans are taken as fast as they come and carried out one after the other.
 *
 * @property live - asks the service, keeps the focus in the field, and knows the device's branch
 * @property branch - the branch whose desk it is
 * @property mode - `checkOut`, `checkIn`, `patron` or `item`
 * @property rows - the scans so far, the last first
 * @property patron - whose turn it is, or who was looked up
 * @property item - the copy that was looked up
 */
export class LastuDesk extends LastuElement {
  static override styles = [ground, staffStyles, styles];
  static override properties = {
    ...LastuElement.properties,
    live: { type: Boolean },
    branch: {},
    mode: {},
    rows: { attribute: false },
    patron: { attribute: false },
    item: { attribute: false },
    printed: { state: true },
  };

  declare live: boolean;
  declare branch: string | undefined;
  declare mode: Mode;
  declare rows: readonly Row[];
  declare patron: StaffPatron | undefined;
  declare item: ItemLookUp | undefined;
  /** The row whose slip is printed. */
  declare printed: Row | undefined;
  #last: Promise<void> = Promise.resolve();

  constructor() {
    super();
    this.live = false;
    this.mode = 'checkOut';
    this.rows = [];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('keydown', this.#key);
    window.addEventListener('focus', this.#turnBack);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.#key);
    window.removeEventListener('focus', this.#turnBack);
  }

  protected override firstUpdated(): void {
    if (!this.live) return;
    this.branch ??= readDeskBranch(this.shadowRoot);
    this.#turnBack();
  }

  protected override updated(changed: PropertyValues): void {
    if (this.live && changed.has('mode')) this.#focusField();
    if (changed.has('printed') && this.printed) {
      window.print();
      this.#focusField();
    }
  }

  protected override render(): TemplateResult {
    const { reader, branch, rows, printed } = this;
    const { t, locale } = reader;
    return html`<div class="desk">
        ${branchChoice(reader, branch, { choose: (chosen) => this.#choose(chosen), done: this.#focusField })}
        ${branch === undefined ? html`<p class="lead">${t('staff.branchFirst')}</p>` : this.#work()}
      </div>
      <div class="slip" aria-hidden="true">
        ${
          printed
            ? html`<p class="slip-words">${printed.words}</p>
                <p>${printed.title}</p>
                <p>${printed.more}</p>
                <p class="figures">${printed.code} · ${branchName(printed.branch, locale)}</p>`
            : nothing
        }
      </div>
      <p class="unseen" role="status" aria-live="assertive">${announcement(rows[0])}</p>`;
  }

  #work(): TemplateResult {
    const { reader, mode, patron, item, rows } = this;
    const { t } = reader;
    const acts = {
      undo: (row: Row) => this.#undo(row),
      retry: (row: Row) => this.#retry(row),
      print: (row: Row) => void (this.printed = { ...row }),
    };
    return html`<fieldset class="modes">
        <legend class="unseen">${t('staff.mode')}</legend>
        ${modes.map(
          (one, at) =>
            html`<label class=${one === mode ? 'chosen' : ''}
              ><input
                type="radio"
                name="mode"
                value=${one}
                .checked=${one === mode}
                aria-keyshortcuts=${`Alt+${at + 1}`}
                @change=${() => this.#turnTo(one)}
              />${t(`staff.mode.${one}`)}</label
            >`,
        )}
      </fieldset>
      <form class="scan" @submit=${this.#scan}>
        <label for="scan">${this.#wanted()}</label>
        <input
          id="scan"
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          enterkeyhint="done"
          maxlength="300"
          aria-describedby="keys"
        />
        <button class="main">${t('staff.scan.go')}</button>
      </form>
      <p id="keys" class="quiet keys">${t('staff.keys')}</p>
      ${
        mode === 'checkOut' && patron
          ? html`<div class="current">
              <p><span class="quiet">${t('staff.current')}</span> <strong translate="no">${patron.name}</strong></p>
              ${patron.blocks.map((block) => html`<p class="warning">${t(`staff.block.${block}`)}</p>`)}
              <button type="button" @click=${this.#finish}>${t('staff.finish')}</button>
            </div>`
          : nothing
      }
      ${newest(reader, rows[0], acts)}
      ${
        mode === 'patron' && patron
          ? html`<lastu-staff-patron
              lang=${this.locale}
              .patron=${patron}
              @lastu-patron=${this.#patronChanged}
            ></lastu-staff-patron>`
          : nothing
      }
      ${mode === 'item' && item ? itemPart(reader, item) : nothing}
      <h2>${t('staff.rows')}</h2>
      ${rowList(reader, rows, acts)}`;
  }

  #wanted(): string {
    const { t } = this.reader;
    if (this.mode === 'checkOut') return t(this.patron ? 'staff.scan.more' : 'staff.scan.card');
    return t(this.mode === 'patron' ? 'staff.scan.patron' : 'staff.scan.item');
  }

  readonly #scan = (event: SubmitEvent) => {
    event.preventDefault();
    const field = this.#field;
    const code = field?.value.trim() ?? '';
    if (!field || code === '' || this.branch === undefined) return;
    field.value = '';
    const { mode, branch } = this;
    this.#take({ id: newAttempt(), code, mode, branch, state: 'pending', words: '', more: '' });
  };

  #take(row: Row): void {
    this.rows = [{ ...row, state: 'pending', words: this.reader.t('staff.pending'), more: '' }, ...this.rows.filter(({ id }) => id !== row.id)]; // prettier-ignore
    this.#last = this.#afterLast(row, this.#last);
  }

  async #afterLast(row: Row, last: Promise<void>): Promise<void> {
    await last;
    const { row: told, patron, item } = await carryOut(this.reader, row, this.patron);
    this.rows = this.rows.map((one) => (one.id === row.id ? { ...one, ...told } : one));
    if (patron) this.patron = patron;
    if (item) this.item = item;
  }

  #undo(row: Row): void {
    this.rows = this.rows.map((one) => (one === row ? { ...one, undoable: false } : one));
    this.#take({ ...row, id: newAttempt(), mode: 'undo', undoable: false });
    this.#focusField();
  }

  #retry(row: Row): void {
    this.#take(row);
    this.#focusField();
  }

  #choose(branch: string): void {
    this.branch = branch;
    if (this.live) keepDeskBranch(branch);
  }

  #turnTo(mode: Mode): void {
    if (mode === this.mode) return this.#focusField();
    this.mode = mode;
    this.patron = undefined;
    this.item = undefined;
  }

  readonly #finish = () => {
    this.patron = undefined;
    this.#focusField();
  };

  readonly #patronChanged = ({ detail: { patron, words } }: CustomEvent<{ patron: StaffPatron; words: string }>) => {
    this.patron = patron;
    const { branch = '' } = this;
    this.rows = [{ id: newAttempt(), code: patron.cardNumber ?? '', mode: 'patron', branch, state: 'done', title: patron.name, words, more: '' }, ...this.rows]; // prettier-ignore
    this.#focusField();
  };

  get #field(): HTMLInputElement | undefined {
    return this.shadowRoot?.querySelector<HTMLInputElement>('#scan') ?? undefined;
  }

  readonly #focusField = () => {
    if (this.live) void this.updateComplete.then(() => this.#field?.focus());
  };

  /** The page is looked at again, or has just come alive: the field is where one goes on, but for who is choosing a branch. */
  readonly #turnBack = () => {
    if (this.shadowRoot?.activeElement?.id !== 'branch') this.#focusField();
  };

  /** What is typed while the focus is nowhere in particular belongs to the field, as a scanner knows no other. */
  readonly #key = (event: KeyboardEvent) => {
    if (!this.live) return;
    const mode = event.altKey ? modes[Number(event.code.replace('Digit', '')) - 1] : undefined;
    if (mode) {
      event.preventDefault();
      this.#turnTo(mode);
    } else if (event.key === 'Escape' && this.patron) this.#finish();
    else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && document.activeElement === document.body) {
      this.#focusField();
    }
  };
}

const announcement = (row: Row | undefined): string =>
  row === undefined || row.state === 'pending' ? '' : [row.words, row.title, row.more].filter(Boolean).join('. ');

define('lastu-desk', LastuDesk);
