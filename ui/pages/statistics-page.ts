import { html, nothing, type TemplateResult } from 'lit';
import type { CountedKind, Statistics } from '../../domain/statistics/schema.ts';
import { facetLabel, municipalityName } from '../labels.ts';
import type { Reader } from '../messages/messages.ts';
import { shortDate } from '../staff/words.ts';
import {
  collectionColumns,
  collectionFigure,
  matrixOf,
  shownKinds,
  turnoverOf,
  type StatisticsTable,
} from '../statistics-tables.ts';
import { columnChart, rankChart } from './charts.ts';

export interface StatisticsState {
  readonly reader: Reader;
  readonly today: string;
  /** Months and years that can be asked for, the last first. */
  readonly periods: readonly string[];
  readonly statistics: Statistics;
}

/** How much the libraries are used. Every chart has a table that says the same. Works without scripts. */
export function statisticsPage(state: StatisticsState): TemplateResult {
  const { reader, periods, statistics } = state;
  const { t } = reader;
  return html`<div class="region">
    <form action="/staff/statistics" class="region-line">
      <div class="field">
        <label for="period">${t('region.statistics.period')}</label>
        <select id="period" name="period">
          ${periods.map((one) => html`<option value=${one} ?selected=${one === statistics.period}>${periodName(reader, one)}</option>`)}
        </select>
      </div>
      <button class="second">${t('region.rollout.show')}</button>
    </form>
    <p class="quiet">${t('region.statistics.privacy')}</p>
    ${coursePart(state)} ${flowPart(state, 'loans')} ${flowPart(state, 'transports')} ${formatPart(state)}
    ${collectionPart(state)}
  </div>`;
}

