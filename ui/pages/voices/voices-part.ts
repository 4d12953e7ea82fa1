import { html, nothing, type TemplateResult } from 'lit';
import type { RatingSummary } from '../../../domain/reviews/schema.ts';
import type { WorkTag } from '../../../domain/tags/service.ts';
import type { Reader } from '../../messages/messages.ts';
import { workAddress } from '../../search/work-address.ts';
import { noticePart } from '../form-parts.ts';
import type { Visitor } from '../visitor-part.ts';
import { reviewPart, type ShownReview } from './review-part.ts';
import { oneDecimal, starsField, starsPart } from './stars.ts';
import { tagsPart } from './tags-part.ts';

/** What readers say of a work, as its page shows it. */
export interface VoicesState {
  readonly reader: Reader;
  readonly work: string;
  readonly visitor: Visitor | undefined;
  readonly rating: RatingSummary & { readonly yours: number | undefined };
  readonly reviews: readonly ShownReview[];
  readonly total: number;
  /** Whether the reader has reviewed it. */
  readonly hasReviewed: boolean;
  readonly order: 'helpful' | 'newest';
  readonly page: number;
  readonly pages: number;
  readonly tags: readonly WorkTag[];
  /** Words to choose from where one writes a tag. */
  readonly suggestions: readonly string[];
  /** Why the reader may not take part yet. */
  readonly waiting: string | undefined;
  readonly note: VoicesNote | undefined;
}

/** What came of a form; `undo`: the review that can be brought again. */
export interface VoicesNote {
  readonly tone: 'done' | 'refused';
  readonly text: string;
  readonly undo?: string | undefined;
}

export const voicesAddress = (work: string): string => `${workAddress(work)}/voices`;
export const reviewAddress = (work: string): string => `${workAddress(work)}/review`;

/** Stars, reviews and tags of a work. Everything in it is a plain form. */
export function voicesPart(state: VoicesState): TemplateResult {
  const { reader, rating, visitor, waiting, note } = state;
  const { t } = reader;
  return html`<section class="voices" id="voices" aria-labelledby="voices-title">
    <h2 id="voices-title">${t('voices.title')}</h2>
    ${noteOf(state, note)}
    <div class="voices-head">
      ${rating.count > 0 ? summary(reader, rating) : html`<p class="lead">${t('voices.none')}</p>`}
      ${visitor ? (waiting === undefined ? own(state, visitor) : html`<p class="told">${waiting}</p>`) : logIn(state)}
    </div>
    ${reviewsPart(state)} ${tagsPart(state)}
  </section>`;
}

/** The average in a line, for the head of the page: it leads to the rest. */
export function ratingLine({ reader, rating, total }: VoicesState): TemplateResult | typeof nothing {
  const { t, locale } = reader;
  if (rating.average === undefined) return nothing;
  return html`<p class="rating-line">
    ${starsPart(reader, rating.average)}
    <span aria-hidden="true" class="figures">${oneDecimal(rating.average, locale)}</span>
    <a href="#voices"
      >${t('voices.count', { n: rating.count })}${total > 0 ? html`, ${t('voices.reviewCount', { n: total })}` : nothing}</a
    >
  </p>`;
}

function noteOf({ reader: { t }, work, visitor }: VoicesState, note: VoicesNote | undefined) {
  if (!note) return nothing;
  return html`${noticePart(note)}
  ${
    note.undo !== undefined && visitor
      ? html`<form method="post" action=${voicesAddress(work)}>
          ${hidden(visitor)}<input type="hidden" name="review" value=${note.undo} />
          <button class="second" name="do" value="undo">${t('voices.undo')}</button>
        </form>`
      : nothing
  }`;
}

