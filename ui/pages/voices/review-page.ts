import { html, nothing, type TemplateResult } from 'lit';
import type { ReviewText } from '../../../domain/reviews/schema.ts';
import { languageName } from '../../labels.ts';
import { markdownPart } from '../../markdown.ts';
import type { Reader } from '../../messages/messages.ts';
import { workAddress } from '../../search/work-address.ts';
import { fieldPart, noticePart, textAreaPart } from '../form-parts.ts';
import type { Visitor } from '../visitor-part.ts';
import { starsField } from './stars.ts';

export interface ReviewState {
  readonly reader: Reader;
  readonly visitor: Visitor;
  readonly work: { readonly id: string; readonly title: string };
  /** What stands in the form. */
  readonly text: Partial<ReviewText>;
  readonly stars: number | undefined;
  /** The name others read; a field asks for one where there is none. */
  readonly displayName: string | undefined;
  /** What was typed as such. */
  readonly typedName: string | undefined;
  /** Of one that is there already. */
  readonly version: number | undefined;
  /** What is saved now, where it was changed while this was written. */
  readonly current: ReviewText | undefined;
  readonly refused: string | undefined;
  /** Why one may not write yet. */
  readonly waiting: string | undefined;
}

/** Writing a review, or writing it anew. A plain form that loses nothing of what was typed. */
export function reviewPage(state: ReviewState): TemplateResult {
  const { reader: { t }, work, current, refused, waiting } = state; // prettier-ignore
  return html`<div class="narrow review-page">
    <h1>${t('review.title', { title: work.title })}</h1>
    ${noticePart(refused === undefined ? undefined : { tone: 'refused', text: refused })}
    ${
      current
        ? html`${noticePart({ tone: 'refused', text: t('review.conflict') })}
            <section class="current" aria-labelledby="current">
              <h2 id="current">${t('review.current')}</h2>
              ${current.title === '' ? nothing : html`<p><strong>${current.title}</strong></p>`}
              <div class="written" lang=${current.language}>${markdownPart(current.text)}</div>
            </section>
            <h2>${t('review.yours')}</h2>`
        : nothing
    }
    ${waiting === undefined ? form(state) : noticePart({ tone: 'refused', text: waiting })}
    <p><a class="action-link" href=${`${workAddress(work.id)}#voices`}>${t('review.cancel')}</a></p>
  </div>`;
}

function form(state: ReviewState): TemplateResult {
  const { reader, visitor, work, text, stars, displayName, typedName, version } = state;
  const { t, locale } = reader;
  return html`<form method="post" action=${`${workAddress(work.id)}/review`} class="form">
    <input type="hidden" name="csrf" value=${visitor.csrfToken} />
    ${version === undefined ? nothing : html`<input type="hidden" name="version" value=${version} />`}
    ${starsField(reader, t(stars === undefined ? 'voices.give' : 'voices.yours'), stars)}
    ${fieldPart({ name: 'title', label: t('review.headline'), value: text.title })}
    ${textAreaPart({ id: 'text', name: 'text', label: t('review.text'), hint: t('review.textHint'), value: text.text, rows: 9, longest: 10_000, required: true })}
    <div class="check">
      <input
        type="checkbox"
        id="spoiler"
        name="spoiler"
        value="yes"
        aria-describedby="spoiler-hint"
        ?checked=${text.spoiler === true}
      />
      <div>
        <label for="spoiler">${t('review.spoiler')}</label>
        <p class="field-hint" id="spoiler-hint">${t('review.spoilerHint')}</p>
      </div>
    </div>
    <div class="field">
      <label for="language">${t('review.language')}</label>
      <select id="language" name="language">
        ${languages.map(
          (code) =>
            html`<option value=${code} ?selected=${code === (text.language ?? locale)}>
              ${languageName(code, locale)}
            </option>`,
        )}
      </select>
    </div>
    ${
      displayName === undefined
        ? fieldPart({ name: 'displayName', label: t('review.displayName'), hint: t('review.displayNameHint'), value: typedName, required: true, autocomplete: 'nickname' }) // prettier-ignore
        : html`<p>
            ${t('review.goBy', { name: displayName })} <a href="/account/reviews">${t('review.changeName')}</a>
          </p>`
    }
    <button class="action" name="do" value="save">
      ${t(version === undefined ? 'review.publish' : 'review.save')}
    </button>
  </form>`;
}

/** Languages that are read and spoken most in the region. */
const languages = ['fi', 'sv', 'en', 'ru', 'et', 'uk', 'ar', 'so', 'fa', 'de', 'fr', 'es'] as const;
