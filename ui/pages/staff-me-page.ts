import { html, nothing, type TemplateResult } from 'lit';
import type { Reader } from '../messages/messages.ts';
import { fieldPart } from './form-parts.ts';

interface OwnAccount {
  readonly csrfToken: string;
  readonly email: string;
  /** How many are left. */
  readonly recoveryCodes: number;
  /** Another house tells who it is: here is nothing to set. */
  readonly isVouched: boolean;
}

/** One's own account of staff, as forms that need no scripts. */
export function meFormPart({ t }: Reader, { csrfToken, email, recoveryCodes, isVouched }: OwnAccount): TemplateResult {
  const csrf = html`<input type="hidden" name="csrf" value=${csrfToken} />`;
  const password = (id: string) =>
    fieldPart({ id, name: 'password', type: 'password', label: t('staffAccount.password.now'), autocomplete: 'current-password', required: true }); // prettier-ignore
  const section = (name: 'password' | 'recovery' | 'device' | 'everywhere', lead: string, content: TemplateResult, act: string, address = name as string) =>
    html`<section aria-labelledby=${name}>
      <h2 id=${name}>${t(`staffAccount.${name}`)}</h2>
      <p>${lead}</p>
      <form method="post" action="/staff/me" class="form">
        ${csrf}<input type="hidden" name="do" value=${address} />${content}
        <button class="second" type="submit">${act}</button>
      </form>
    </section>`; // prettier-ignore
  return html`<p>${t('staffAccount.email')}: <strong translate="no">${email}</strong></p>
    ${
      isVouched
        ? html`<p>${t('staffAccount.vouched')}</p>`
        : html`<div class="staff-sections">
            ${section(
              'password',
              t('staffAccount.password.lead'),
              html`<input
                  type="hidden"
                  name="username"
                  autocomplete="username"
                  value=${email}
                />${password('password-now')} ${newPasswordField({ t }, 'newPassword')}`,
              t('staffAccount.password.set'),
            )}
            ${section('recovery', t('staffAccount.recovery.left', { n: recoveryCodes }), password('password-codes'), t('staffAccount.recovery.renew'), 'recovery-codes')}
            ${section('device', t('staffAccount.device.lead'), password('password-device'), t('staffAccount.device.send'))}
            ${section('everywhere', t('staffAccount.everywhere.lead'), html`${nothing}`, t('staffAccount.everywhere.go'))}
          </div>`
    }`;
}

export const newPasswordField = ({ t }: Pick<Reader, 't'>, name: string, mistake?: string): TemplateResult =>
  fieldPart({ name, mistake, type: 'password', label: t('staffAccount.password.new'), hint: t('staffAccount.password.hint'), autocomplete: 'new-password', required: true }); // prettier-ignore

/** Recovery codes, told once. */
export const recoveryCodesPart = ({ t }: Reader, codes: readonly string[]): TemplateResult =>
  html`<section aria-labelledby="codes">
    <h2 id="codes">${t('staffAccount.codes')}</h2>
    <p>${t('staffAccount.codes.lead')}</p>
    <ol class="recovery-codes" translate="no">
      ${codes.map((code) => html`<li><code>${code}</code></li>`)}
    </ol>
    <p><a class="action" href="/staff">${t('staffAccount.codes.on')}</a></p>
  </section>`;
