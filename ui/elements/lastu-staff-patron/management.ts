import { html, nothing, type TemplateResult } from 'lit';
import type { Reader } from '../../messages/messages.ts';
import { newAttempt, type StaffPatron } from '../../staff/staff-api.ts';

interface Manage {
  /** Asks for a change below the patron's address; true where it was made. `words` say what was done. */
  change(method: string, path: string, body: object | undefined, words: string): Promise<boolean>;
}

/** What is done with a card and a family. */
export function management(reader: Reader, patron: StaffPatron, manage: Manage): TemplateResult {
  return html`${block(reader, patron, manage)}${card(reader, patron, manage)}${family(reader, patron, manage)}${double(reader, patron)}`;
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

function block({ t }: Reader, { block: standing }: StaffPatron, { change }: Manage): TemplateResult {
  return html`<h3>${t('staff.block')}</h3>
    <form
      class="line"
      @submit=${taken((form) => {
        const until = given(form, 'until');
        const body = { reason: given(form, 'blockReason'), ...(until !== '' && { until }) };
        return change('PUT', '/block', body, t('staff.block.set'));
      })}
    >
      <label for="block-reason">${t('staff.reason')}</label>
      <input id="block-reason" name="blockReason" required minlength="3" maxlength="500" autocomplete="off" />
      <label for="block-until">${t('staff.block.until')}</label>
      <input id="block-until" name="until" type="date" />
      <button>${t(standing ? 'staff.block.change' : 'staff.block')}</button>
      ${
        standing
          ? html`<button type="button" @click=${() => change('DELETE', '/block', undefined, t('staff.block.lifted'))}>
              ${t('staff.block.lift')}
            </button>`
          : nothing
      }
    </form>`;
}

function double({ t }: Reader, { cardNumber = '' }: StaffPatron): TemplateResult {
  return html`<h3>${t('staff.double')}</h3>
    <p><a href=${`/staff/doubles?card=${encodeURIComponent(cardNumber)}`}>${t('staff.double.merge')}</a></p>`;
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
