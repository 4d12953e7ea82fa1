import { html, nothing, type TemplateResult } from 'lit';
import type { Comment, CommentedOn } from '../../domain/comments/schema.ts';
import type { SeenComment, Thread } from '../../domain/comments/service.ts';
import { markdownPart } from '../markdown.ts';
import type { Reader } from '../messages/messages.ts';
import { fieldPart, noticePart, textAreaPart } from './form-parts.ts';
import { momentPart } from './moment.ts';
import { reportAddress } from './report-page.ts';
import type { Visitor } from './visitor-part.ts';

/** What came of a form of the part, and what was typed where it was not taken. */
export interface CommentNote {
  readonly tone: 'done' | 'refused';
  readonly text: string;
  /** The form it belongs to, by the comment that it answers or changes; the one for new comments where absent. */
  readonly form?: string | undefined;
  readonly draft?: { readonly text: string; readonly byline: string } | undefined;
}

export interface CommentsState {
  readonly reader: Reader;
  readonly visitor: Visitor | undefined;
  readonly on: CommentedOn;
  /** The path of the page that it stands on. */
  readonly address: string;
  readonly threads: readonly Thread[];
  readonly count: number;
  readonly page: number;
  readonly pages: number;
  /** The name the visitor has last written under. */
  readonly byline?: string | undefined;
  /** Why the visitor cannot write yet. */
  readonly waiting?: string | undefined;
  readonly note?: CommentNote | undefined;
}

/** Comments with everything one does with them, as plain forms: it stands on any page, and needs no script. */
export function commentsPart(state: CommentsState): TemplateResult {
  const { reader: { t }, threads, count, note } = state; // prettier-ignore
  return html`<section class="comments" id="comments" aria-labelledby="comments-title">
    <h2 id="comments-title">
      ${t('comments.title')} ${count > 0 ? html`<span class="quiet figures">${String(count)}</span>` : nothing}
    </h2>
    ${note && note.form === undefined ? noticePart(note) : nothing}
    ${
      threads.length === 0
        ? html`<p class="quiet">${t('comments.none')}</p>`
        : html`<ol class="threads">
            ${threads.map(
              (thread) =>
                html`<li>
                  ${commentPart(state, thread)}
                  ${
                    thread.answers.length === 0
                      ? nothing
                      : html`<ol class="answers">
                          ${thread.answers.map((answer) => html`<li>${commentPart(state, answer)}</li>`)}
                        </ol>`
                  }
                </li>`,
            )}
          </ol>`
    }
    ${pagesPart(state)} ${newPart(state)}
  </section>`;
}

