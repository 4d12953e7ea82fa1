import { html, nothing, type TemplateResult } from 'lit';
import { branchName } from '../../labels.ts';
import type { Reader } from '../../messages/messages.ts';
import { euros } from '../../refusals.ts';
import type { StaffPatron } from '../../staff/staff-api.ts';
import { shortDate } from '../../staff/words.ts';

interface Waiving {
  /** The fee whose waiver is being written. */
  readonly waiving: string | undefined;
  ask(fee: string | undefined): void;
  waive(fee: string, cents: number, reason: string): Promise<boolean>;
}

const none = ({ t }: Reader) => html`<p class="quiet">${t('staff.none')}</p>`;

export function loansTable(reader: Reader, { loans }: StaffPatron, renew: (loan: string) => unknown): TemplateResult {
  const { t, locale } = reader;
  if (loans.length === 0) return none(reader);
  return html`<table class="stacks">
    <thead>
      <tr>
        <th scope="col">${t('staff.column.title')}</th>
        <th scope="col">${t('staff.column.due')}</th>
        <th scope="col">${t('staff.column.act')}</th>
      </tr>
    </thead>
    <tbody>
      ${loans.map(
        ({ id, title, itemId, dueOn, accruedCents }) =>
          html`<tr>
            <td>${title} <span class="quiet" translate="no">${itemId}</span></td>
            <td class="figures">
              ${shortDate(dueOn, locale)}
              ${accruedCents > 0 ? html`<strong>${t('staff.late')} ${euros(accruedCents, locale)}</strong>` : nothing}
            </td>
            <td>
              <button type="button" @click=${() => renew(id)}>
                ${t('staff.renew')}<span class="unseen">: ${title}</span>
              </button>
            </td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

export function holdsTable(reader: Reader, { holds }: StaffPatron): TemplateResult {
  const { t, locale } = reader;
  if (holds.length === 0) return none(reader);
  return html`<table class="stacks">
    <thead>
      <tr>
        <th scope="col">${t('staff.column.title')}</th>
        <th scope="col">${t('staff.column.state')}</th>
        <th scope="col">${t('staff.column.pickup')}</th>
      </tr>
    </thead>
    <tbody>
      ${holds.map(
        ({ title, state, position = 0, pickupNumber = 0, pickupBranch, pickupBy }) =>
          html`<tr>
            <td>${title}</td>
            <td>
              ${t(`staff.hold.${state}`, { position: String(position), number: String(pickupNumber) })}
              ${pickupBy === undefined ? nothing : t('staff.do.pickupBy', { date: shortDate(pickupBy, locale) })}
            </td>
            <td>${branchName(pickupBranch, locale)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

export function feesTable(reader: Reader, { fees }: StaffPatron, waiving: Waiving): TemplateResult {
  const { t, locale } = reader;
  if (fees.length === 0) return none(reader);
  return html`<table class="stacks">
    <thead>
      <tr>
        <th scope="col">${t('staff.column.fee')}</th>
        <th scope="col">${t('staff.column.on')}</th>
        <th scope="col" class="number">${t('staff.column.sum')}</th>
        <th scope="col">${t('staff.column.act')}</th>
      </tr>
    </thead>
    <tbody>
      ${fees.map(
        ({ id, kind, title, on, openCents }) =>
          html`<tr>
            <td>${t(`staff.fee.${kind}`)} ${title === undefined ? nothing : html`<cite>${title}</cite>`}</td>
            <td class="figures">${shortDate(on, locale)}</td>
            <td class="number">${euros(openCents, locale)}</td>
            <td>
              ${
                waiving.waiving === id
                  ? waiverForm(reader, (reason) => waiving.waive(id, openCents, reason), waiving)
                  : html`<button type="button" @click=${() => waiving.ask(id)}>${t('staff.waive')}</button>`
              }
            </td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

const waiverForm = ({ t }: Reader, waive: (reason: string) => unknown, { ask }: Waiving): TemplateResult =>
  html`<form
    class="line"
    @submit=${(event: SubmitEvent) => {
      event.preventDefault();
      if (event.target instanceof HTMLFormElement) waive(String(new FormData(event.target).get('reason')));
    }}
  >
    <label for="reason">${t('staff.waive.reason')}</label>
    <input id="reason" name="reason" required minlength="3" maxlength="500" autocomplete="off" />
    <button class="main">${t('staff.waive')}</button>
    <button type="button" @click=${() => ask(undefined)}>${t('staff.cancel')}</button>
  </form>`;
