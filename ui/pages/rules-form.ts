import { html, nothing, type TemplateResult } from 'lit';
import { branchName, facetLabel, municipalityName } from '../labels.ts';
import { isMessageKey } from '../messages/messages.ts';
import { euros, refusalText } from '../refusals.ts';
import { longDate } from './long-date.ts';
import { aspects, limits, type RulesState, type ShownRefusal, type ShownTrial } from './rules-state.ts';

/** New rules, to be tried and set. */
export function rulesForm(state: RulesState): TemplateResult {
  const { reader: { t, locale }, csrfToken, materials, municipalities, open, maySet } = state; // prettier-ignore
  return html`<details class="region-edit" ?open=${open}>
    <summary>${t(maySet ? 'region.rules.edit' : 'region.rules.tryNew')}</summary>
    <p>${t('region.rules.editLead')}</p>
    <form method="post" action="/staff/rules" class="region-form">
      <input type="hidden" name="csrf" value=${csrfToken} />
      <div class="region-counts">${input(state, 'from', t('region.rules.from'), 'date')}</div>
      <fieldset>
        <legend>${t('staff.rules.limits')}</legend>
        <div class="region-counts">
          ${limits.map((limit) => input(state, `patrons-${limit}`, t(`staff.rules.${limit}`)))}
        </div>
      </fieldset>
      <fieldset>
        <legend>${t('region.rules.standard')}</legend>
        <div class="region-counts">${aspectFields(state, 'standard', false)}</div>
      </fieldset>
      <p class="field-hint">${t('region.rules.materialHint')}</p>
      ${Array.from({ length: materials }, (_, at) => materialFields(state, at))}
      <details>
        <summary>${t('region.rules.regional')}</summary>
        <div class="region-counts">
          ${choice(state, 'regional', t('region.rules.regional.usual'), holdKinds(state))}
          ${municipalities.map((id) =>
            choice(state, `regional-${id}`, municipalityName(id, locale), [
              ['', t('region.rules.regional.asUsual')],
              ...holdKinds(state),
            ]),
          )}
        </div>
      </details>
      ${tester(state)}
      <p class="buttons">
        <button class="action" name="do" value="try">${t('region.rules.try')}</button>
        ${maySet ? html`<button class="second" name="do" value="store">${t('region.rules.store')}</button>` : nothing}
      </p>
      ${maySet ? nothing : html`<p class="quiet">${t('region.rules.adminsSet')}</p>`}
    </form>
  </details>`;
}

type Options = readonly (readonly [value: string, label: string])[];

const holdKinds = ({ reader: { t } }: RulesState): Options =>
  (['whenNoneFree', 'whenNoneOwned', 'never'] as const).map((kind) => [kind, t(`region.rules.regional.${kind}`)]);

function aspectFields(state: RulesState, start: string, mayBeSame: boolean): TemplateResult[] {
  const { t } = state.reader;
  return aspects.map((aspect) =>
    aspect === 'floats'
      ? choice(state, `${start}-floats`, t('staff.rules.floats'), [
          ...(mayBeSame ? [['', t('region.rules.floats.same')] as const] : []),
          ['no', t('region.rules.no')],
          ['yes', t('region.rules.yes')],
        ])
      : input(state, `${start}-${aspect}`, t(`staff.rules.${aspect}`)),
  );
}

function materialFields(state: RulesState, at: number): TemplateResult {
  const { reader, draft, formats, audiences, mistakes } = state;
  const { t, locale } = reader;
  const start = `material-${at}`;
  const name = draft[`${start}-name`] ?? '';
  const key = `staff.rules.${name}`;
  const shown = isMessageKey(reader, key) ? t(key) : name;
  const isWrong = Object.keys(mistakes).some((one) => one.startsWith(`${start}-`));
  return html`<details ?open=${isWrong}>
    <summary>${name === '' ? t('region.rules.newMaterial') : t('region.rules.material', { name: shown })}</summary>
    <fieldset>
      <legend class="unseen">${name === '' ? t('region.rules.newMaterial') : shown}</legend>
      <div class="region-counts">
        ${input(state, `${start}-name`, t('region.rules.name'))}
        ${input(state, `${start}-acquiredWithinDays`, t('region.rules.acquiredWithinDays'))}
      </div>
      ${checks(
        state,
        t('region.rules.formats'),
        formats.map((one) => [`${start}-format-${one}`, facetLabel('format', one, locale)]),
      )}
      ${checks(
        state,
        t('region.rules.audiences'),
        audiences.map((one) => [`${start}-audience-${one}`, facetLabel('audience', one, locale)]),
      )}
      <div class="region-counts">${aspectFields(state, start, true)}</div>
    </fieldset>
  </details>`;
}