function commentPart(state: CommentsState, { comment, own, gone }: SeenComment): TemplateResult {
  const { reader, visitor, waiting, note } = state;
  const { t, locale } = reader;
  if (gone) return html`<p class="quiet comment gone" id=${anchorOf(comment)}>${t('comments.gone')}</p>`;
  const { _id: id, byline, byStaff, text, writtenAt, editedAt, standing } = comment;
  const mayWrite = visitor && waiting === undefined;
  const noted = note?.form === id ? note : undefined;
  return html`<article class="comment" id=${anchorOf(comment)}>
    <p class="written-by">
      <strong translate="no">${byline}</strong>
      ${byStaff ? html`<span class="by-staff">${t('comments.staff')}</span>` : nothing}
      <a class="quiet" href=${`#${anchorOf(comment)}`}>${momentPart(writtenAt, locale)}</a>
      ${editedAt ? html`<span class="quiet">${t('comments.edited')}</span>` : nothing}
    </p>
    <div class="written">${markdownPart(text)}</div>
    ${own && standing.state !== 'published' ? html`<p class="told">${t(`comments.${standing.state}`)}</p>` : nothing}
    ${noticePart(noted)}
    <div class="comment-acts">
      ${mayWrite ? answerPart(state, comment, noted) : nothing}
      ${own && visitor ? ownParts(state, comment, noted) : html`<a href=${reportAddress({ kind: 'comment', id })} rel="nofollow">${t('comments.report')}</a>`}
    </div>
  </article>`;
}

/** A form that is folded away until it is wanted, or has something to say. */
const folded = (name: string, isOpen: boolean, form: TemplateResult): TemplateResult =>
  html`<details class="change" ?open=${isOpen}>
    <summary>${name}</summary>
    ${form}
  </details>`;

function answerPart(state: CommentsState, { _id: id, byline }: Comment, note: CommentNote | undefined): TemplateResult {
  const { t } = state.reader;
  const isAnswer = note?.draft !== undefined && note.draft.byline !== '';
  const form = formPart(
    state,
    { do: 'write', parent: id },
    html`
      ${textAreaPart({ id: `answer-${id}`, name: 'text', label: t('comments.answerText'), value: isAnswer ? note.draft?.text : '', longest: longestText, rows: 4, required: true })}
      ${bylineField(state, `byline-${id}`, isAnswer ? note.draft?.byline : undefined)}
      <button class="second">${t('comments.sendAnswer')}</button>
    `,
  );
  return html`<details class="change" ?open=${isAnswer}>
    <summary aria-label=${t('comments.answerTo', { name: byline })}>${t('comments.answer')}</summary>
    ${form}
  </details>`;
}

function ownParts(state: CommentsState, comment: Comment, note: CommentNote | undefined): TemplateResult {
  const { t } = state.reader;
  const { _id: id, version, text } = comment;
  const isChange = note?.draft !== undefined && note.draft.byline === '';
  return html`
    ${folded(
      t('comments.edit'),
      isChange,
      formPart(
        state,
        { do: 'change', comment: id, version: String(version) },
        html`
          ${textAreaPart({ id: `edit-${id}`, name: 'text', label: t('comments.text'), value: isChange ? note.draft?.text : text, longest: longestText, rows: 5, required: true })}
          <button class="second">${t('comments.save')}</button>
        `,
      ),
    )}
    ${folded(
      t('comments.delete'),
      false,
      formPart(
        state,
        { do: 'remove', comment: id },
        html`<p>${t('comments.deleteSure')}</p>
          <button class="second">${t('comments.deleteYes')}</button>`,
      ),
    )}
  `;
}

function newPart(state: CommentsState): TemplateResult {
  const { reader: { t }, visitor, waiting, note, address } = state; // prettier-ignore
  if (!visitor)
    return html`<p class="comments-way"><a class="second" href=${`/login?next=${encodeURIComponent(`${address}#comments`)}`}>${t('comments.logIn')}</a></p>`; // prettier-ignore
  if (waiting !== undefined) return html`${noticePart({ tone: 'done', text: waiting })}`;
  const draft = note?.form === undefined ? note?.draft : undefined;
  return formPart(
    state,
    { do: 'write' },
    html`
      ${textAreaPart({ id: 'new-comment', name: 'text', label: t('comments.text'), hint: t('comments.marks'), value: draft?.text, longest: longestText, rows: 5, required: true })}
      ${bylineField(state, 'new-byline', draft?.byline)}
      <button class="action">${t('comments.send')}</button>
    `,
  );
}

function formPart(
  { visitor, on }: CommentsState,
  hidden: Readonly<Record<string, string>>,
  inside: TemplateResult,
): TemplateResult {
  const fields = { csrf: visitor?.csrfToken ?? '', kind: on.kind, on: on.id, ...hidden };
  return html`<form method="post" action="/comments" class="form">
    ${Object.entries(fields).map(([name, value]) => html`<input type="hidden" name=${name} value=${value} />`)}
    ${inside}
  </form>`;
}

const bylineField = ({ reader: { t }, byline }: CommentsState, id: string, typed: string | undefined) =>
  fieldPart({ id, name: 'byline', label: t('comments.byline'), hint: t('comments.bylineHint'), value: typed ?? byline, autocomplete: 'nickname', longest: 60, required: true }); // prettier-ignore

function pagesPart({ reader: { t }, page, pages, address }: CommentsState): TemplateResult | typeof nothing {
  if (pages < 2) return nothing;
  const way = (to: number, name: string) => html`<a href=${`${address}?comments=${to}#comments`}>${name}</a>`;
  return html`<nav class="way-on" aria-label=${t('comments.pages')}>
    ${page > 1 ? way(page - 1, t('comments.earlier')) : nothing}
    ${page < pages ? way(page + 1, t('comments.later')) : nothing}
  </nav>`;
}

const longestText = 4_000;
const anchorOf = ({ _id }: Comment) => `comment-${_id}`;
