import { html, nothing, type TemplateResult } from 'lit';
import type { Reader } from '../messages/messages.ts';
import { noticePart } from './form-parts.ts';

/** A form as it was sent, without the token of a session. */
export interface KeptForm {
  /** The path it is sent to. */
  readonly action: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
  /** What somebody has typed of it. */
  readonly typed: readonly string[];
}

/** A form that could not be taken when it was sent, to be sent once more by whoever has logged in again. */
export function keptFormPage(reader: Reader, kept: KeptForm, csrfToken: string): TemplateResult {
  const { t } = reader;
  return html`<div class="narrow">
    <h1>${t('kept.title')}</h1>
    ${noticePart({ tone: 'done', text: t('kept.ready') })}
    ${keptFormPart(reader, kept, { csrfToken, send: t('kept.send') })}
  </div>`;
}

/** What was typed, and a button that sends it once more where it may be sent. */
export function keptFormPart(
  { t }: Reader,
  { action, fields, typed }: KeptForm,
  again?: { readonly csrfToken: string; readonly send: string },
): TemplateResult {
  return html`<section aria-labelledby="kept">
    <h2 id="kept" class="field-name">${t('kept.yours')}</h2>
    ${typed.map((text) => html`<blockquote class="kept">${text}</blockquote>`)}
    ${
      again
        ? html`<form method="post" action=${action} class="form">
            <input type="hidden" name="csrf" value=${again.csrfToken} />
            ${fields.map(([name, value]) => html`<input type="hidden" name=${name} value=${value} />`)}
            <button class="action">${again.send}</button>
          </form>`
        : nothing
    }
  </section>`;
}
