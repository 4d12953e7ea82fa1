import { html, nothing, type TemplateResult } from 'lit';
import { define, ground, LastuElement } from '../element.ts';
import { euros } from '../../refusals.ts';
import { askStaff, newAttempt, type StaffPatron } from '../../staff/staff-api.ts';
import { staffStyles } from '../../staff/styles.ts';
import { blockText } from '../../staff/block-text.ts';
import { patronFacts } from '../../staff/patron-facts.ts';
import { refusalWords, shortDate } from '../../staff/words.ts';
import { management } from './management.ts';
import { feesTable, holdsTable, loansTable } from './tables.ts';
import { styles } from './styles.ts';

/**
 * A patron as staff see them: what blocks the card, loans, holds and fees, and what can be done about them. With `manage` also
 * the card itself and the family.
 *
 * @property patron - the patron, as the service tells of them
 * @property manage - shows what is done with the card and the family
 * @fires lastu-patron - something was done: `detail.patron` is the patron as they are now, absent where they stay as they are; `detail.words` says what was done
 */
export class LastuStaffPatron extends LastuElement {
  static override styles = [ground, staffStyles, styles];
  static override properties = {
    ...LastuElement.properties,
    patron: { attribute: false },
    manage: { type: Boolean },
    waiving: { state: true },
    failure: { state: true },
    busy: { state: true },
  };

  declare patron: StaffPatron | undefined;
  declare manage: boolean;
  /** The fee that is about to be waived. */
  declare waiving: string | undefined;
  /** Why the last act was refused. */
  declare failure: string;
  /** While an act is under way. */
  declare busy: boolean;

  constructor() {
    super();
    this.manage = false;
    this.failure = '';
    this.busy = false;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { patron, reader } = this;
    if (!patron) return nothing;
    const { t, locale } = reader;
    const { name, blocks, debtCents } = patron;
    return html`<section aria-labelledby="name">
      <h2 id="name" translate="no">${name}</h2>
      <p class="quiet">${patronFacts(reader, patron)}</p>
      ${blocks.map((block) => html`<p class="warning">${blockText(reader, patron, block)}</p>`)}
      <p role="alert" class="failure">${this.failure}</p>
      <h3>${t('staff.fees', { sum: euros(debtCents, locale) })}</h3>
      ${feesTable(reader, patron, {
        waiving: this.waiving,
        ask: (fee) => void (this.waiving = fee),
        waive: (fee, cents, reason) => this.#waive(fee, cents, reason),
      })}
      ${
        debtCents > 0
          ? html`<p class="line">
              <button type="button" class="pay" ?disabled=${this.busy} @click=${() => this.#pay()}>
                ${t('staff.pay', { sum: euros(debtCents, locale) })}
              </button>
            </p>`
          : nothing
      }
      <h3>${t('staff.loans', { n: patron.loans.length })}</h3>
      ${loansTable(reader, patron, (loan) => this.#renew(loan))}
      <h3>${t('staff.holds', { n: patron.holds.length })}</h3>
      ${holdsTable(reader, patron)}
      ${
        this.manage
          ? management(reader, patron, {
              change: (method, path, body, words) => this.#change(method, path, body, words),
            })
          : nothing
      }
    </section>`;
  }

  async #act(act: (of: string) => Promise<{ words: string; patron?: StaffPatron }>): Promise<boolean> {
    const { patron, reader } = this;
    if (!patron || this.busy) return false;
    this.busy = true;
    this.failure = '';
    try {
      const of = `/staff/patrons/${encodeURIComponent(patron.id)}`;
      const { words, patron: told } = await act(of);
      const next = told ?? (await askStaff<StaffPatron>('GET', of));
      this.patron = next;
      this.waiving = undefined;
      const detail = { patron: next, words };
      this.dispatchEvent(new CustomEvent('lastu-patron', { detail, bubbles: true, composed: true }));
      return true;
    } catch (error) {
      this.failure = refusalWords(reader, error);
      return false;
    } finally {
      this.busy = false;
    }
  }

  #waive(fee: string, cents: number, reason: string) {
    const attempt = newAttempt();
    return this.#act(async (of) => {
      await askStaff('POST', `${of}/fees/${encodeURIComponent(fee)}/waivers`, { cents, reason, attempt });
      return { words: this.reader.t('staff.waived') };
    });
  }

  #pay() {
    const attempt = newAttempt();
    const fees = this.patron?.fees.map(({ id }) => id); // what was seen, and not what has come since
    return this.#act(async (of) => {
      const { cents } = await askStaff<{ cents: number }>('POST', `${of}/payments`, { attempt, fees });
      return { words: this.reader.t('staff.paid', { sum: euros(cents, this.locale) }) };
    });
  }

  #renew(loan: string) {
    return this.#act(async (of) => {
      const { dueOn } = await askStaff<{ dueOn: string }>('POST', `${of}/loans/${encodeURIComponent(loan)}/renewal`);
      return { words: this.reader.t('staff.renewed', { date: shortDate(dueOn, this.locale) }) };
    });
  }

  #change(method: string, path: string, body: object | undefined, words: string) {
    return this.#act(async (of) => ({ words, patron: await askStaff<StaffPatron>(method, `${of}${path}`, body) }));
  }
}

define('lastu-staff-patron', LastuStaffPatron);
