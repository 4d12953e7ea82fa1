import { html, nothing, type TemplateResult } from 'lit';
import type { RunView } from '../../../api/routes/staff-reindex-view.ts';
import type { Reader } from '../../messages/messages.ts';
import { shortTime } from '../../staff/words.ts';
import { comparisonPart } from './comparison-part.ts';
import { duration, failuresPart, scopeName, statusName } from './run-part.ts';

/** The runs that have come to their end, the last first. */
export function historyPart(reader: Reader, runs: readonly RunView[]): TemplateResult {
  const { t, locale } = reader;
  return html`<section aria-labelledby="history">
    <h2 id="history">${t('reindex.history')}</h2>
    ${
      runs.length === 0
        ? html`<p class="quiet">${t('reindex.history.none')}</p>`
        : html`<table class="stacks">
            <thead>
              <tr>
                <th scope="col">${t('reindex.column.started')}</th>
                <th scope="col">${t('reindex.column.scope')}</th>
                <th scope="col">${t('reindex.column.status')}</th>
                <th scope="col" class="number">${t('reindex.column.works')}</th>
                <th scope="col" class="number">${t('reindex.column.time')}</th>
              </tr>
            </thead>
            <tbody>
              ${runs.map(
                (run) =>
                  html`<tr>
                    <td class="figures">${shortTime(run.startedAt, locale)}</td>
                    <td>
                      ${scopeName(reader, run)}${run.by === undefined ? html`<span class="quiet"> · ${t('reindex.byService')}</span>` : nothing}
                      ${run.error === undefined ? nothing : html`<p class="quiet" translate="no">${run.error}</p>`}
                      ${failuresPart(reader, run)}
                      ${
                        run.comparison
                          ? html`<details>
                              <summary>
                                ${t('reindex.column.more')}<span class="unseen"
                                  >: ${shortTime(run.startedAt, locale)}</span
                                >
                              </summary>
                              ${comparisonPart(reader, run.comparison)}
                            </details>`
                          : nothing
                      }
                    </td>
                    <td>${statusName(reader, run)}</td>
                    <td class="number">
                      <span class="label">${t('reindex.column.works')}</span>
                      ${new Intl.NumberFormat(locale).format(run.written)}
                    </td>
                    <td class="number">
                      <span class="label">${t('reindex.column.time')}</span> ${duration(reader, run.secondsWorked)}
                    </td>
                  </tr>`,
              )}
            </tbody>
          </table>`
    }
  </section>`;
}
