import { html, nothing, type TemplateResult } from 'lit';
import { branchName } from '../labels.ts';
import { shortTime } from '../staff/words.ts';
import type { BranchesState } from './branches-state.ts';
import { noticePart } from './form-parts.ts';

/** When each branch is open. Works without scripts. */
export function branchesPage(state: BranchesState): TemplateResult {
  const { reader: { t, locale }, branches, branch, told } = state; // prettier-ignore
  return html`<div class="region">
    ${noticePart(told === undefined ? undefined : { tone: 'refused', text: told })}
    <form action="/staff/branches" class="region-line">
      <div class="field">
        <label for="branch">${t('region.branches.choose')}</label>
        <select id="branch" name="branch">
          ${branches.map((id) => html`<option value=${id} ?selected=${id === branch}>${branchName(id, locale)}</option>`)}
        </select>
      </div>
      <button class="second">${t('region.rollout.show')}</button>
    </form>
    <section aria-labelledby="name">
      <h2 id="name">${branchName(branch, locale)}</h2>
      ${state.mayChange ? nothing : html`<p class="quiet">${t('region.notYours')}</p>`} ${calendarForm(state)}
    </section>
    ${nextDays(state)} ${versionList(state)}
  </div>`;
}

/** "maanantai": the weekday of a day, 0 for Monday. */
const weekdayName = (day: number, locale: string): string =>
  new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(2026, 0, 5 + day)));

function calendarForm(state: BranchesState): TemplateResult {
  const { reader: { t, locale }, csrfToken, branch, version, draft, mayChange } = state; // prettier-ignore
  return html`<form method="post" action=${`/staff/branches?branch=${branch}`} class="region-form">
    <input type="hidden" name="csrf" value=${csrfToken} />
    <input type="hidden" name="version" value=${String(version)} />
    <fieldset ?disabled=${!mayChange}>
      <legend>${t('region.branches.week')}</legend>
      <p class="field-hint">${t('region.branches.weekHint')}</p>
      ${draft.week.map(({ opens, closes }, day) => {
        const name = weekdayName(day, locale);
        const named = (field: string) => t('region.branches.fieldOf', { day: name, field });
        return html`<div class="region-day">
          <span aria-hidden="true">${name}</span>
          ${timeField(state, `day-${day}-opens`, named(t('region.branches.opens')), opens)}
          ${timeField(state, `day-${day}-closes`, named(t('region.branches.closes')), closes)}
        </div>`;
      })}
      <p>
        <label class="region-check"
          ><input
            type="checkbox"
            name="closedOnHolidays"
            value="yes"
            ?checked=${draft.closedOnHolidays}
          />${t('region.branches.holidays')}</label
        >
      </p>
    </fieldset>
    <fieldset ?disabled=${!mayChange}>
      <legend>${t('region.branches.exceptions')}</legend>
      <p class="field-hint">${t('region.branches.exceptionsHint')}</p>
      ${draft.exceptions.map((_, at) => exceptionFields(state, at))}
    </fieldset>
    ${mayChange ? html`<p><button class="action">${t('region.save')}</button></p>` : nothing}
  </form>`;
}

function exceptionFields(state: BranchesState, at: number): TemplateResult {
  const { reader: { t }, draft } = state; // prettier-ignore
  const one = draft.exceptions[at];
  const named = (field: string) => t('region.branches.exceptionOf', { n: at + 1, field });
  const field = (name: 'from' | 'to' | 'opens' | 'closes' | 'reason', type: string) =>
    timeField(state, `exception-${at}-${name}`, named(t(`region.branches.${name}`)), one?.[name] ?? '', type, t(`region.branches.${name}`)); // prettier-ignore
  return html`<div class="region-exception">
    ${field('from', 'date')} ${field('to', 'date')} ${field('opens', 'time')} ${field('closes', 'time')}
    ${field('reason', 'text')}
  </div>`;
}

function timeField(
  { reader: { t }, mistakes }: BranchesState,
  name: string,
  named: string,
  value: string,
  type = 'time',
  label?: string,
): TemplateResult {
  const mistake = mistakes[name];
  return html`<div class="field">
    ${label === undefined ? nothing : html`<span class="field-name" aria-hidden="true">${label}</span>`}
    <input
      name=${name}
      type=${type}
      value=${value}
      aria-label=${named}
      aria-invalid=${mistake ? 'true' : nothing}
      aria-describedby=${mistake ? `${name}-mistake` : nothing}
      ?autofocus=${mistake !== undefined && Object.keys(mistakes)[0] === name}
    />
    ${mistake ? html`<p class="mistake" id=${`${name}-mistake`}>${t(mistake)}</p>` : nothing}
  </div>`;
}

function nextDays({ reader: { t, locale }, next }: BranchesState): TemplateResult {
  const day = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'numeric', timeZone: 'UTC' });
  return html`<section aria-labelledby="next">
    <h2 id="next">${t('region.branches.next')}</h2>
    <dl class="region-days">
      ${next.map(
        ({ on, hours }) =>
          html`<div>
            <dt>${day.format(new Date(`${on}T00:00:00Z`))}</dt>
            <dd>${hours ? `${hours.from}–${hours.to}` : t('region.branches.closed')}</dd>
          </div>`,
      )}
    </dl>
  </section>`;
}

function versionList({ reader: { t, locale }, versions, version, branch, csrfToken, mayChange }: BranchesState) {
  if (versions.length < 2) return nothing;
  return html`<section aria-labelledby="versions">
    <h2 id="versions">${t('region.costs.history')}</h2>
    <ul class="region-versions">
      ${versions.map(
        (one) =>
          html`<li>
            <span
              >${t('region.branches.version', { version: one.version })}
              <span class="quiet"
                >${t('region.by', { date: shortTime(one.at.toISOString(), locale), name: one.by })}</span
              ></span
            >
            ${
              mayChange && one.version !== version
                ? html`<form method="post" action=${`/staff/branches?branch=${branch}`}>
                    <input type="hidden" name="csrf" value=${csrfToken} />
                    <input type="hidden" name="version" value=${String(version)} />
                    <button class="second" name="restore" value=${String(one.version)}>
                      ${t('region.costs.restore', { version: one.version })}
                    </button>
                  </form>`
                : nothing
            }
          </li>`,
      )}
    </ul>
  </section>`;
}
