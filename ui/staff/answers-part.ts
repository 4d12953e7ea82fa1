import { html, nothing, type TemplateResult } from 'lit';
import type { AnswerComparison } from '../../indexer/relevance/compare-answers.ts';
import type { Reader } from '../messages/messages.ts';

/** What searches find before and after, where that differs. */
export function answersPart({ t, locale }: Reader, answers: AnswerComparison): TemplateResult {
  const { searches, same, ndcgBefore, ndcgAfter, differences } = answers;
  if (searches === 0) return html`<p class="quiet">${t('reindex.answers.none')}</p>`;
  const figure = (value: number | undefined) =>
    value === undefined ? '–' : new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 3 }).format(value); // prettier-ignore
  const titles = (all: readonly string[]) => (all.length === 0 ? '–' : all.slice(0, 5).join(' · '));
  return html`<p>${t('reindex.answers.same', { same, searches })}</p>
    ${
      ndcgBefore === undefined || ndcgAfter === undefined
        ? nothing
        : html`<p class="figures">
              ${t('reindex.answers.figure', { before: figure(ndcgBefore), after: figure(ndcgAfter) })}
            </p>
            ${ndcgAfter < ndcgBefore - 0.005 ? html`<p class="warning">${t('reindex.answers.worse')}</p>` : nothing}`
    }
    ${
      differences.length === 0
        ? nothing
        : html`<table class="stacks answers">
            <thead>
              <tr>
                <th scope="col">${t('reindex.answers.query')}</th>
                <th scope="col" class="number">${t('reindex.answers.total')}</th>
                <th scope="col" class="number">${t('reindex.answers.ndcg')}</th>
                <th scope="col">${t('reindex.answers.entered')}</th>
                <th scope="col">${t('reindex.answers.left')}</th>
              </tr>
            </thead>
            <tbody>
              ${differences.map(
                (one) =>
                  html`<tr>
                    <td><strong>${one.query}</strong></td>
                    <td class="number">
                      <span class="label">${t('reindex.answers.total')}</span> ${one.totalBefore} → ${one.totalAfter}
                    </td>
                    <td class="number">
                      <span class="label">${t('reindex.answers.ndcg')}</span>
                      ${one.ndcgBefore === undefined ? '–' : html`${figure(one.ndcgBefore)} → ${figure(one.ndcgAfter)}`}
                    </td>
                    <td class="title">
                      <span class="label">${t('reindex.answers.entered')}</span> ${titles(one.entered)}
                    </td>
                    <td class="title"><span class="label">${t('reindex.answers.left')}</span> ${titles(one.left)}</td>
                  </tr>`,
              )}
            </tbody>
          </table>`
    }`;
}
