import { html, nothing, type TemplateResult } from 'lit';
import { municipalityName } from '../../labels.ts';
import { askStaff, StaffProblem, type FoundPatron, type StaffPatron } from '../../staff/staff-api.ts';
import { staffStyles } from '../../staff/styles.ts';
import { refusalWords, shortDate } from '../../staff/words.ts';
import { define, ground, LastuElement } from '../element.ts';
import '../lastu-staff-patron/lastu-staff-patron.ts';
import { styles } from './styles.ts';

/**
 * Patrons by card or name, and what is done with their cards.
 *
 * @property live - asks the service, and has the focus in the field at first
 * @property found - patrons that were found by name
 * @property patron - the patron who was chosen
 */
export class LastuStaffPatrons extends LastuElement {
  static override styles = [ground, staffStyles, styles];
  static override properties = {
    ...LastuElement.properties,
    live: { type: Boolean },
    found: { attribute: false },
    patron: { attribute: false },
    told: { state: true },
  };

  declare live: boolean;
  declare found: readonly FoundPatron[] | undefined;
  declare patron: StaffPatron | undefined;
  /** What is said of the last search or act. */
  declare told: string;

  constructor() {
    super();
    this.live = false;
    this.told = '';
  }

  protected override firstUpdated(): void {
    if (this.live) this.shadowRoot?.querySelector<HTMLInputElement>('#find')?.focus();
  }

  protected override render(): TemplateResult {
    const { reader, patron } = this;
    const { t, locale } = reader;
    return html`<form class="find" @submit=${this.#find}>
        <label for="find">${t('staff.find')}</label>
        <span class="line"
          ><input id="find" name="find" required autocomplete="off" spellcheck="false" maxlength="200" /><button
            class="main"
          >
            ${t('staff.find.go')}
          </button></span
        >
      </form>
      <p role="status" class="told">${this.told}</p>
      ${this.#foundList()}
      ${
        patron
          ? html`<lastu-staff-patron
              lang=${locale}
              manage
              .patron=${patron}
              @lastu-patron=${this.#changed}
            ></lastu-staff-patron>`
          : nothing
      }`;
  }

  #foundList(): TemplateResult | typeof nothing {
    const { found = [], reader } = this;
    const { t, locale } = reader;
    if (found.length === 0) return nothing;
    return html`<ul class="found">
      ${found.map(({ id, name, birthDate, municipality, cardState }) => {
        const born = birthDate && t('staff.born', { date: shortDate(birthDate, locale) });
        const facts = [born, municipalityName(municipality, locale), t(`staff.cardState.${cardState}`)];
        return html`<li>
          <button type="button" translate="no" @click=${() => this.#show(id)}>${name}</button>
          <span class="quiet">${facts.filter(Boolean).join(' · ')}</span>
        </li>`;
      })}
    </ul>`;
  }

  readonly #find = (event: SubmitEvent) => {
    event.preventDefault();
    if (!(event.target instanceof HTMLFormElement)) return;
    const wish = String(new FormData(event.target).get('find')).trim();
    void this.#ask(() => (/\d/.test(wish) ? this.#byCard(wish) : this.#byName(wish)));
  };

  async #byCard(card: string): Promise<string> {
    this.patron = await askStaff<StaffPatron>('GET', `/staff/patrons?cardNumber=${encodeURIComponent(card)}`);
    this.found = undefined;
    return this.reader.t('staff.find.some', { n: 1 });
  }

  async #byName(name: string): Promise<string> {
    const path = `/staff/patrons/named?name=${encodeURIComponent(name)}`;
    const { patrons } = await askStaff<{ patrons: FoundPatron[] }>('GET', path);
    this.patron = undefined;
    this.found = patrons;
    const n = patrons.length;
    return n === 0 ? this.reader.t('staff.find.none') : this.reader.t('staff.find.some', { n });
  }

  #show(id: string) {
    return this.#ask(async () => {
      this.patron = await askStaff<StaffPatron>('GET', `/staff/patrons/${encodeURIComponent(id)}`);
      this.found = undefined;
      return this.reader.t('staff.find.some', { n: 1 });
    });
  }

  async #ask(ask: () => Promise<string>): Promise<void> {
    try {
      this.told = await ask();
    } catch (error) {
      if (error instanceof StaffProblem && error.problem === 'patron-not-found') this.patron = undefined;
      this.told = refusalWords(this.reader, error);
    }
  }

  readonly #changed = ({ detail }: CustomEvent<{ patron: StaffPatron; words: string }>) => {
    this.patron = detail.patron;
    this.told = detail.words;
  };
}

define('lastu-staff-patrons', LastuStaffPatrons);
