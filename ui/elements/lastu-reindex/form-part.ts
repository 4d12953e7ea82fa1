import { html, nothing, type TemplateResult } from 'lit';
import { municipalities } from '../../../config/region/municipalities.ts';
import type { DryRunView } from '../../../api/routes/staff-reindex.ts';
import type { ReindexOverview } from '../../../api/routes/staff-reindex-view.ts';
import type { ReindexScope } from '../../../indexer/reindex/schema.ts';
import { municipalityName } from '../../labels.ts';
import type { Reader } from '../../messages/messages.ts';
import { samplePart } from './comparison-part.ts';
import { duration } from './run-part.ts';

type Kind = ReindexScope['kind'];
const kinds = ['full', 'source', 'municipality', 'query'] as const satisfies readonly Kind[];

interface Acts {
  readonly busy: boolean;
  readonly choose: (kind: Kind) => void;
  readonly tryFirst: (form: HTMLFormElement) => void;
  readonly begin: (form: HTMLFormElement) => void;
}

/** What to index, and what is to become of it. */
export function formPart(reader: Reader, overview: ReindexOverview, chosen: Kind, acts: Acts): TemplateResult {
  const { t } = reader;
  const formOf = ({ currentTarget }: Event) =>
    currentTarget instanceof HTMLFormElement ? currentTarget : currentTarget instanceof HTMLButtonElement ? currentTarget.form : null; // prettier-ignore
  return html`<form
    @submit=${(event: Event) => {
      event.preventDefault();
      const form = formOf(event);
      if (form && !acts.busy) acts.begin(form);
    }}
  >
    <fieldset>
      <legend>${t('reindex.scope')}</legend>
      ${kinds.map(
        (kind) =>
          html`<label class="choice">
            <input
              type="radio"
              name="kind"
              value=${kind}
              .checked=${kind === chosen}
              @change=${() => acts.choose(kind)}
            />
            ${t(`reindex.scope.${kind}`)}
          </label>`,
      )}
    </fieldset>
    ${chosen === 'full' ? fullPart(reader, overview) : partPart(reader, overview, chosen)}
    <p class="line">
      <button
        type="button"
        ?disabled=${acts.busy}
        @click=${(event: Event) => {
          const form = formOf(event);
          if (form) acts.tryFirst(form);
        }}
      >
        ${t('reindex.dry')}
      </button>
      <button class="main" ?disabled=${acts.busy}>${t('reindex.start')}</button>
    </p>
  </form>`;
}

function fullPart({ t }: Reader, { synonyms, serving }: ReindexOverview): TemplateResult {
  return html`<p class="field">
      <label for="swap">${t('reindex.swap')}</label>
      <select id="swap" name="swap">
        <option value="by-hand">${t('reindex.swap.by-hand')}</option>
        <option value="automatic">${t('reindex.swap.automatic')}</option>
      </select>
    </p>
    ${
      synonyms === undefined || synonyms === serving?.synonyms
        ? nothing
        : html`<p class="field">
            <label for="synonyms">${t('reindex.synonyms')}</label>
            <select id="synonyms" name="synonyms">
              <option value=${synonyms}>${t('reindex.synonyms.latest', { version: synonyms })}</option>
              <option value="">${t('reindex.synonyms.same')}</option>
            </select>
          </p>`
    }`;
}

function partPart({ t, locale }: Reader, { sources }: ReindexOverview, kind: Exclude<Kind, 'full'>): TemplateResult {
  const field = {
    source: () =>
      html`<select id="value" name="value" required>
        ${sources.map((source) => html`<option value=${source}>${source}</option>`)}
      </select>`,
    municipality: () =>
      html`<select id="value" name="value" required>
        ${municipalities.map(({ id }) => html`<option value=${id}>${municipalityName(id, locale)}</option>`)}
      </select>`,
    query: () => html`<input id="value" name="value" required maxlength="200" autocomplete="off" />`,
  };
  return html`<p class="field">
      <label for="value">${t(`reindex.${kind}`)}</label>
      ${field[kind]()}
    </p>
    <p class="quiet">${t('reindex.part')}</p>`;
}

/** What the form says, as the API takes it. */
export function readWish(form: HTMLFormElement, overview: ReindexOverview | undefined) {
  const given = new FormData(form);
  const value = String(given.get('value') ?? '').trim();
  const scopes = {
    full: { kind: 'full' },
    source: { kind: 'source', source: value },
    municipality: { kind: 'municipality', municipality: value },
    query: { kind: 'query', q: value },
  } as const satisfies Record<Kind, ReindexScope>;
  const kind = kinds.find((one) => one === given.get('kind')) ?? 'full';
  if (kind !== 'full') return { scope: scopes[kind] };
  const chosen = Number(given.get('synonyms'));
  const synonyms = chosen > 0 ? chosen : overview?.serving?.synonyms;
  return {
    scope: scopes.full,
    swap: given.get('swap') === 'automatic' ? 'automatic' : 'by-hand',
    ...(synonyms !== undefined && { synonyms }),
  };
}

/** What a trial has told. */
export function dryPart(reader: Reader, { works, rate, seconds, sample }: DryRunView): TemplateResult {
  const { t } = reader;
  return html`<section class="trial" aria-labelledby="trial">
    <h3 id="trial">${t('reindex.dry.title')}</h3>
    <p>
      ${t('reindex.dry.works', { n: works })}.
      ${t('reindex.dry.time', { time: duration(reader, seconds), rate: Math.round(rate) })}
    </p>
    ${samplePart(reader, sample)}
  </section>`;
}
