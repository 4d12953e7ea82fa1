import { html, nothing, type TemplateResult } from 'lit';
import { searchAddress } from '../../search/address.ts';
import { workAddress } from '../../search/work-address.ts';
import { fieldPart } from '../form-parts.ts';
import { longDate } from '../long-date.ts';
import { starsPart } from '../voices/stars.ts';
import { reviewHistoryAddress } from './review-history.ts';
import { accountPage, hiddenFields, workPart, type AccountState, type ListedWork } from './account.ts';

export interface OwnVoices {
  readonly displayName: string | undefined;
  readonly reviews: readonly {
    readonly id: string;
    readonly work: ListedWork;
    readonly title: string;
    /** How it begins, without marks. */
    readonly excerpt: string;
    readonly changedOn: string;
    readonly state: 'published' | 'pending' | 'hidden';
    readonly versions: number;
  }[];
  readonly ratings: readonly { readonly work: ListedWork; readonly stars: number }[];
  readonly tags: readonly { readonly key: string; readonly text: string; readonly work: ListedWork }[];
}

/** What a patron has said of works, and the name others read over it. */
export function ownVoicesPage(state: AccountState, { displayName, reviews, ratings, tags }: OwnVoices): TemplateResult {
  const { reader } = state;
  const { t, locale } = reader;
  const content = html`
    <section>
      <h2>${t('mine.name')}</h2>
      ${displayName === undefined ? html`<p>${t('mine.nameNone')}</p>` : nothing}
      <form method="post" action="/account/reviews" class="form">
        ${hiddenFields(state)}
        ${fieldPart({ name: 'displayName', label: t('review.displayName'), hint: t('mine.nameHint'), value: displayName, required: true, autocomplete: 'nickname' })}
        <button class="second" name="do" value="name">${t('mine.nameSave')}</button>
      </form>
    </section>
    <section>
      <h2>${t('voices.reviews')}</h2>
      ${reviews.length === 0 ? html`<p class="quiet">${t('mine.noReviews')}</p>` : nothing}
      <ul class="listing">
        ${reviews.map(
          ({ id, work, title, excerpt, changedOn, state: standing, versions }) =>
            html`<li class="listed">
              <div>
                ${workPart(work)}
                <p>${title === '' ? nothing : html`<strong>${title}.</strong> `}${excerpt}</p>
                <p class="quiet">
                  ${longDate(changedOn, locale)}${versions > 0 ? html` · <a href=${reviewHistoryAddress(id)}>${t('mine.history', { n: versions })}</a>` : nothing}
                </p>
                ${standing === 'published' ? nothing : html`<p class="told">${t(`voices.${standing}`)}</p>`}
                ${
                  work.id === undefined
                    ? html`<p class="quiet">${t('mine.gone')}</p>
                        <form method="post" action="/account/reviews">
                          ${hiddenFields(state)}<input type="hidden" name="review" value=${id} />
                          <button class="second" name="do" value="delete">${t('voices.delete')}</button>
                        </form>`
                    : html`<p class="review-foot">
                        <a href=${`${workAddress(work.id)}/review`}>${t('voices.edit')}</a>
                        <a href=${`${workAddress(work.id)}#review-${id}`}>${t('review.cancel')}</a>
                      </p>`
                }
              </div>
            </li>`,
        )}
      </ul>
    </section>
    <section>
      <h2>${t('mine.ratings')}</h2>
      ${ratings.length === 0 ? html`<p class="quiet">${t('mine.noRatings')}</p>` : nothing}
      <ul class="listing">
        ${ratings.map(({ work, stars }) => html`<li class="listed"><div>${workPart(work)} ${starsPart(reader, stars)}</div></li>`)}
      </ul>
    </section>
    <section>
      <h2>${t('mine.tags')}</h2>
      ${
        tags.length === 0
          ? html`<p class="quiet">${t('mine.noTags')}</p>`
          : html`<ul class="tag-list">
              ${tags.map(
                ({ key, text, work }) =>
                  html`<li>
                    <a href=${searchAddress({ tag: [key] })}>${text}</a>
                    <span class="quiet">${work.title}</span>
                  </li>`,
              )}
            </ul>`
      }
    </section>
  `;
  return accountPage(state, t('mine.title'), content);
}
