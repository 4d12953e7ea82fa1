import { html, nothing, type TemplateResult } from 'lit';
import type { Reader } from '../../messages/messages.ts';
import { euros } from '../../refusals.ts';
import { accountPage, dayText, hiddenFields, type AccountState } from './account.ts';

export interface ShownFees {
  readonly debtCents: number;
  readonly accruedCents: number;
  readonly fees: readonly {
    readonly id: string;
    readonly kind: 'overdue' | 'unclaimedHold' | 'cardReplacement' | 'other';
    readonly on: string;
    readonly cents: number;
    readonly openCents: number;
    /** Of what it is for; absent for a card's, and where nothing of it is open. */
    readonly title?: string | undefined;
  }[];
  readonly receipts: readonly {
    readonly id: string;
    readonly on: string;
    readonly cents: number;
    readonly rows: readonly {
      readonly kind: ShownFees['fees'][number]['kind'];
      readonly on: string;
      readonly cents: number;
    }[];
  }[];
}

/** What is owed, to the cent, with the way to pay it; and receipts of what was paid. */
export function feesPage(state: AccountState, { debtCents, accruedCents, fees, receipts }: ShownFees): TemplateResult {
  const { reader, waiting } = state;
  const { t, locale } = reader;
  const open = fees.filter(({ openCents }) => openCents > 0);
  const sum = euros(debtCents, locale);
  const content = html`
    ${
      open.length === 0
        ? html`<p class="lead">${t('account.fees.none')}</p>`
        : html`<table class="sums">
              <tbody>
                ${open.map(
                  ({ kind, on, cents, openCents, title }) =>
                    html`<tr>
                      <th scope="row">
                        ${t(`account.fees.kind.${kind}`)} ${title === undefined ? nothing : html`<cite>${title}</cite>`}
                        <span class="quiet">${dayText(on, locale)}</span>
                        ${cents === openCents ? nothing : html`<span class="quiet">${t('account.fees.reduced', { sum: euros(cents, locale) })}</span>`}
                      </th>
                      <td>${euros(openCents, locale)}</td>
                    </tr>`,
                )}
              </tbody>
              <tfoot>
                <tr>
                  <th scope="row">${t('account.fees.total')}</th>
                  <td>${sum}</td>
                </tr>
              </tfoot>
            </table>
            ${
              waiting
                ? nothing
                : html`<form method="post" action="/account/fees" class="form">
                    ${hiddenFields(state)}
                    <button class="action" name="pay" value="all">${t('account.fees.pay', { sum })}</button>
                    <p class="quiet">${t('account.fees.payHint')}</p>
                  </form>`
            }`
    }
    ${accruedCents > 0 ? html`<p class="after">${t('account.fees.accrued', { sum: euros(accruedCents, locale) })}</p>` : nothing}
    ${receipts.length > 0 ? receiptList(reader, receipts) : nothing}
  `;
  return accountPage(state, t('account.fees'), content);
}

const receiptList = ({ t, locale }: Reader, receipts: ShownFees['receipts']) =>
  html`<section class="group">
    <h2>${t('account.fees.receipts')}</h2>
    ${receipts.map(
      ({ id, on, cents, rows }) =>
        html`<details class="receipt">
          <summary>${t('account.fees.receipt', { date: dayText(on, locale), sum: euros(cents, locale) })}</summary>
          <p>${t('account.fees.receiptFrom')}</p>
          <table class="sums">
            <tbody>
              ${rows.map(
                (row) =>
                  html`<tr>
                    <th scope="row">
                      ${t(`account.fees.kind.${row.kind}`)} <span class="quiet">${dayText(row.on, locale)}</span>
                    </th>
                    <td>${euros(row.cents, locale)}</td>
                  </tr>`,
              )}
            </tbody>
          </table>
          <p class="quiet">
            ${t('account.fees.receiptTax')}<br />${t('account.fees.receiptNumber')} <span translate="no">${id}</span>
          </p>
        </details>`,
    )}
  </section>`;

/** Stands in for the page of a payment service, and says so. */
export function testPaymentPage({ t, locale }: Reader, { id, cents }: { id: string; cents: number }): TemplateResult {
  const sum = euros(cents, locale);
  return html`<div class="narrow test-payment">
    <p class="only-a-test">${t('account.testPay.mark')}</p>
    <h1>${t('account.testPay.title')}</h1>
    <p class="lead">${t('account.testPay.text')}</p>
    <form method="post" action=${`/test-payments/${id}`} class="form">
      <p class="buttons">
        <button class="action" name="outcome" value="paid">${t('account.testPay.pay', { sum })}</button>
        <button class="second" name="outcome" value="failed">${t('account.testPay.fail')}</button>
      </p>
    </form>
  </div>`;
}
