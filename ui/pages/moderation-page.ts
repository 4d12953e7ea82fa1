import { html, nothing, type TemplateResult } from 'lit';
import { municipalities } from '../../config/region/municipalities.ts';
import type { QueuedText, QueueView } from '../../domain/moderation/queue.ts';
import type { VoiceKind } from '../../domain/moderation/schema.ts';
import { municipalityName } from '../labels.ts';
import { markdownPart } from '../markdown.ts';
import type { Reader } from '../messages/messages.ts';
import { textAreaPart } from './form-parts.ts';
import { momentPart } from './moment.ts';

export interface QueueState {
  readonly reader: Reader;
  readonly csrfToken: string;
  readonly view: QueueView;
  readonly kind: VoiceKind | undefined;
  readonly municipality: string | undefined;
  readonly views: readonly QueueView[];
  readonly kinds: readonly VoiceKind[];
  readonly texts: readonly QueuedText[];
  /** Goes on after the last one, where there may be more. */
  readonly more: boolean;
}

export const moderationAddress = '/staff/moderation';

/** The address of a choice of texts; `after` goes on from an instant. */
export function queueAddress({
  view,
  kind,
  municipality,
  after,
}: {
  view?: QueueView | undefined;
  kind?: string | undefined;
  municipality?: string | undefined;
  after?: Date | undefined;
}): string {
  // prettier-ignore
  const parameters = new URLSearchParams({
    ...(view !== undefined && view !== 'waiting' && { view }),
    ...(kind !== undefined && { kind }),
    ...(municipality !== undefined && { municipality }),
    ...(after && { after: after.toISOString() }),
  });
  return `${moderationAddress}${parameters.size > 0 ? `?${parameters}` : ''}`;
}

/** What waits for staff, each text with what it belongs to, what was said of it, and what can be done. */
export function moderationPage(state: QueueState): TemplateResult {
  const { reader: { t }, view, kind, municipality, views, texts, more } = state; // prettier-ignore
  const last = texts.at(-1);
  return html`<div class="moderation">
    <nav class="tabs lined" aria-label=${t('moderation.views')}>
      <ul>
        ${views.map(
          (one) =>
            html`<li>
              <a href=${queueAddress({ view: one, kind, municipality })} aria-current=${one === view ? 'page' : nothing}
                >${t(`moderation.view.${one}`)}</a
              >
            </li>`,
        )}
      </ul>
    </nav>
    ${filterPart(state)}
    <p class="quiet">${texts.length === 0 ? t('moderation.none') : t('moderation.count', { n: texts.length })}</p>
    <ol class="moderation-queue">
      ${texts.map((text, nth) => html`<li>${textPart(state, text, texts[nth + 1])}</li>`)}
    </ol>
    ${more && last ? html`<p><a href=${queueAddress({ view, kind, municipality, after: last.since })}>${t('moderation.next')}</a></p>` : nothing}
    ${texts.length === 0 ? nothing : html`<p class="quiet with-keys">${t('moderation.keys')}</p>`}
  </div>`;
}

function filterPart({ reader: { t, locale }, view, kind, kinds, municipality }: QueueState): TemplateResult {
  const choice = (name: string, label: string, chosen: string | undefined, all: readonly { id: string; said: string }[]) =>
    html`<div class="field">
      <label for=${`filter-${name}`}>${label}</label>
      <select id=${`filter-${name}`} name=${name}>
        <option value="">${t('moderation.every')}</option>
        ${all.map(({ id, said }) => html`<option value=${id} ?selected=${id === chosen}>${said}</option>`)}
      </select>
    </div>`; // prettier-ignore
  return html`<form method="get" action=${moderationAddress} class="moderation-filter">
    <input type="hidden" name="view" value=${view} />
    ${choice('kind', t('moderation.kind'), kind, kinds.map((id) => ({ id, said: t(`voice.${id}`) })))}
    ${choice('municipality', t('moderation.town'), municipality, municipalities.map(({ id }) => ({ id, said: municipalityName(id, locale) })))}
    <button class="second">${t('moderation.filter')}</button>
  </form>`; // prettier-ignore
}

