import { html, nothing, type TemplateResult } from 'lit';
import type { RuleSet, Terms } from '../../domain/circulation/rules/schema.ts';
import type { Reader } from '../messages/messages.ts';
import { noticePart } from './form-parts.ts';
import { rulesForm } from './rules-form.ts';
import { aspects, limits, type RulesState } from './rules-state.ts';
import { isMessageKey } from '../messages/messages.ts';
import { euros } from '../refusals.ts';
import { shortDate } from '../staff/words.ts';

/** The rules in force on a day: of those that have begun, the ones that began last. */
export const inForceOn = (ruleSets: readonly RuleSet[], on: string): RuleSet | undefined =>
  ruleSets
    .filter(({ from }) => from <= on)
    .toSorted((a, b) => (a.from === b.from ? b._id - a._id : a.from < b.from ? 1 : -1))[0];

/** The rules of use as tables: those in force first, then the way to new ones, then the others, the last set first. */
export function rulesPage(state: RulesState): TemplateResult {
  const { reader, ruleSets, today, told, csrfToken, maySet } = state;
  const inForce = inForceOn(ruleSets, today);
  const others = ruleSets.filter((one) => one !== inForce);
  const again = (id: number) =>
    html`<form method="post" action="/staff/rules">
      <input type="hidden" name="csrf" value=${csrfToken} />
      <button class="second" name="restore" value=${String(id)}>${reader.t('region.rules.again')}</button>
    </form>`;
  return html`<div class="region">
    ${noticePart(told === undefined ? undefined : { tone: 'refused', text: told })}
    ${inForce ? ruleSet(reader, inForce, true) : nothing} ${rulesForm(state)}
    ${others.map((one) => html`${ruleSet(reader, one, false)} ${maySet ? again(one._id) : nothing}`)}
  </div>`;
}

function ruleSet(reader: Reader, { _id, from, standard, materials, patrons }: RuleSet, isInForce: boolean) {
  const { t, locale } = reader;
  const since = t('staff.rules.from', { date: shortDate(from, locale) });
  return html`<section aria-labelledby=${`rules-${_id}`}>
    <h2 id=${`rules-${_id}`}>${isInForce ? `${t('staff.rules.now')} · ${since}` : since}</h2>
    <div class="rules-table" tabindex="0" role="group" aria-labelledby=${`rules-${_id}`}>
      <table>
        <thead>
          <tr>
            <th scope="col">${t('staff.rules.material')}</th>
            ${aspects.map((aspect) => html`<th scope="col">${t(`staff.rules.${aspect}`)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${row(reader, 'standard', standard)}${materials.map(({ name, terms }) => row(reader, name, terms))}
        </tbody>
      </table>
    </div>
    <h3>${t('staff.rules.limits')}</h3>
    <ul>
      ${limits.map((limit) => html`<li>${t(`staff.rules.${limit}`)}: ${figure(reader, limit, patrons[limit])}</li>`)}
    </ul>
  </section>`;
}

function row(reader: Reader, name: string, terms: Partial<Terms>): TemplateResult {
  const key = `staff.rules.${name}`;
  return html`<tr>
    <th scope="row">${isMessageKey(reader, key) ? reader.t(key) : name}</th>
    ${aspects.map((aspect) => {
      const value = terms[aspect];
      return html`<td>
        ${value === undefined ? html`<span class="quiet">${reader.t('staff.rules.same')}</span>` : figure(reader, aspect, value)}
      </td>`;
    })}
  </tr>`;
}

const figure = ({ t, locale }: Reader, name: string, value: number | boolean): string =>
  typeof value === 'boolean' ? t(value ? 'region.rules.yes' : 'region.rules.no') : /Cents/.test(name) ? euros(value, locale) : String(value); // prettier-ignore
