import { html, nothing, type TemplateResult } from 'lit';
import type { PatronAct } from '../../domain/consortium/acts.ts';
import type { Phase, Rollout } from '../../domain/consortium/schema.ts';
import { municipalityName } from '../labels.ts';
import type { Reader } from '../messages/messages.ts';
import { refusalText } from '../refusals.ts';
import { shortDate, shortTime } from '../staff/words.ts';
import { noticePart } from './form-parts.ts';
import { longDate } from './long-date.ts';

export interface RolloutState {
  readonly reader: Reader;
  readonly csrfToken: string;
  readonly today: string;
  readonly phases: readonly Phase[];
  readonly municipalities: readonly ShownRollout[];
  readonly told: string | undefined;
  readonly preview: RolloutPreview | undefined;
}

interface ShownRollout {
  readonly id: string;
  /** 0 where no day was ever set. */
  readonly version: number;
  readonly starts: Rollout['starts'];
  readonly mayChange: boolean;
  /** What was set before, the last first. */
  readonly earlier: readonly { readonly at: Date; readonly by: string; readonly starts: Rollout['starts'] }[];
}

/** What a patron of a municipality may do on a day. */
export interface RolloutPreview {
  readonly municipality: string;
  readonly on: string;
  readonly acts: readonly { readonly act: PatronAct | 'browse' | 'pickUp'; readonly live: boolean; readonly phase?: Phase; readonly starts?: string | undefined }[]; // prettier-ignore
}

/** From which day on each municipality has which part of the service. Works without scripts. */
export function rolloutPage(state: RolloutState): TemplateResult {
  const { reader: { t }, told, municipalities } = state; // prettier-ignore
  return html`<div class="region">
    ${noticePart(told === undefined ? undefined : { tone: 'refused', text: told })}
    <p>${t('region.rollout.intro')}</p>
    ${previewPart(state)}
    <ul class="region-cards">
      ${municipalities.map((one) => card(state, one))}
    </ul>
  </div>`;
}

function card({ reader, csrfToken, phases }: RolloutState, { id, version, starts, mayChange, earlier }: ShownRollout) {
  const { t, locale } = reader;
  const name = municipalityName(id, locale);
  return html`<li id=${`town-${id}`}>
    <form method="post" action="/staff/rollout" aria-labelledby=${`name-${id}`}>
      <h2 id=${`name-${id}`}>${name}</h2>
      ${version === 0 ? html`<p class="quiet">${t('region.rollout.everything')}</p>` : nothing}
      <input type="hidden" name="csrf" value=${csrfToken} />
      <input type="hidden" name="municipality" value=${id} />
      <input type="hidden" name="version" value=${String(version)} />
      <div class="region-counts">
        ${phases.map(
          (phase) =>
            html`<div class="field">
              <label for=${`${id}-${phase}`}>${t(`region.rollout.phase.${phase}`)}</label>
              <input
                id=${`${id}-${phase}`}
                name=${phase}
                type="date"
                value=${starts[phase] ?? ''}
                ?disabled=${!mayChange}
              />
            </div>`,
        )}
        ${mayChange ? html`<p><button class="second" aria-label=${`${t('region.save')}: ${name}`}>${t('region.save')}</button></p>` : nothing}
      </div>
      ${mayChange ? nothing : html`<p class="quiet">${t('region.notYours')}</p>`}
    </form>
    ${mayChange && earlier.length > 0 ? earlierDays(reader, csrfToken, { id, version, earlier }) : nothing}
  </li>`;
}

function earlierDays(
  { t, locale }: Reader,
  csrfToken: string,
  { id, version, earlier }: Pick<ShownRollout, 'id' | 'version' | 'earlier'>,
): TemplateResult {
  const day = (date: string | undefined) => (date === undefined ? t('region.rollout.none') : shortDate(date, locale));
  return html`<details>
    <summary>${t('region.rollout.earlier')}</summary>
    <ul class="region-versions">
      ${earlier.map(
        ({ at, by, starts }) =>
          html`<li>
            <span
              >${(['catalogue', 'selfService', 'community'] as const).map((phase) => `${t(`region.rollout.phase.${phase}`)} ${day(starts[phase])}`).join(', ')}
              <span class="quiet"
                >${t('region.by', { date: shortTime(at.toISOString(), locale), name: by })}</span
              ></span
            >
            <form method="post" action="/staff/rollout">
              <input type="hidden" name="csrf" value=${csrfToken} />
              <input type="hidden" name="municipality" value=${id} />
              <input type="hidden" name="version" value=${String(version)} />
              ${Object.entries(starts).map(([phase, date]) => html`<input type="hidden" name=${phase} value=${date} />`)}
              <button class="second">${t('region.undo')}</button>
            </form>
          </li>`,
      )}
    </ul>
  </details>`;
}

function previewPart({ reader, municipalities, preview, today }: RolloutState): TemplateResult {
  const { t, locale } = reader;
  return html`<section aria-labelledby="preview">
    <h2 id="preview">${t('region.rollout.preview')}</h2>
    <p>${t('region.rollout.previewLead')}</p>
    <form action="/staff/rollout" class="region-line">
      <div class="field">
        <label for="as">${t('region.costs.municipality')}</label>
        <select id="as" name="as">
          ${municipalities.map(({ id }) => html`<option value=${id} ?selected=${preview?.municipality === id}>${municipalityName(id, locale)}</option>`)}
        </select>
      </div>
      <div class="field">
        <label for="on">${t('region.rollout.on')}</label>
        <input id="on" name="on" type="date" value=${preview?.on ?? today} required />
      </div>
      <button class="second">${t('region.rollout.show')}</button>
    </form>
    ${preview ? shownPreview(reader, preview) : nothing}
  </section>`;
}

function shownPreview(reader: Reader, { municipality, on, acts }: RolloutPreview): TemplateResult {
  const { t, locale } = reader;
  return html`<div class="region-preview" role="status">
    <h3>
      ${t('region.rollout.previewOf', { municipality: municipalityName(municipality, locale), date: longDate(on, locale) })}
    </h3>
    <dl>
      ${acts.map(
        ({ act, live, phase, starts }) =>
          html`<dt>${t(`region.rollout.act.${act}`)}</dt>
            <dd>
              <strong>${t(live ? 'region.rollout.may' : 'region.rollout.mayNot')}</strong>
              ${live ? nothing : html`<q>${refusalText(reader, refusalOf[phase ?? 'selfService'], { municipality, starts })}</q>`}
            </dd>`,
      )}
    </dl>
    <p><a href=${`/m/${municipality}`}>${t('region.rollout.open')}</a></p>
  </div>`;
}

const refusalOf = {
  catalogue: 'branch-not-joined',
  selfService: 'self-service-not-started',
  community: 'community-not-started',
} as const;