export const queuedId = ({ kind, text }: QueuedText): string => `${kind}-${text.id}`;

function textPart(state: QueueState, queued: QueuedText, next: QueuedText | undefined): TemplateResult {
  const { reader: { t, locale }, csrfToken } = state; // prettier-ignore
  const { kind, text, reports } = queued;
  const id = queuedId(queued);
  const { state: standing, cause } = text.standing;
  const hidden = { csrf: csrfToken, kind, id: text.id, version: text.version, author: text.author ?? '', next: next ? queuedId(next) : '' }; // prettier-ignore
  return html`<article id=${id} tabindex="-1" aria-labelledby=${`${id}-name`}>
    <h2 id=${`${id}-name`}>${t(`voice.${kind}`)}${text.title === '' ? nothing : html`: ${text.title}`}</h2>
    <p class="quiet">
      ${t('moderation.in')}${text.about.address === '' ? text.about.title || t('mine.gone') : html`<a href=${text.about.address}>${text.about.title || text.about.address}</a>`}
    </p>
    <div class="written judged">${markdownPart(text.text)}</div>
    <p class="written-by quiet">
      ${text.byline === '' ? nothing : html`<span>${t('moderation.by', { name: text.byline })}</span>`}
      <span>${municipalityName(text.municipality, locale)}</span>
      ${momentPart(text.writtenAt, locale)}
      <span class="by-staff">${t(`moderation.view.${viewOf[standing]}`)}</span>
      ${cause ? html`<span>${t(`moderation.cause.${cause}`)}</span>` : nothing}
    </p>
    ${earlierPart(state, text)}
    ${
      reports.length === 0
        ? nothing
        : html`<div class="told refused">
            <p>${t('moderation.reports', { n: reports.length })}</p>
            <ul>
              ${reports.map(({ reason, note }) => html`<li>${t(`report.${reason}`)}${note === '' ? nothing : html`: ${note}`}</li>`)}
            </ul>
          </div>`
    }
    <form method="post" action=${queueAddress(state)} class="judgement">
      ${Object.entries(hidden).map(([name, value]) => html`<input type="hidden" name=${name} value=${String(value)} />`)}
      <p class="buttons">
        ${standing === 'hidden' ? button('restore', t('moderation.restore')) : button('approve', t('moderation.approve'))}
        ${standing === 'hidden' ? nothing : button('hide', t('moderation.hide'))}
      </p>
      <details class="change">
        <summary>${t('moderation.more')}</summary>
        <div class="form">
          ${textAreaPart({ id: `${id}-words`, name: 'words', label: t('moderation.words'), hint: t('moderation.wordsHint'), rows: 3, longest: 1_000 })}
          <button class="second" name="do" value="answer">${t('moderation.answer')}</button>
          <div class="field">
            <label for=${`${id}-days`}>${t('moderation.banDays')}</label>
            <select id=${`${id}-days`} name="days">
              ${banDays.map((days) => html`<option value=${days}>${t(`moderation.ban.${days}`)}</option>`)}
            </select>
          </div>
          <button class="second" name="do" value="ban">${t('moderation.ban')}</button>
        </div>
      </details>
    </form>
  </article>`;
}

/** What it said before: whoever changes a text after it was reported does not hide what was read. */
function earlierPart({ reader: { t, locale } }: QueueState, { earlier = [] }: QueuedText['text']) {
  if (earlier.length === 0) return nothing;
  return html`<details class="change earlier">
    <summary>${t('moderation.earlier', { n: earlier.length })}</summary>
    <ol>
      ${earlier.map(
        ({ title, text, at }) =>
          html`<li>
            <p class="quiet">${momentPart(at, locale)}</p>
            ${title === '' ? nothing : html`<p><strong>${title}</strong></p>`}
            <div class="written judged">${markdownPart(text)}</div>
          </li>`,
      )}
    </ol>
  </details>`;
}

const button = (act: string, name: string) =>
  html`<button class=${act === 'hide' ? 'second' : 'action'} name="do" value=${act} data-act=${act}>${name}</button>`;

const banDays = ['7', '30', '0'] as const;
const viewOf = { pending: 'waiting', published: 'published', hidden: 'hidden' } as const;