const checks = ({ draft }: RulesState, legend: string, all: Options) =>
  html`<fieldset class="region-checks">
    <legend>${legend}</legend>
    ${all.map(
      ([name, label]) =>
        html`<label class="region-check"
          ><input type="checkbox" name=${name} value="yes" ?checked=${draft[name] === 'yes'} />${label}</label
        >`,
    )}
  </fieldset>`;

function tester(state: RulesState): TemplateResult {
  const { reader: { t, locale }, branches, trial } = state; // prettier-ignore
  return html`<fieldset>
    <legend>${t('region.rules.tester')}</legend>
    <p class="field-hint">${t('region.rules.testerLead')}</p>
    <div class="region-counts">
      ${input(state, 'card', t('region.rules.card'))} ${input(state, 'item', t('region.rules.item'))}
      ${choice(
        state,
        'branch',
        t('region.rules.branch'),
        branches.map((id) => [id, branchName(id, locale)]),
      )}
      ${input(state, 'on', t('region.rules.on'), 'date')}
    </div>
    ${trial ? outcome(state, trial) : nothing}
  </fieldset>`;
}

function outcome({ reader }: RulesState, { title, name, loan, hold, lateCents, lateCapCents, rules }: ShownTrial) {
  const { t, locale } = reader;
  const said = (refusal: ShownRefusal) =>
    html`<strong>${t('region.rollout.mayNot')}</strong>
      <q>${refusalText(reader, refusal.refused, refusal.details)}</q>`;
  const of = (rule: string) => html`<span class="quiet">${t('region.rules.fromRule', { rule })}</span>`;
  return html`<div class="region-preview" role="status" tabindex="-1" autofocus>
    <h3>${t('region.rules.outcome', { title, name })}</h3>
    <dl>
      <dt>${t('region.rules.lend')}</dt>
      <dd>
        ${'refused' in loan ? said(loan) : html`${t('region.rules.lent', { date: longDate(loan.dueOn, locale) })} ${of(rules.loan)}`}
      </dd>
      <dt>${t('region.rules.hold')}</dt>
      <dd>
        ${'refused' in hold ? said(hold) : html`${t('region.rules.held', { days: hold.pickupDays })} ${of(rules.hold)}`}
      </dd>
      <dt>${t('region.rules.late')}</dt>
      <dd>
        ${t('region.rules.lateFee', { cents: euros(lateCents, locale), cap: euros(lateCapCents, locale) })}
        ${of(rules.late)}
      </dd>
    </dl>
  </div>`;
}

function input({ reader: { t }, draft, mistakes }: RulesState, name: string, label: string, type = 'text') {
  const mistake = mistakes[name];
  return html`<div class="field">
    <label for=${name}>${label}</label>
    <input
      id=${name}
      name=${name}
      type=${type}
      value=${draft[name] ?? ''}
      autocomplete="off"
      aria-invalid=${mistake ? 'true' : nothing}
      aria-describedby=${mistake ? `${name}-mistake` : nothing}
      ?autofocus=${mistake !== undefined && Object.keys(mistakes)[0] === name}
    />
    ${mistake ? html`<p class="mistake" id=${`${name}-mistake`}>${t(mistake)}</p>` : nothing}
  </div>`;
}

const choice = ({ draft }: RulesState, name: string, label: string, options: Options) =>
  html`<div class="field">
    <label for=${name}>${label}</label>
    <select id=${name} name=${name}>
      ${options.map(([value, shown]) => html`<option value=${value} ?selected=${(draft[name] ?? '') === value}>${shown}</option>`)}
    </select>
  </div>`;
