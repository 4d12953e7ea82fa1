import { html, nothing, type TemplateResult } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import type { Reader } from '../messages/messages.ts';
import { fieldPart, noticePart } from './form-parts.ts';
import { newPasswordField, recoveryCodesPart } from './staff-me-page.ts';

export interface StaffLoginState {
  readonly next: string | undefined;
  readonly email?: string;
  /** Why it did not work. */
  readonly refused?: string | undefined;
  /** Something that was done before. */
  readonly done?: string | undefined;
  /** The provider of OpenID Connect that tells who staff are, where there is one. */
  readonly provider: string | undefined;
  /** A form that is to be sent afterwards, as a field carries it. */
  readonly kept?: string | undefined;
}

/** Logging in as staff: an address, a password, and the code of an app, all at once. */
export function staffLoginPage(
  { t }: Reader,
  { next, email, refused, done, provider, kept }: StaffLoginState,
): TemplateResult {
  return html`<div class="narrow">
    <h1>${t('staffLogin.title')}</h1>
    ${noticePart(done ? { tone: 'done', text: done } : undefined)}
    <p class="lead">${kept === undefined ? t('staffLogin.intro') : t('kept.logIn')}</p>
    ${noticePart(refused ? { tone: 'refused', text: refused } : undefined)}
    ${
      provider === undefined
        ? nothing
        : html`<form method="post" action="/staff/login/provider" class="form">
              ${nextField(next)}
              <button class="action" type="submit">${t('staffLogin.provider', { name: provider })}</button>
            </form>
            <h2 class="staff-or">${t('staffLogin.or')}</h2>`
    }
    <form method="post" action="/staff/login" class="form">
      ${nextField(next)} ${kept === undefined ? nothing : html`<input type="hidden" name="kept" value=${kept} />`}
      ${fieldPart({ name: 'email', type: 'email', label: t('staffAccount.email'), value: email, autocomplete: 'username', required: true })}
      ${fieldPart({ name: 'password', type: 'password', label: t('staffAccount.password'), autocomplete: 'current-password', required: true })}
      ${fieldPart({ name: 'code', label: t('staffLogin.code'), hint: t('staffLogin.codeHint'), autocomplete: 'one-time-code', required: true })}
      <button class=${provider === undefined ? 'action' : 'second'} type="submit">${t('staffLogin.submit')}</button>
    </form>
    <p class="aside quiet">${t('staffLogin.help')}</p>
    <p><a href="/login">${t('staffLogin.patron')}</a></p>
  </div>`;
}

export interface InvitationState {
  readonly token: string;
  readonly name: string;
  readonly email: string;
  /** What the app takes: as a picture, and to be typed. */
  readonly qrSvg: string;
  readonly totpSecret: string;
  /** Why it did not work, and at which field where one is to blame. */
  readonly refused?: string | undefined;
  readonly at?: 'password' | 'code' | undefined;
}

/** Following an invitation: a password is chosen and an app set up. */
export function invitationPage({ t }: Reader, state: InvitationState): TemplateResult {
  const { token, name, email, qrSvg, totpSecret, refused, at } = state;
  return html`<div class="narrow">
    <h1>${t('staffInvitation.title')}</h1>
    <p class="lead">${t('staffInvitation.intro', { name })}</p>
    ${noticePart(refused && !at ? { tone: 'refused', text: refused } : undefined)}
    <form method="post" action=${`/staff/invitation/${token}`} class="form">
      <h2>${t('staffInvitation.step1')}</h2>
      ${fieldPart({ name: 'email', type: 'email', label: t('staffAccount.email'), value: email, autocomplete: 'username', readonly: true })}
      ${newPasswordField({ t }, 'password', at === 'password' ? refused : undefined)}
      <h2>${t('staffInvitation.step2')}</h2>
      <p>${t('staffInvitation.app')}</p>
      <div class="totp-picture" role="img" aria-label=${t('staffInvitation.picture')}>${unsafeHTML(qrSvg)}</div>
      <p>
        ${t('staffInvitation.typed')}<br /><code class="totp-secret" translate="no"
          >${totpSecret.replace(/(.{4})/g, '$1 ').trim()}</code
        >
      </p>
      ${fieldPart({ name: 'code', label: t('staffInvitation.code'), autocomplete: 'one-time-code', inputmode: 'numeric', required: true, mistake: at === 'code' ? refused : undefined })}
      <button class="action" type="submit">${t('staffInvitation.submit')}</button>
    </form>
  </div>`;
}

/** What follows: the recovery codes, told once. */
export const enrolledPage = (reader: Reader, codes: readonly string[]): TemplateResult =>
  html`<div class="narrow">
    <h1>${reader.t('staffInvitation.done')}</h1>
    ${recoveryCodesPart(reader, codes)}
  </div>`;

const nextField = (next: string | undefined) =>
  next === undefined ? nothing : html`<input type="hidden" name="next" value=${next} />`;
