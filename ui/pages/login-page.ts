import { html, nothing, type TemplateResult } from 'lit';
import type { Reader } from '../messages/messages.ts';
import { fieldPart, noticePart } from './form-parts.ts';

export interface LoginState {
  readonly reader: Reader;
  /** The page of ours to go on to. */
  readonly next: string | undefined;
  readonly cardNumber?: string;
  /** Why it did not work. */
  readonly refused?: string | undefined;
  /** Something that was done before. */
  readonly done?: string | undefined;
  /** A form that is to be sent afterwards, as a field carries it. */
  readonly kept?: string | undefined;
}

/** Logging in with a card and its PIN. */
export function loginPage({ reader: { t }, next, cardNumber, refused, done, kept }: LoginState): TemplateResult {
  const isHold = /^\/works\/[^/]+\/hold/.test(next ?? '');
  return html`
    <div class="narrow">
      <h1>${t('login.title')}</h1>
      ${noticePart(done ? { tone: 'done', text: done } : undefined)}
      <p class="lead">${kept === undefined ? (isHold ? t('login.next.hold') : t('login.intro')) : t('kept.logIn')}</p>
      ${noticePart(refused ? { tone: 'refused', text: refused } : undefined)}
      <form method="post" action="/login" class="form">
        ${nextField(next)} ${kept === undefined ? nothing : html`<input type="hidden" name="kept" value=${kept} />`}
        ${fieldPart({ name: 'cardNumber', label: t('login.card'), hint: t('login.cardHint'), value: cardNumber, autocomplete: 'username', required: true })}
        ${fieldPart({ name: 'pin', label: t('login.pin'), type: 'password', autocomplete: 'current-password', inputmode: 'numeric', required: true })}
        <button class="action" type="submit">${t('login.submit')}</button>
      </form>
      <section class="aside">
        <h2>${t('login.first')}</h2>
        <ul>
          <li><a href=${codeAddress('web-account', next)}>${t('login.webAccount')}</a></li>
          <li><a href=${codeAddress('pin-reset', next)}>${t('login.reset')}</a></li>
        </ul>
        <p class="quiet">${t('login.noCard')}</p>
      </section>
    </div>
  `;
}

export type CodePurpose = 'web-account' | 'pin-reset';

export interface CodeState extends Omit<LoginState, 'done'> {
  readonly purpose: CodePurpose;
  /** The code has been asked for: now it is to be entered. */
  readonly sent: boolean;
  readonly birthDate?: string;
}

/** Getting a PIN: first a code is sent to the address that the library knows, then it is entered with the new PIN. */
export function codePage({
  reader: { t },
  next,
  purpose,
  sent,
  cardNumber,
  birthDate,
  refused,
}: CodeState): TemplateResult {
  const first = purpose === 'web-account';
  const hidden = html`${nextField(next)}<input type="hidden" name="purpose" value=${purpose} />`;
  return html`
    <div class="narrow">
      <h1>${sent ? t('login.codeTitle') : first ? t('login.webAccountTitle') : t('login.resetTitle')}</h1>
      <p class="lead">${sent ? t('login.codeSent') : first ? t('login.webAccountIntro') : t('login.resetIntro')}</p>
      ${noticePart(refused ? { tone: 'refused', text: refused } : undefined)}
      ${
        sent
          ? html`<form method="post" action="/login/pin" class="form">
              ${hidden}
              ${fieldPart({ name: 'cardNumber', label: t('login.card'), value: cardNumber, autocomplete: 'username', required: true })}
              ${fieldPart({ name: 'code', label: t('login.code'), autocomplete: 'one-time-code', required: true })}
              ${fieldPart({ name: 'pin', label: t('login.newPin'), hint: t('login.newPinHint'), type: 'password', autocomplete: 'new-password', inputmode: 'numeric', pattern: '[0-9]{4,12}', required: true })}
              <button class="action" type="submit">${t('login.setPin')}</button>
            </form>`
          : html`<form method="post" action="/login/code" class="form">
              ${hidden}
              ${fieldPart({ name: 'cardNumber', label: t('login.card'), hint: t('login.cardHint'), value: cardNumber, autocomplete: 'username', required: true })}
              ${fieldPart({ name: 'birthDate', label: t('login.birthDate'), type: 'date', value: birthDate, autocomplete: 'bday', required: true })}
              <button class="action" type="submit">${t('login.sendCode')}</button>
            </form>`
      }
      <p class="aside">
        ${sent ? html`<a href=${codeAddress(purpose, next)}>${t('login.again')}</a>` : nothing}
        <a href=${withNext('/login', next)}>${t('login.back')}</a>
      </p>
    </div>
  `;
}

const nextField = (next: string | undefined) =>
  next === undefined ? nothing : html`<input type="hidden" name="next" value=${next} />`;

const codeAddress = (purpose: CodePurpose, next: string | undefined) =>
  withNext(`/login/code?purpose=${purpose}`, next);

/** The address of a page that leads on to another. */
const withNext = (address: string, next: string | undefined): string =>
  next === undefined ? address : `${address}${address.includes('?') ? '&' : '?'}next=${encodeURIComponent(next)}`;
