import { html, type TemplateResult } from 'lit';
import { accountPage, dayText, hiddenFields, workPart, type AccountState, type ListedWork } from './account.ts';

export interface ShownPast {
  readonly work: ListedWork;
  readonly lentOn: string;
  readonly returnedOn: string;
}

/** Past loans, where the patron wants them kept; and how to begin and end with that. */
export function historyPage(
  state: AccountState,
  { keeps, past }: { keeps: boolean; past: readonly ShownPast[] },
): TemplateResult {
  const { t, locale } = state.reader;
  const content = keeps
    ? html`
        <p>${past.length === 0 ? t('account.history.none') : t('account.history.onText')}</p>
        <ul class="listing">
          ${past.map(
            ({ work, lentOn, returnedOn }) =>
              html`<li class="listed">
                <div>
                  ${workPart(work, 2)}
                  <p class="quiet">
                    ${t('account.history.loan', { from: dayText(lentOn, locale), to: dayText(returnedOn, locale) })}
                  </p>
                </div>
              </li>`,
          )}
        </ul>
        <details class="change">
          <summary>${t('account.history.erase')}</summary>
          <form method="post" action="/account/history" class="form">
            ${hiddenFields(state)}
            <p>${t('account.history.eraseSure')}</p>
            <p class="buttons">
              <button class="action" name="do" value="erase">${t('account.history.erase')}</button>
              <button class="second" name="do" value="off">${t('account.history.off')}</button>
            </p>
          </form>
        </details>
      `
    : html`<p class="lead">${t('account.history.offText')}</p>
        <form method="post" action="/account/history" class="form">
          ${hiddenFields(state)}
          <button class="action" name="do" value="on">${t('account.history.on')}</button>
        </form>`;
  return accountPage(state, t('account.history'), content);
}