function summary(reader: Reader, { average = 0, count, spread }: RatingSummary): TemplateResult {
  const { t, locale } = reader;
  const most = Math.max(1, ...spread);
  return html`<div class="voices-sum">
    <p class="voices-average">
      <span class="figures" aria-hidden="true">${oneDecimal(average, locale)}</span>
      <span>${starsPart(reader, average)}<br /><span class="quiet">${t('voices.count', { n: count })}</span></span>
    </p>
    <ul class="spread" aria-label=${t('voices.spread')}>
      ${spread
        .map((n, index) => ({ n, stars: index + 1 }))
        .toReversed()
        .map(
          ({ n, stars }) =>
            html`<li>
              <span class="spread-stars"
                >${stars === 5 ? t('voices.stars', { n: 5 }) : t('voices.starsAndHalf', { n: stars })}</span
              >
              <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
                <rect width=${(100 * n) / most} height="6" />
              </svg>
              <span class="figures"
                ><span aria-hidden="true">${n}</span><span class="unseen">${t('voices.count', { n })}</span></span
              >
            </li>`,
        )}
    </ul>
  </div>`;
}

/** What the reader may do: rate, and write. */
function own({ reader, work, rating, hasReviewed }: VoicesState, visitor: Visitor): TemplateResult {
  const { t } = reader;
  return html`<div class="voices-own">
    <form method="post" action=${voicesAddress(work)} class="rate">
      ${hidden(visitor)}
      ${starsField(reader, t(rating.yours === undefined ? 'voices.give' : 'voices.yours'), rating.yours)}
      <p class="buttons">
        <button class="action" name="do" value="rate">${t('voices.save')}</button>
        ${rating.yours === undefined ? nothing : html`<button class="second" name="do" value="unrate">${t('voices.unrate')}</button>`}
      </p>
    </form>
    ${hasReviewed ? nothing : html`<p><a class="second" href=${reviewAddress(work)} rel="nofollow">${t('voices.write')}</a></p>`}
  </div>`;
}

const logIn = ({ reader: { t }, work }: VoicesState) =>
  html`<p>
    <a class="second" rel="nofollow" href=${`/login?next=${encodeURIComponent(`${workAddress(work)}#voices`)}`}
      >${t('voices.logIn')}</a
    >
  </p>`;

function reviewsPart(state: VoicesState): TemplateResult | typeof nothing {
  const { reader: { t }, reviews, total, order, page, pages, work, rating } = state; // prettier-ignore
  if (total === 0) return rating.count > 0 ? html`<p class="quiet">${t('voices.noReviews')}</p>` : nothing;
  const address = (wish: { order: string; page: number }) =>
    `${workAddress(work)}?${new URLSearchParams({ reviews: wish.order, from: String(wish.page) })}#reviews`;
  return html`<section class="reviews" id="reviews" aria-labelledby="reviews-title">
    <div class="reviews-head">
      <h3 id="reviews-title">${t('voices.reviewCount', { n: total })}</h3>
      ${
        total > 2
          ? html`<nav aria-label=${t('voices.order')}>
              ${(['helpful', 'newest'] as const).map(
                (one) =>
                  html`<a
                    href=${address({ order: one, page: 1 })}
                    rel="nofollow"
                    aria-current=${one === order ? 'true' : nothing}
                    >${t(`voices.order.${one}`)}</a
                  >`,
              )}
            </nav>`
          : nothing
      }
    </div>
    <ol>
      ${reviews.map((review) => html`<li>${reviewPart(review, state)}</li>`)}
    </ol>
    ${
      pages > 1
        ? html`<p class="buttons">
            ${page > 1 ? html`<a href=${address({ order, page: page - 1 })} rel="nofollow">${t('voices.back')}</a>` : nothing}
            ${page < pages ? html`<a href=${address({ order, page: page + 1 })} rel="nofollow">${t('voices.more')}</a>` : nothing}
          </p>`
        : nothing
    }
  </section>`;
}

export const hidden = ({ csrfToken }: Pick<Visitor, 'csrfToken'>): TemplateResult =>
  html`<input type="hidden" name="csrf" value=${csrfToken} />`;
