import { html, nothing, type TemplateResult } from 'lit';
import { markdownPart } from '../../markdown.ts';
import { longDate } from '../long-date.ts';
import { accountPage, workPart, type AccountState, type ListedWork } from './account.ts';

/** What a review says, or has said until somebody wrote it anew. */
export interface ReviewVersion {
  readonly title: string;
  /** Markdown. */
  readonly text: string;
  readonly language: string;
  readonly spoiler: boolean;
  /** Calendar date. */
  readonly writtenOn: string;
}

export const reviewHistoryAddress = (id: string): string => `/account/reviews/${encodeURIComponent(id)}`;

/** A review of one's own as it was written over time, the present text first. */
export function reviewHistoryPage(
  state: AccountState,
  { work, versions }: { work: ListedWork; versions: readonly ReviewVersion[] },
): TemplateResult {
  const { t, locale } = state.reader;
  const content = html`
    <p class="list-up"><a href="/account/reviews">${t('mine.back')}</a></p>
    <section>${workPart(work, 2)}</section>
    <ol class="listing versions">
      ${versions.map(
        ({ title, text, language, spoiler, writtenOn }, nth) =>
          html`<li class="listed">
            <article>
              <h3>${nth === 0 ? t('mine.present') : t('mine.before', { date: longDate(writtenOn, locale) })}</h3>
              ${title === '' ? nothing : html`<p lang=${language}><strong>${title}</strong></p>`}
              <div class="written" lang=${language}>${markdownPart(text)}</div>
              ${nth === 0 ? html`<p class="quiet">${t('mine.before', { date: longDate(writtenOn, locale) })}</p>` : nothing}
              ${spoiler ? html`<p class="quiet">${t('review.spoiler')}</p>` : nothing}
            </article>
          </li>`,
      )}
    </ol>
  `;
  return accountPage(state, t('mine.versions'), content);
}
