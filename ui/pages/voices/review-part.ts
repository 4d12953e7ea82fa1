import { html, nothing, type TemplateResult } from 'lit';
import type { Standing } from '../../../domain/moderation/schema.ts';
import { markdownPart } from '../../markdown.ts';
import type { Reader } from '../../messages/messages.ts';
import { workAddress } from '../../search/work-address.ts';
import { reportAddress } from '../report-page.ts';
import { longDate } from '../long-date.ts';
import type { Visitor } from '../visitor-part.ts';
import { starsPart } from './stars.ts';

/** A review as the page of its work shows it. */
export interface ShownReview {
  readonly id: string;
  readonly by: string | undefined;
  readonly stars: number | undefined;
  readonly title: string;
  /** Markdown. */
  readonly text: string;
  readonly spoiler: boolean;
  readonly language: string;
  /** Calendar dates. */
  readonly writtenOn: string;
  readonly editedOn: string | undefined;
  readonly helpful: number;
  readonly yours: boolean;
  readonly helpedYou: boolean;
  readonly state: Standing['state'];
}

interface Around {
  readonly reader: Reader;
  readonly work: string;
  readonly visitor: Visitor | undefined;
  readonly waiting: string | undefined;
}

/** One review: who, when, how many stars; the text, folded where it gives the story away; what one can do with it. */
export function reviewPart(review: ShownReview, around: Around): TemplateResult {
  const { id, by, stars, title, text, spoiler, language, writtenOn, editedOn, yours, state } = review;
  const { reader, visitor, waiting } = around;
  const { t, locale } = reader;
  const name = by ?? t('voices.unknown');
  const written = html`<div class="written" lang=${language}>${markdownPart(text)}</div>`;
  return html`<article class="review" id=${`review-${id}`} aria-labelledby=${`review-${id}-title`}>
    <h4 id=${`review-${id}-title`}>
      ${stars === undefined ? nothing : starsPart(reader, stars)}
      ${title === '' ? html`<span class=${yours ? '' : 'unseen'}>${yours ? t('voices.own') : name}</span>` : html`<span lang=${language}>${title}</span>`}
    </h4>
    <p class="quiet">
      <span translate="no">${name}</span> · <time datetime=${writtenOn}>${longDate(writtenOn, locale)}</time>${
        editedOn === undefined ? nothing : html`, ${t('voices.edited', { date: longDate(editedOn, locale) })}`
      }
    </p>
    ${yours && state !== 'published' ? html`<p class="told">${t(state === 'pending' ? 'voices.pending' : 'voices.hidden')}</p>` : nothing}
    ${
      spoiler
        ? html`<details class="spoiler">
            <summary>${t('voices.spoiler')}</summary>
            ${written}
          </details>`
        : written
    }
    <div class="review-foot">
      ${yours ? ownActs(review, around) : othersActs(review, around, name, visitor && waiting === undefined ? visitor : undefined)}
    </div>
  </article>`;
}

function ownActs({ id, helpful }: ShownReview, { reader: { t }, work, visitor }: Around): TemplateResult {
  return html`${helpful > 0 ? html`<span class="quiet">${t('voices.helpfulCount', { n: helpful })}</span>` : nothing}
    <a href=${`${workAddress(work)}/review`} rel="nofollow">${t('voices.edit')}</a>
    <form method="post" action=${`${workAddress(work)}/voices`}>
      <input type="hidden" name="csrf" value=${visitor?.csrfToken ?? ''} />
      <input type="hidden" name="review" value=${id} />
      <button class="plain" name="do" value="delete">${t('voices.delete')}</button>
    </form>`;
}

function othersActs(
  { id, helpful, helpedYou }: ShownReview,
  { reader: { t }, work }: Around,
  name: string,
  visitor: Visitor | undefined,
): TemplateResult {
  const count = helpful > 0 ? html`<span class="quiet">${t('voices.helpfulCount', { n: helpful })}</span>` : nothing;
  if (!visitor) return html`${count}`;
  const action = `${workAddress(work)}/voices`;
  const fields = html`<input type="hidden" name="csrf" value=${visitor.csrfToken} />
    <input type="hidden" name="review" value=${id} />`;
  return html`
    <form method="post" action=${action}>
      ${fields}
      <button
        class="second small"
        name="do"
        value=${helpedYou ? 'unhelpful' : 'helpful'}
        aria-pressed=${helpedYou ? 'true' : 'false'}
        aria-label=${t('voices.helpfulName', { name })}
      >
        ${t('voices.helpful')}
      </button>
    </form>
    ${count}
    <a href=${reportAddress({ kind: 'review', id })} rel="nofollow">${t('voices.report')}</a>
  `;
}
