import { html, nothing, type TemplateResult } from 'lit';
import { municipalities } from '../../config/region/municipalities.ts';
import { locales } from '../../config/locales.ts';
import type { StaffAccount, StaffRole } from '../../domain/staff/schema.ts';
import { municipalityName } from '../labels.ts';
import type { Reader } from '../messages/messages.ts';
import { fieldPart } from './form-parts.ts';
import { languageNames } from './frame.ts';

interface AccountsState {
  readonly accounts: readonly StaffAccount[];
  readonly csrfToken: string;
  /** Of whoever looks at the page. */
  readonly own: string;
  /** Whose account something was just done with: it stands open, and the focus is there. */
  readonly about: string | undefined;
  /** Of somebody who could not be invited so. */
  readonly typed: { readonly name: string; readonly email: string } | undefined;
}

const roles: readonly StaffRole[] = ['staff', 'moderator', 'admin'];

/** Who works here, and a form to invite somebody. All of it works without scripts. */
export function staffAccountsPage(reader: Reader, state: AccountsState): TemplateResult {
  const { t, locale } = reader;
  const { accounts, csrfToken, typed } = state;
  return html`<section aria-labelledby="invite">
      <h2 id="invite">${t('staffAccount.invite')}</h2>
      <p>${t('staffAccount.invite.lead')}</p>
      <form method="post" action="/staff/accounts" class="form">
        <input type="hidden" name="csrf" value=${csrfToken} /><input type="hidden" name="do" value="invite" />
        ${fieldPart({ name: 'name', label: t('staffAccount.name'), value: typed?.name, autocomplete: 'off', required: true })}
        ${fieldPart({ name: 'email', type: 'email', label: t('staffAccount.email'), value: typed?.email, autocomplete: 'off', required: true })}
        ${rolesPart(reader, 'new', ['staff'], undefined)}
        <div class="field">
          <label for="language">${t('staffAccount.language')}</label>
          <select id="language" name="language">
            ${locales.map((one) => html`<option value=${one} ?selected=${one === locale}>${languageNames[one]}</option>`)}
          </select>
        </div>
        <button class="action" type="submit">${t('staffAccount.invite.send')}</button>
      </form>
    </section>
    <section aria-labelledby="people">
      <h2 id="people">${t('staffAccount.people', { n: accounts.length })}</h2>
      <ul class="staff-people">
        ${accounts.map((account) => person(reader, account, state))}
      </ul>
    </section>`;
}

function person(reader: Reader, account: StaffAccount, { csrfToken, own, about }: AccountsState): TemplateResult {
  const { t, locale } = reader;
  const { _id: id, name, email, serves, closedAt, provider, totp } = account;
  const hidden = html`<input type="hidden" name="csrf" value=${csrfToken} /><input
      type="hidden"
      name="id"
      value=${id}
    />`;
  const act = (address: string, words: string, more: TemplateResult | typeof nothing = nothing) =>
    html`<form method="post" action="/staff/accounts">
      ${hidden}<input type="hidden" name="do" value=${address} />${more}<button class="second" type="submit">
        ${words}<span class="unseen">: ${name}</span>
      </button>
    </form>`;
  return html`<li>
    <details ?open=${id === about}>
      <summary ?autofocus=${id === about}>
        <strong>${name}</strong>
        <span class="quiet"
          >${account.roles.map((role) => t(`staff.role.${role}`)).join(', ')}${serves === undefined ? '' : ` · ${municipalityName(serves, locale)}`}
          · ${t(stateOf(account))}</span
        >
      </summary>
      <p translate="no">${email}</p>
      ${
        provider || closedAt
          ? nothing
          : html`<form method="post" action="/staff/accounts" class="form">
              ${hidden}<input type="hidden" name="do" value="roles" />${rolesPart(reader, id, account.roles, serves)}
              <button class="second" type="submit">
                ${t('staffAccount.roles.save')}<span class="unseen">: ${name}</span>
              </button>
            </form>`
      }
      <div class="staff-acts">
        ${provider || closedAt ? nothing : act('invitation', t('staffAccount.inviteAgain'))}
        ${closedAt || id === own ? nothing : act('sessions', t('staffAccount.logOut'))}
        ${provider || closedAt || id === own || totp === undefined ? nothing : act('second-factor', t('staffAccount.reset'))}
        ${
          id === own
            ? nothing
            : closedAt
              ? act('state', t('staffAccount.reopen'), html`<input type="hidden" name="state" value="open" />`)
              : act('state', t('staffAccount.close'), html`<input type="hidden" name="state" value="closed" />`)
        }
      </div>
      ${provider || closedAt || id === own || totp === undefined ? nothing : html`<p class="quiet">${t('staffAccount.reset.lead')}</p>`}
    </details>
  </li>`;
}

const stateOf = ({ closedAt, passwordHash, provider }: StaffAccount) =>
  closedAt
    ? ('staffAccount.state.closed' as const)
    : provider
      ? ('staffAccount.state.vouched' as const)
      : passwordHash === undefined
        ? ('staffAccount.state.invited' as const)
        : ('staffAccount.state.open' as const);

const rolesPart = ({ t, locale }: Reader, id: string, held: readonly StaffRole[], serves: string | undefined) =>
  html`<fieldset class="checks">
      <legend>${t('staff.roles')}</legend>
      ${roles.map(
        (role) =>
          html`<label
            ><input
              type="checkbox"
              name="role"
              value=${role}
              ?checked=${held.includes(role)}
            />${t(`staff.role.${role}`)}</label
          >`,
      )}
    </fieldset>
    <div class="field">
      <label for=${`serves-${id}`}>${t('staff.roles.town')}</label>
      <select id=${`serves-${id}`} name="serves">
        <option value="">${t('staff.roles.noTown')}</option>
        ${municipalities.map(
          ({ id: town }) =>
            html`<option value=${town} ?selected=${town === serves}>${municipalityName(town, locale)}</option>`,
        )}
      </select>
    </div>`;
