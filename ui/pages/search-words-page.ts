import { html, nothing, type TemplateResult } from 'lit';
import type { WordsReport, WordsRow } from '../../domain/search-words/schema.ts';
import type { Statistics } from '../../domain/statistics/schema.ts';
import type { Reader } from '../messages/messages.ts';
import { shortDate } from '../staff/words.ts';
import { columnChart } from './charts.ts';

interface State {
  readonly reader: Reader;
  /** Months that can be asked for, the last first. */
  readonly months: readonly string[];
  readonly month: string;
  readonly table: 'popular' | 'unfound';
  readonly report: WordsReport;
  /** Searches and those without hits, by day. */
  readonly course: Statistics['course'];
  /** On how many occasions words were searched for at least that are told. */
  readonly fewest: number;
}

/** What readers search for and do not find, with the way to a synonym for it. Works without scripts. */
export function searchWordsPage(state: State): TemplateResult {
  const { reader, months, month, table, report, fewest } = state;
  const { t, locale } = reader;
  const csv = new URLSearchParams({ month, table, format: 'csv', lang: locale });
  return html`<div class="region">
    <form action="/staff/search-words" class="region-line">
      <div class="field">
        <label for="month">${t('searchWords.month')}</label>
        <select id="month" name="month">
          ${months.map((one) => html`<option value=${one} ?selected=${one === month}>${monthName(one, locale)}</option>`)}
        </select>
      </div>
      <div class="field">
        <label for="table">${t('searchWords.table')}</label>
        <select id="table" name="table">
          <option value="unfound" ?selected=${table === 'unfound'}>${t('searchWords.table.unfound')}</option>
          <option value="popular" ?selected=${table === 'popular'}>${t('searchWords.table.popular')}</option>
        </select>
      </div>
      <button class="second">${t('searchWords.show')}</button>
    </form>
    <p class="quiet">${t('searchWords.privacy', { fewest })}</p>
    <section aria-labelledby="words">
      <h2 id="words">${t(`searchWords.table.${table}`)}</h2>
      ${report[table].length === 0 ? html`<p>${t('searchWords.none', { fewest })}</p>` : wordsTable(reader, report[table])}
      ${
        report[table].length === 0
          ? nothing
          : html`<p><a href=${`/api/v1/staff/search-words?${csv}`}>${t('searchWords.csv')}</a></p>`
      }
    </section>
    ${coursePart(state)}
  </div>`;
}

const monthName = (month: string, locale: string) =>
  new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${month}-01T00:00:00Z`)); // prettier-ignore

function wordsTable({ t, locale }: Reader, rows: readonly WordsRow[]): TemplateResult {
  const number = new Intl.NumberFormat(locale);
  const change = ({ occasions, before }: WordsRow) =>
    before === undefined ? '–' : `${number.format(before)} (${occasions >= before ? '+' : '−'}${number.format(Math.abs(occasions - before))})`; // prettier-ignore
  return html`<div class="region-table words-table" tabindex="0" role="group" aria-labelledby="words">
    <table>
      <thead>
        <tr>
          <th scope="col">${t('searchWords.words')}</th>
          <th scope="col">${t('searchWords.occasions')}</th>
          <th scope="col">${t('searchWords.before')}</th>
          <th scope="col">${t('searchWords.unfound')}</th>
          <th scope="col"><span class="unseen">${t('searchWords.act')}</span></th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              <th scope="row"><a href=${`/search?${new URLSearchParams({ q: row.words })}`}>${row.words}</a></th>
              <td>${number.format(row.occasions)}</td>
              <td>${change(row)}</td>
              <td>${number.format(row.unfound)}</td>
              <td>
                ${row.unfound > 0 ? html`<a href=${`/staff/synonyms?${new URLSearchParams({ word: row.words })}`}>${t('searchWords.synonym')}<span class="unseen">: ${row.words}</span></a>` : nothing}
              </td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function coursePart({ reader, course }: State): TemplateResult {
  const { t, locale } = reader;
  const number = new Intl.NumberFormat(locale);
  const share = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const bars = course.map(({ at, counts }) => ({ label: shortDate(at, locale), n: counts.searchWithoutHits }));
  const most = Math.max(0, ...bars.map(({ n }) => n));
  return html`<section aria-labelledby="course">
    <h2 id="course">${t('searchWords.course')}</h2>
    <figure>${columnChart(bars, t('searchWords.chart', { most }))}</figure>
    <details>
      <summary>${t('searchWords.asTable')}</summary>
      <div class="region-table" tabindex="0" role="group" aria-labelledby="course">
        <table>
          <thead>
            <tr>
              <th scope="col">${t('searchWords.day')}</th>
              <th scope="col">${t('searchWords.searches')}</th>
              <th scope="col">${t('searchWords.withoutHits')}</th>
              <th scope="col">${t('searchWords.share')}</th>
            </tr>
          </thead>
          <tbody>
            ${course.map(
              ({ at, counts: { search, searchWithoutHits } }) =>
                html`<tr>
                  <th scope="row">${shortDate(at, locale)}</th>
                  <td>${number.format(search)}</td>
                  <td>${number.format(searchWithoutHits)}</td>
                  <td>${search === 0 ? '–' : share.format(searchWithoutHits / search)}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </details>
  </section>`;
}