/** "marraskuu 2026", or "2026". */
function periodName({ locale }: Reader, period: string): string {
  if (period.length === 4) return period;
  return new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${period}-01T00:00:00Z`)); // prettier-ignore
}

const charted = ['loan', 'hold', 'transport', 'search'] as const satisfies readonly CountedKind[];

function coursePart(state: StatisticsState): TemplateResult {
  const { reader, statistics } = state;
  const { t, locale } = reader;
  const number = new Intl.NumberFormat(locale);
  const at = (one: string) => (one.length > 7 ? shortDate(one, locale) : periodName(reader, one));
  return html`<section aria-labelledby="course">
    <h2 id="course">${t('region.statistics.course')}</h2>
    <dl class="region-totals">
      ${shownKinds.map(
        (kind) =>
          html`<div>
            <dt>${t(`region.statistics.kind.${kind}`)}</dt>
            <dd>${number.format(statistics.totals[kind])}</dd>
          </div>`,
      )}
    </dl>
    <div class="region-charts">
      ${charted.map((kind) => {
        const bars = statistics.course.map(({ at: one, counts }) => ({ label: at(one), n: counts[kind] }));
        const most = Math.max(0, ...bars.map(({ n }) => n));
        const name = t(`region.statistics.kind.${kind}`);
        return html`<figure>
          <figcaption>${name} <span class="quiet">${t('region.statistics.most', { most })}</span></figcaption>
          ${columnChart(bars, t('region.statistics.chartOf', { kind: name, most }))}
        </figure>`;
      })}
    </div>
    <details>
      <summary>${t('region.statistics.table')}</summary>
      <div class="region-table" tabindex="0" role="group" aria-labelledby="course">
        <table>
          <thead>
            <tr>
              <th scope="col">${t('region.statistics.at')}</th>
              ${shownKinds.map((kind) => html`<th scope="col">${t(`region.statistics.kind.${kind}`)}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${statistics.course.map(
              ({ at: one, counts }) =>
                html`<tr>
                  <th scope="row">${at(one)}</th>
                  ${shownKinds.map((kind) => html`<td>${number.format(counts[kind])}</td>`)}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </details>
    ${csvLink(state, 'course')}
  </section>`;
}

const mostFlows = 12;

function flowPart(state: StatisticsState, part: 'loans' | 'transports'): TemplateResult {
  const { reader, statistics, today } = state;
  const { t, locale } = reader;
  const flows = statistics[part];
  const number = new Intl.NumberFormat(locale);
  const name = (id: string) => municipalityName(id, locale);
  const { towns, rows } = matrixOf(flows, today);
  const most = Math.max(0, ...flows.map(({ n }) => n));
  const between = flows
    .filter(({ from, to }) => from !== to)
    .toSorted((a, b) => b.n - a.n)
    .slice(0, mostFlows)
    .map(({ from, to, n }) => ({ label: t('region.statistics.flow', { from: name(from), to: name(to) }), n }));
  return html`<section aria-labelledby=${part}>
    <h2 id=${part}>${t(`region.statistics.${part}`)}</h2>
    ${
      flows.length === 0
        ? html`<p>${t('region.statistics.none')}</p>`
        : html`${between.length > 0 ? rankChart(between, t('region.statistics.flowChart'), locale) : nothing}
            <p id=${`${part}-lead`}>${t(`region.statistics.${part}Lead`)}</p>
            <div
              class="region-table"
              tabindex="0"
              role="group"
              aria-labelledby=${part}
              aria-describedby=${`${part}-lead`}
            >
              <table class="region-matrix">
                <thead>
                  <tr>
                    <td></td>
                    ${towns.map((id) => html`<th scope="col">${name(id)}</th>`)}
                  </tr>
                </thead>
                <tbody>
                  ${rows.map(
                    (row, at) =>
                      html`<tr>
                        <th scope="row">${name(towns[at] ?? '')}</th>
                        ${row.map((n) => html`<td class=${`heat-${n === 0 ? 0 : Math.ceil((4 * n) / most)}`}>${n === 0 ? '–' : number.format(n)}</td>`)}
                      </tr>`,
                  )}
                </tbody>
              </table>
            </div>
            ${csvLink(state, part)}`
    }
  </section>`;
}

function formatPart(state: StatisticsState): TemplateResult {
  const { reader: { t, locale }, statistics: { formats } } = state; // prettier-ignore
  const number = new Intl.NumberFormat(locale);
  const rows = formats.map(({ format, n }) => ({ label: facetLabel('format', format, locale), n }));
  return html`<section aria-labelledby="formats">
    <h2 id="formats">${t('region.statistics.formats')}</h2>
    ${
      rows.length === 0
        ? html`<p>${t('region.statistics.none')}</p>`
        : html`${rankChart(rows.slice(0, mostFlows), t('region.statistics.formatsChart'), locale)}
            <details>
              <summary>${t('region.statistics.table')}</summary>
              <table class="region-plain">
                <thead>
                  <tr>
                    <th scope="col">${t('region.statistics.format')}</th>
                    <th scope="col">${t('region.statistics.count')}</th>
                  </tr>
                </thead>
                <tbody>
                  ${rows.map(
                    ({ label, n }) =>
                      html`<tr>
                        <th scope="row">${label}</th>
                        <td>${number.format(n)}</td>
                      </tr>`,
                  )}
                </tbody>
              </table>
            </details>
            ${csvLink(state, 'formats')}`
    }
  </section>`;
}

function collectionPart(state: StatisticsState): TemplateResult {
  const { reader: { t, locale }, statistics: { collection } } = state; // prettier-ignore
  const shares = (collection?.towns ?? []).map((town) => ({ label: municipalityName(town.municipality, locale), n: Number(turnoverOf(town).toFixed(2)) })); // prettier-ignore
  const columns = collectionColumns.map((column) => ({ column, words: t(`region.statistics.collection.${column}`) }));
  return html`<section aria-labelledby="collection">
    <h2 id="collection">${t('region.statistics.collection')}</h2>
    ${
      collection === undefined
        ? html`<p>${t('region.statistics.collection.none')}</p>`
        : html`<p>${t('region.statistics.collection.lead', { date: shortDate(collection.on, locale) })}</p>
            ${rankChart(
              shares.toSorted((a, b) => b.n - a.n),
              t('region.statistics.collection.chart'),
              locale,
            )}
            <div class="region-table" tabindex="0" role="group" aria-labelledby="collection">
              <table>
                <thead>
                  <tr>
                    <th scope="col">${t('region.costs.municipality')}</th>
                    ${columns.map(({ words }) => html`<th scope="col">${words}</th>`)}
                  </tr>
                </thead>
                <tbody>
                  ${collection.towns.map(
                    (town) =>
                      html`<tr>
                        <th scope="row">${municipalityName(town.municipality, locale)}</th>
                        ${columns.map(({ column }) => html`<td>${collectionFigure(town, column, locale)}</td>`)}
                      </tr>`,
                  )}
                </tbody>
              </table>
            </div>
            ${csvLink(state, 'collection')}`
    }
  </section>`;
}

const csvLink = ({ reader: { t, locale }, statistics: { period } }: StatisticsState, table: StatisticsTable) =>
  html`<p class="region-files">
    <a href=${`/api/v1/staff/statistics?period=${period}&format=csv&table=${table}&lang=${locale}`}
      >${t('region.csv')}<span class="unseen">: ${t(`region.statistics.${table}`)}</span></a
    >
  </p>`;
