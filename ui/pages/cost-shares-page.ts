import { html, nothing, type TemplateResult } from 'lit';
import type { CostStatement } from '../../domain/cost-shares/schema.ts';
import { partText } from '../cost-shares.ts';
import { municipalityName } from '../labels.ts';
import type { Reader } from '../messages/messages.ts';
import { euros } from '../refusals.ts';
import { shortTime } from '../staff/words.ts';
import { costsForm } from './cost-shares-form.ts';
import type { CostSharesState } from './cost-shares-state.ts';
import { noticePart } from './form-parts.ts';
import { longDate } from './long-date.ts';

/** What the municipalities bear in a year. Works without scripts. */
export function costSharesPage(state: CostSharesState): TemplateResult {
  const { reader, year, shown, trial, told, mayChange } = state;
  const { t } = reader;
  return html`<div class="region">
    ${noticePart(told === undefined ? undefined : { tone: 'refused', text: told })} ${yearLinks(state)}
    ${
      trial
        ? trialPart(state, trial)
        : html`<section aria-labelledby="statement">
            <h2 id="statement">${t('region.costs.title', { year: String(year) })}</h2>
            ${shown ? statementPart(state, shown) : html`<p>${t('region.costs.none', { year: String(year) })}</p>`}
          </section>`
    }
    ${mayChange ? costsForm(state) : nothing} ${historyPart(state)}
  </div>`;
}

function yearLinks({ reader: { t }, years, year }: CostSharesState): TemplateResult {
  return html`<nav class="region-years" aria-label=${t('region.costs.years')}>
    <ul>
      ${years.map(
        (one) =>
          html`<li>
            <a href=${`/staff/cost-shares?year=${one}`} aria-current=${one === year ? 'page' : nothing}
              >${String(one)}</a
            >
          </li>`,
      )}
    </ul>
    <form action="/staff/cost-shares">
      <label for="year">${t('region.costs.year')}</label>
      <input id="year" name="year" type="number" min="2008" max="2099" value=${String(year)} required />
      <button class="second">${t('region.costs.openYear')}</button>
    </form>
  </nav>`;
}

function statementPart(
  { reader, latest, versions, year }: CostSharesState,
  shown: NonNullable<CostSharesState['shown']>,
) {
  const { t, locale } = reader;
  const { statement, version, figures } = shown;
  const file = (format: string, municipality?: string) =>
    `/api/v1/staff/cost-shares/${year}?format=${format}&version=${version}&lang=${locale}${municipality ? `&municipality=${municipality}` : ''}`; // prettier-ignore
  const stored = versions.find((one) => one.version === version);
  const values = { version, date: dateOf(stored?.at, reader), name: stored?.by ?? '' };
  return html`<p class="quiet">
      ${t('region.costs.versionOf', values)}
      ${version === latest ? nothing : html`<strong>${t('region.costs.notLatest', { version: latest })}</strong>`}
    </p>
    ${sharesTable(reader, statement)}
    <p class="quiet">
      ${t('region.costs.rule', { date: longDate(figures.countedOn, locale), source: figures.source || t('region.costs.noSource') })}
    </p>
    <ul class="region-files">
      <li><a href=${file('pdf')}>${t('region.costs.pdf')}</a></li>
      <li><a href=${file('csv')}>${t('region.csv')}</a></li>
    </ul>
    <details>
      <summary>${t('region.costs.documents')}</summary>
      <ul class="region-files">
        ${statement.shares.map(
          ({ municipality }) =>
            html`<li>
              <a href=${file('pdf', municipality)}
                >${t('region.costs.pdfOf', { municipality: municipalityName(municipality, locale) })}</a
              >
            </li>`,
        )}
      </ul>
    </details>`;
}

