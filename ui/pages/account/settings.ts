import { html, nothing, type TemplateResult } from 'lit';
import { locales, type Locale } from '../../../config/locales.ts';
import { municipalityName } from '../../labels.ts';
import { fieldPart } from '../form-parts.ts';
import { accountPage, hiddenFields, ofCard, type AccountState } from './account.ts';
import { branchField } from './holds.ts';

type Notice = 'readyForPickup' | 'dueSoon' | 'overdue' | 'holdExpired' | 'newArrivals' | 'moderation';
const notices: readonly Notice[] = ['readyForPickup', 'dueSoon', 'overdue', 'holdExpired', 'newArrivals', 'moderation'];

export interface ShownSettings {
  readonly name: string;
  readonly cardNumber: string | undefined;
  readonly municipality: string;
  readonly contact: {
    readonly email?: string | undefined;
    readonly phone?: string | undefined;
    readonly address?: string | undefined;
  };
  readonly language: Locale;
  readonly pickupBranch: string | undefined;
  readonly notices: readonly Notice[];
  readonly recommendations: boolean;
  readonly calendarUrl: string | undefined;
}

/** What a patron may change of themselves, and what is kept of them. Each part is a form of its own. */
export function settingsPage(state: AccountState, shown: ShownSettings): TemplateResult {
  const { reader, children } = state;
  const { t, locale } = reader;
  const { contact } = shown;
  const part = (id: string, heading: string, content: TemplateResult) =>
    html`<section class="group" id=${id}>
      <h2>${heading}</h2>
      ${content}
    </section>`;
  const form = (what: string, content: TemplateResult, submit: string) =>
    html`<form method="post" action="/account/settings" class="form">
      ${hiddenFields(state)} ${content}
      <button class=${what === 'contact' || what === 'choices' ? 'action' : 'second'} name="do" value=${what}>
        ${submit}
      </button>
    </form>`;
  const content = html`
    <dl class="hold-facts">
      <div>
        <dt>${t('account.settings.name')}</dt>
        <dd>${shown.name}</dd>
      </div>
      <div>
        <dt>${t('account.settings.cardNumber')}</dt>
        <dd class="figures">${shown.cardNumber}</dd>
      </div>
      <div>
        <dt>${t('account.settings.municipality')}</dt>
        <dd>${municipalityName(shown.municipality, locale)}</dd>
      </div>
    </dl>
    ${part(
      'contact',
      t('account.settings.contact'),
      form(
        'contact',
        html`${fieldPart({ name: 'email', type: 'email', label: t('account.settings.email'), value: contact.email, autocomplete: 'email' })}
        ${fieldPart({ name: 'phone', type: 'tel', label: t('account.settings.phone'), value: contact.phone, autocomplete: 'tel' })}
        ${fieldPart({ name: 'address', label: t('account.settings.address'), value: contact.address, autocomplete: 'street-address' })}`,
        t('account.settings.save'),
      ),
    )}
    ${part('choices', t('account.settings.choices'), form('choices', choices(state, shown), t('account.settings.save')))}
    ${part(
      'pin',
      t('account.settings.pin'),
      form(
        'pin',
        html`${fieldPart({ name: 'pin', type: 'password', label: t('account.settings.pinNow'), autocomplete: 'current-password', inputmode: 'numeric', required: true })}
        ${fieldPart({ name: 'newPin', type: 'password', label: t('account.settings.pinNew'), hint: t('login.newPinHint'), autocomplete: 'new-password', inputmode: 'numeric', pattern: '[0-9]{4,12}', required: true })}`,
        t('account.settings.pinChange'),
      ),
    )}
    ${part(
      'calendar',
      t('account.settings.calendar'),
      html`<p>${t('account.settings.calendarText')}</p>
        ${shown.calendarUrl ? html`<p class="field"><label for="calendar-address">${t('account.settings.calendarAddress')}</label><input id="calendar-address" readonly value=${shown.calendarUrl} /></p>` : nothing}
        ${form('calendar', html`<p class="field-hint">${t('account.settings.calendarHint')}</p>`, t('account.settings.calendarNew'))}`,
    )}
    ${part(
      'family',
      t('account.settings.family'),
      html`<p>${t('account.settings.familyText')}</p>
        <ul class="plain">
          ${children.map(({ id, name }) => html`<li><a href=${ofCard('/account', id)}>${t('account.settings.familyOpen', { name })}</a></li>`)}
        </ul>`,
    )}
    ${part(
      'data',
      t('account.settings.data'),
      html`<p class="plain"><a href="/api/v1/me/export" download="lastu.json">${t('account.settings.export')}</a></p>
        <form method="post" action="/logout" class="form">
          ${hiddenFields(state)}
          <p>${t('account.settings.everywhereText')}</p>
          <button class="second" name="everywhere" value="yes">${t('account.settings.everywhere')}</button>
        </form>
        <details class="change">
          <summary>${t('account.settings.delete')}</summary>
          <p>${t('account.settings.deleteText')}</p>
          ${form(
            'delete',
            fieldPart({
              id: 'delete-pin',
              name: 'pin',
              type: 'password',
              label: t('account.settings.deletePin'),
              autocomplete: 'current-password',
              inputmode: 'numeric',
              required: true,
            }),
            t('account.settings.deleteYes'),
          )}
        </details>`,
    )}
  `;
  return accountPage(state, t('account.settings'), content);
}

function choices({ reader }: AccountState, shown: ShownSettings): TemplateResult {
  const { t } = reader;
  return html`
    <div class="field">
      <label for="language">${t('account.settings.language')}</label>
      <select id="language" name="language">
        ${locales.map((one) => html`<option value=${one} ?selected=${one === shown.language}>${t(`account.settings.lang.${one}`)}</option>`)}
      </select>
    </div>
    ${branchField(reader, { id: 'branch', chosen: shown.pickupBranch, none: t('account.settings.noBranch') })}
    <fieldset class="checks">
      <legend>${t('account.settings.notices')}</legend>
      ${shown.contact.email ? nothing : html`<p class="field-hint">${t('account.settings.noEmail')}</p>`}
      ${notices.map(
        (one) =>
          html`<label>
            <input type="checkbox" name="notices" value=${one} ?checked=${shown.notices.includes(one)} />
            ${t(`account.settings.notice.${one}`)}
          </label>`,
      )}
    </fieldset>
    <fieldset class="checks" id="recommendations">
      <legend>${t('recommended.legend')}</legend>
      <label>
        <input
          type="checkbox"
          name="recommendations"
          value="yes"
          ?checked=${shown.recommendations}
          aria-describedby="recommendations-hint"
        />
        ${t('recommended.setting')}
      </label>
      <p class="field-hint" id="recommendations-hint">${t('recommended.settingHint')}</p>
    </fieldset>
  `;
}
