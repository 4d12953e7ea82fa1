import { html, nothing, type TemplateResult } from 'lit';
import { municipalityName } from '../labels.ts';
import type { CostSharesState } from './cost-shares-state.ts';

/** The figures of a year, to be tried and stored. */
export function costsForm(state: CostSharesState): TemplateResult {
  const { reader, year, csrfToken, latest, draft, isProposal, bearers } = state;
  const { t, locale } = reader;
  return html`<section aria-labelledby="figures">
    <h2 id="figures">${t('region.costs.change')}</h2>
    <p>${t('region.costs.changeLead')}</p>
    <form method="post" action=${`/staff/cost-shares?year=${year}`} class="region-form">
      <input type="hidden" name="csrf" value=${csrfToken} />
      <input type="hidden" name="version" value=${String(latest)} />
      ${rowFields(state, 'cost')} ${rowFields(state, 'grant')}
      <fieldset>
        <legend>${t('region.costs.counted')}</legend>
        ${isProposal ? html`<p class="field-hint">${t('region.costs.known')}</p>` : nothing}
        <div class="region-counts">
          ${bearers.map((id) => input(state, { name: `inhabitants-${id}`, label: municipalityName(id, locale), value: draft.inhabitants[id] ?? '', inputmode: 'numeric' }))}
          ${input(state, { name: 'countedOn', label: t('region.costs.countedOn'), value: draft.countedOn, type: 'date' })}
          ${input(state, { name: 'source', label: t('region.costs.source'), value: draft.source })}
        </div>
      </fieldset>
      <p class="buttons">
        <button class="action" name="do" value="try">${t('region.costs.try')}</button>
        <button class="second" name="do" value="store">${t('region.save')}</button>
      </p>
    </form>
  </section>`;
}

function rowFields(state: CostSharesState, part: 'cost' | 'grant'): TemplateResult {
  const { reader: { t }, draft } = state; // prettier-ignore
  const heading = t(`region.costs.rows.${part}`);
  const named = (n: number, field: string) => t('region.costs.rowOf', { part: heading, n, field });
  return html`<fieldset class="region-rows">
    <legend>${heading}</legend>
    <div class="region-row-heads" aria-hidden="true">
      <span>${t('region.costs.rowName')}</span><span>${t('region.costs.rowSum')}</span>
    </div>
    ${draft[part].map(
      ({ name, sum }, at) =>
        html`<div class="region-row">
          ${input(state, { name: `${part}-${at}-name`, named: named(at + 1, t('region.costs.rowName')), value: name })}
          ${input(state, { name: `${part}-${at}-sum`, named: named(at + 1, t('region.costs.rowSum')), value: sum, inputmode: 'decimal' })}
        </div>`,
    )}
  </fieldset>`;
}

interface Input {
  readonly name: string;
  readonly label?: string;
  /** Says what a field without a label of its own is. */
  readonly named?: string;
  readonly value: string;
  readonly type?: 'text' | 'date';
  readonly inputmode?: 'numeric' | 'decimal';
}

function input(
  { reader: { t }, mistakes }: CostSharesState,
  { name, label, named, value, type = 'text', inputmode }: Input,
) {
  const mistake = mistakes[name];
  return html`<div class="field">
    ${label === undefined ? nothing : html`<label for=${name}>${label}</label>`}
    <input
      id=${name}
      name=${name}
      type=${type}
      value=${value}
      maxlength="200"
      autocomplete="off"
      inputmode=${inputmode ?? nothing}
      ?autofocus=${mistake !== undefined && Object.keys(mistakes)[0] === name}
      aria-label=${named ?? nothing}
      aria-invalid=${mistake ? 'true' : nothing}
      aria-describedby=${mistake ? `${name}-mistake` : nothing}
    />
    ${mistake ? html`<p class="mistake" id=${`${name}-mistake`}>${t(mistake)}</p>` : nothing}
  </div>`;
}