function sharesTable(reader: Reader, { shares, total }: CostStatement): TemplateResult {
  const { t, locale } = reader;
  const number = new Intl.NumberFormat(locale);
  const cells = ({ inhabitants, costs, grants, toPay }: CostStatement['total']) =>
    html`<td>${number.format(inhabitants)}</td>
      <td>${partText(reader, inhabitants, total.inhabitants)}</td>
      <td>${euros(costs, locale)}</td>
      <td>${euros(grants, locale)}</td>
      <td class="sum">${euros(toPay, locale)}</td>`;
  return html`<div class="region-table" tabindex="0" role="group" aria-labelledby="statement">
    <table>
      <thead>
        <tr>
          ${(['municipality', 'inhabitants', 'part', 'costs', 'grants', 'toPay'] as const).map(
            (column) => html`<th scope="col">${t(`region.costs.${column}`)}</th>`,
          )}
        </tr>
      </thead>
      <tbody>
        ${shares.map(
          (share) =>
            html`<tr>
              <th scope="row">${municipalityName(share.municipality, locale)}</th>
              ${cells(share)}
            </tr>`,
        )}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">${t('region.costs.total')}</th>
          ${cells(total)}
        </tr>
      </tfoot>
    </table>
  </div>`;
}

function trialPart({ reader, shown }: CostSharesState, trial: CostStatement): TemplateResult {
  const { t, locale } = reader;
  const before = new Map(shown?.statement.shares.map(({ municipality, toPay }) => [municipality, toPay]));
  const signed = new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR', signDisplay: 'exceptZero' });
  const row = (name: string, now: number | undefined, then: number) =>
    html`<tr>
      <th scope="row">${name}</th>
      <td>${now === undefined ? '–' : euros(now, locale)}</td>
      <td class="sum">${euros(then, locale)}</td>
      <td>${now === undefined ? '–' : signed.format((then - now) / 100)}</td>
    </tr>`;
  return html`<section aria-labelledby="trial">
    <h2 id="trial">${t('region.costs.trial')}</h2>
    <p>${t('region.costs.trialLead')}</p>
    <div class="region-table" tabindex="0" role="group" aria-labelledby="trial">
      <table>
        <thead>
          <tr>
            ${(['municipality', 'now', 'then', 'difference'] as const).map(
              (column) => html`<th scope="col">${t(`region.costs.${column}`)}</th>`,
            )}
          </tr>
        </thead>
        <tbody>
          ${trial.shares.map(({ municipality, toPay }) => row(municipalityName(municipality, locale), before.get(municipality), toPay))}
        </tbody>
        <tfoot>
          ${row(t('region.costs.total'), shown?.statement.total.toPay, trial.total.toPay)}
        </tfoot>
      </table>
    </div>
  </section>`;
}

function historyPart({ reader, year, versions, latest, mayChange, csrfToken }: CostSharesState) {
  const { t } = reader;
  if (versions.length < 2) return nothing;
  return html`<section aria-labelledby="versions">
    <h2 id="versions">${t('region.costs.history')}</h2>
    <ul class="region-versions">
      ${versions.map(
        ({ version, at, by, restores }) =>
          html`<li>
            <span>
              ${t('region.costs.versionOf', { version, date: dateOf(at, reader), name: by })}
              ${restores === undefined ? nothing : html`(${t('region.costs.restoredFrom', { version: restores })})`}
            </span>
            <a href=${`/staff/cost-shares?year=${year}&version=${version}`}>${t('region.costs.show', { version })}</a>
            ${
              mayChange && version !== latest
                ? html`<form method="post" action=${`/staff/cost-shares?year=${year}`}>
                    <input type="hidden" name="csrf" value=${csrfToken} />
                    <input type="hidden" name="version" value=${String(latest)} />
                    <button class="second" name="restore" value=${String(version)}>
                      ${t('region.costs.restore', { version })}
                    </button>
                  </form>`
                : nothing
            }
          </li>`,
      )}
    </ul>
  </section>`;
}

const dateOf = (at: Date | undefined, { locale }: Reader): string => (at ? shortTime(at.toISOString(), locale) : '');
