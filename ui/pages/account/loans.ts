import { html, nothing, type TemplateResult } from 'lit';
import { branchName } from '../../labels.ts';
import type { Reader } from '../../messages/messages.ts';
import { euros } from '../../refusals.ts';
import { noticePart } from '../form-parts.ts';
import { accountPage, dayText, hiddenFields, workPart, type AccountState, type ListedWork } from './account.ts';

export interface ShownLoan {
  readonly id: string;
  readonly work: ListedWork;
  readonly branch: string;
  readonly lentOn: string;
  readonly dueOn: string;
  /** Days until it is due, negative where it is late. */
  readonly daysLeft: number;
  readonly renewals: number;
  readonly accruedCents: number;
}

/** Loans, those due first first, each with the reason where it could not be renewed. */
export function loansPage(state: AccountState, loans: readonly ShownLoan[]): TemplateResult {
  const { reader, note, waiting } = state;
  const { t, locale } = reader;
  const heading = t('account.loans');
  if (loans.length === 0) return accountPage(state, heading, nothingHere(reader, t('account.loans.none')));
  const row = ({ id, work, branch, lentOn, daysLeft, dueOn, renewals, accruedCents }: ShownLoan) =>
    html`<li class=${daysLeft < 0 ? 'listed late' : 'listed'}>
      <div>
        ${workPart(work, 2)}
        <p class="due">
          <strong>${dueText(reader, { dueOn, daysLeft })}</strong>
          ${daysLeft < 0 ? html`<span>${t('account.loans.due', { date: dayText(dueOn, locale) })}</span>` : nothing}
          ${accruedCents > 0 ? html`<span>${t('account.loans.accrued', { sum: euros(accruedCents, locale) })}</span>` : nothing}
        </p>
        <p class="quiet">
          ${t('account.loans.lent', { date: dayText(lentOn, locale), branch: branchName(branch, locale) })}${renewals > 0 ? html` · ${t('account.loans.renewals', { n: renewals })}` : nothing}
        </p>
        ${noticePart(note?.about[id])}
      </div>
      ${
        waiting
          ? nothing
          : html`<button
              class="second"
              name="renew"
              value=${id}
              aria-label=${t('account.loans.renewOne', { title: work.title })}
            >
              ${t('account.loans.renew')}
            </button>`
      }
    </li>`;
  const content = html`<form method="post" action="/account/loans">
    ${hiddenFields(state)}
    ${
      waiting
        ? nothing
        : html`<p class="over-list">
            <button class="action" name="renewAll" value="yes">${t('account.loans.renewAll')}</button>
          </p>`
    }
    <ul class="listing">
      ${loans.map(row)}
    </ul>
  </form>`;
  return accountPage(state, `${heading} (${loans.length})`, content);
}

/** When it is due, as one would say it. */
export function dueText({ t, locale }: Reader, { dueOn, daysLeft }: Pick<ShownLoan, 'dueOn' | 'daysLeft'>): string {
  if (daysLeft < 0) return t('account.loans.late', { n: -daysLeft });
  if (daysLeft === 0) return t('account.loans.dueToday');
  if (daysLeft === 1) return t('account.loans.dueTomorrow');
  return t('account.loans.due', { date: dayText(dueOn, locale) });
}

/** What stands in the place of an empty list. */
export const nothingHere = ({ t }: Reader, text: string): TemplateResult =>
  html`<p class="lead">${text}</p>
    <p><a class="action" href="/search">${t('account.findSome')}</a></p>`;
