import { html, nothing, type TemplateResult } from 'lit';
import { municipalities } from '../../../config/region/municipalities.ts';
import { municipalityName } from '../../labels.ts';
import type { Reader } from '../../messages/messages.ts';
import { newAttempt, type StaffPatron } from '../../staff/staff-api.ts';

interface Manage {
  readonly admin: boolean;
  /** Asks for a change below the patron's address; true where it was made. `words` say what was done. */
  change(method: string, path: string, body: object | undefined, words: string): Promise<boolean>;
}

/** What is done with a card, a family and roles. */
export function management(reader: Reader, patron: StaffPatron, manage: Manage): TemplateResult {
  return html`${card(reader, patron, manage)}${family(reader, patron, manage)}
  ${manage.admin ? roles(reader, patron, manage) : nothing}`;
}

const given = (form: FormData, name: string) => String(form.get(name) ?? '').trim();

/** Takes a form, and empties it when what it asked for was done. */
const taken = (act: (form: FormData) => Promise<boolean>) => async (event: SubmitEvent) => {
  event.preventDefault();
  const form = event.target;
  if (form instanceof HTMLFormElement && (await act(new FormData(form)))) form.reset();
};

function card({ t }: Reader, { cardState }: StaffPatron, { change }: Manage): TemplateResult {
  const isValid = cardState === 'valid';
  const attempt = newAttempt;
  return html`<h3>${t('staff.replace')}</h3>
    <p class="quiet">${t('staff.replace.note')}</p>
    <form
      class="line"
      @submit=${taken((form) =>
        change('POST', '/card', { cardNumber: given(form, 'card'), attempt: attempt() }, t('staff.replaced')),
      )}
    >
      <label for="card">${t('staff.replace.number')}</label>
      <input id="card" name="card" required pattern="[0-9A-Za-z\\-]{4,30}" autocomplete="off" />
      <button>${t('staff.replace')}</button>
    </form>
    <h3>${t(isValid ? 'staff.close' : 'staff.reopen')}</h3>
    <form
      class="line"
      @submit=${taken((form) =>
        change(
          'PUT',
          '/card-state',
          { state: isValid ? 'lost' : 'valid', reason: given(form, 'why') },
          t('staff.stateSet'),
        ),
      )}
    >
      <label for="why">${t('staff.reason')}</label>
      <input id="why" name="why" required minlength="3" maxlength="500" autocomplete="off" />
      <button>${t(isValid ? 'staff.close' : 'staff.reopen')}</button>
    </form>`;
}

function family({ t }: Reader, { guardians, children }: StaffPatron, { change }: Manage): TemplateResult {
  const done = t('staff.family.done');
  return html`<h3>${t('staff.family')}</h3>
    ${
      guardians.length === 0
        ? nothing
        : html`<p>${t('staff.family.guardians')}: ${guardians.map(({ name }) => name).join(', ')}</p>`
    }
    ${
      children.length === 0
        ? nothing
        : html`<p>${t('staff.family.children')}:</p>
            <ul>
              ${children.map(
                ({ id, name }) =>
                  html`<li class="line">
                    ${name}
                    <button
                      type="button"
                      @click=${() => change('DELETE', `/children/${encodeURIComponent(id)}`, undefined, done)}
                    >
                      ${t('staff.family.unlink')}<span class="unseen">: ${name}</span>
                    </button>
                  </li>`,
              )}
            </ul>`
    }
    <form
      class="line"
      @submit=${taken((form) => change('POST', '/children', { cardNumber: given(form, 'child') }, done))}
    >
      <label for="child">${t('staff.family.card')}</label>
      <input id="child" name="child" required pattern="[0-9A-Za-z\\-]{4,30}" autocomplete="off" />
      <button>${t('staff.family.link')}</button>
    </form>`;
}

function roles({ t, locale }: Reader, { roles: held, serves }: StaffPatron, { change }: Manage): TemplateResult {
  return html`<h3>${t('staff.roles')}</h3>
    <form
      class="roles"
      @submit=${(event: SubmitEvent) => {
        event.preventDefault();
        if (!(event.target instanceof HTMLFormElement)) return;
        const form = new FormData(event.target);
        const town = given(form, 'serves');
        const body = { roles: form.getAll('role').map(String), ...(town !== '' && { serves: town }) };
        void change('PUT', '/roles', body, t('staff.roles.saved'));
      }}
    >
      <fieldset>
        <legend class="unseen">${t('staff.roles')}</legend>
        ${(['staff', 'moderator', 'admin'] as const).map(
          (role) =>
            html`<label class="line"
              ><input type="checkbox" name="role" value=${role} ?checked=${held.includes(role)} />
              ${t(`staff.role.${role}`)}</label
            >`,
        )}
      </fieldset>
      <p class="line">
        <label for="serves">${t('staff.roles.town')}</label>
        <select id="serves" name="serves">
          <option value="">${t('staff.roles.noTown')}</option>
          ${municipalities.map(
            ({ id }) => html`<option value=${id} ?selected=${id === serves}>${municipalityName(id, locale)}</option>`,
          )}
        </select>
      </p>
      <button>${t('staff.roles.save')}</button>
    </form>`;
}
