import { html, nothing, type TemplateResult } from 'lit';
import type { ShownTip } from '../../domain/tips/service.ts';
import type { Reader } from '../messages/messages.ts';
import { tipFields, type TipFormState } from './tip-form.ts';
import { tipAddress, tipFacts, tipName } from './tip-part.ts';

export const staffTipsAddress = '/staff/tips';
export const staffTipAddress = (id: string): string => `${staffTipsAddress}/${encodeURIComponent(id)}`;

export interface StaffTipsState {
  readonly reader: Reader;
  /** Absent where somebody works for no municipality: tips are a library’s. */
  readonly form: TipFormState | undefined;
  readonly tips: readonly ShownTip[];
}

/** A library's tips by somebody who works there: those written, and a new one. */
export function staffTipsPage({ reader, form, tips }: StaffTipsState): TemplateResult {
  const { t } = reader;
  return html`
    ${
      form
        ? html`<section aria-labelledby="new-tip">
            <h2 id="new-tip">${t('tips.write')}</h2>
            ${tipFields(form)}
          </section>`
        : html`<p class="quiet">${t('tips.staff.noTown')}</p>`
    }
    <section aria-labelledby="own-tips">
      <h2 id="own-tips">${t('tips.staff.own')}</h2>
      ${tips.length === 0 ? html`<p class="quiet">${t('tips.noneShort')}</p>` : nothing}
      <ul class="staff-tips">
        ${tips.map(
          (shown) =>
            html`<li>
              <p><a href=${staffTipAddress(shown.tip._id)}>${tipName(shown)}</a></p>
              ${tipFacts(reader, shown)}
              <p><a class="quiet" href=${tipAddress(shown.tip._id)}>${t('tips.read')}</a></p>
            </li>`,
        )}
      </ul>
    </section>
  `;
}

export const staffTipPage = (form: TipFormState): TemplateResult =>
  html`<h2>${form.reader.t(form.version === undefined ? 'tips.write' : 'tips.edit')}</h2>
    ${tipFields(form)}`;
