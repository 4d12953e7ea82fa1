import { html, nothing, type TemplateResult } from 'lit';
import { branchName } from '../../labels.ts';
import { euros } from '../../refusals.ts';
import { accountPage, dayText, ofCard, workPart, type AccountState } from './account.ts';
import type { ShownHold } from './holds.ts';
import { recommendedPart, type ShownBecause } from './recommended.ts';
import { dueText, type ShownLoan } from './loans.ts';

export interface Overview {
  readonly name: string;
  readonly loans: readonly ShownLoan[];
  readonly holds: readonly ShownHold[];
  readonly debtCents: number;
  /** Messages of staff about one’s own texts that are not read yet. */
  readonly unread: number;
  /** Rows of works for the reader; absent where they want none, or another's card is looked at. */
  readonly recommended: readonly ShownBecause[] | undefined;
}

/** What needs doing now, first; then how much there is of everything. */
export function overviewPage(
  state: AccountState,
  { name, loans, holds, debtCents, unread, recommended }: Overview,
): TemplateResult {
  const { reader, card } = state;
  const { t, locale } = reader;
  const late = loans.filter(({ daysLeft }) => daysLeft < 0);
  const soon = loans.filter(({ daysLeft }) => daysLeft >= 0 && daysLeft <= 3);
  const ready = holds.filter((hold) => hold.state === 'ready');
  const next = loans.find(({ daysLeft }) => daysLeft >= 0);
  const alert = (kind: string, text: string, href: string, rows: readonly TemplateResult[]) =>
    rows.length === 0
      ? nothing
      : html`<section class="alert ${kind}">
          <h2><a href=${ofCard(href, card)}>${text}</a></h2>
          <ul>
            ${rows.map((row) => html`<li>${row}</li>`)}
          </ul>
        </section>`;
  const loanRow = (loan: ShownLoan) =>
    html`${workPart(loan.work)}
      <p>${dueText(reader, loan)}</p>`;
  const content = html`
    ${unread > 0 ? html`<p class="told"><a href="/account/messages">${t('messages.unread', { n: unread })}</a></p>` : nothing}
    ${alert(
      'ready',
      t('account.ready', { n: ready.length }),
      '/account/holds',
      ready.map(
        ({ work, pickupNumber, pickupBranch, pickupBy }) =>
          html`${workPart(work)}
            <p>
              ${branchName(pickupBranch, locale)} · ${t('account.holds.pickupNumber')}
              <strong>${String(pickupNumber)}</strong>
            </p>
            ${pickupBy ? html`<p>${t('account.holds.pickupBy', { date: dayText(pickupBy, locale) })}</p>` : nothing}`,
      ),
    )}
    ${alert('late', t('account.overdue', { n: late.length }), '/account/loans', late.map(loanRow))}
    ${alert('soon', t('account.dueSoon', { n: soon.length }), '/account/loans', soon.map(loanRow))}
    ${late.length + soon.length + ready.length === 0 ? html`<p class="lead">${t('account.allWell')}</p>` : nothing}
    <dl class="tally">
      <div>
        <dt><a href=${ofCard('/account/loans', card)}>${t('account.loans')}</a></dt>
        <dd>${t('account.loansCount', { n: loans.length })}</dd>
        ${next ? html`<dd class="quiet">${t('account.nextDue', { date: dayText(next.dueOn, locale) })}</dd>` : nothing}
      </div>
      <div>
        <dt><a href=${ofCard('/account/holds', card)}>${t('account.holds')}</a></dt>
        <dd>${t('account.holdsCount', { n: holds.length })}</dd>
        ${ready.length > 0 ? html`<dd class="quiet">${t('account.readyHere')} ${ready.length}</dd>` : nothing}
      </div>
      <div>
        <dt><a href=${ofCard('/account/fees', card)}>${t('account.fees')}</a></dt>
        <dd>${t('account.feesOpen', { sum: euros(debtCents, locale) })}</dd>
      </div>
    </dl>
    ${recommended ? recommendedPart(reader, recommended) : nothing}
  `;
  return accountPage(state, t('account.hello', { name }), content);
}
