import { html, nothing, type TemplateResult } from 'lit';
import type { ReportReason, VoiceKind } from '../../domain/moderation/schema.ts';
import type { z } from 'zod';
import { plainText } from '../markdown.ts';
import type { Reader } from '../messages/messages.ts';
import { noticePart, textAreaPart } from './form-parts.ts';
import type { Visitor } from './visitor-part.ts';

/** The page on which any text of a patron is reported: other pages lead there. */
export const reportAddress = ({ kind, id }: { kind: VoiceKind; id: string }): string =>
  `/report/${kind}/${encodeURIComponent(id)}`;

export interface ReportState {
  readonly reader: Reader;
  readonly visitor: Visitor;
  readonly text: { readonly kind: VoiceKind; readonly id: string };
  /** What it says, and where it stands. */
  readonly words: string;
  readonly back: string;
  readonly reasons: readonly z.infer<typeof ReportReason>[];
  readonly done: boolean;
  readonly refused?: string | undefined;
}

export function reportPage({
  reader: { t },
  visitor,
  text,
  words,
  back,
  reasons,
  done,
  refused,
}: ReportState): TemplateResult {
  // prettier-ignore
  return html`<div class="narrow">
    <h1>${t('report.title')}</h1>
    ${done ? noticePart({ tone: 'done', text: t('report.thanks') }) : html`<p>${t('report.lead')}</p>`}
    <blockquote class="reported">${plainText(words, 300)}</blockquote>
    ${noticePart(refused === undefined ? undefined : { tone: 'refused', text: refused })}
    ${
      done || refused !== undefined
        ? nothing
        : html`<form method="post" action=${reportAddress(text)} class="form">
            <input type="hidden" name="csrf" value=${visitor.csrfToken} />
            <fieldset class="checks">
              <legend>${t('report.reason')}</legend>
              ${reasons.map(
                (reason, nth) =>
                  html`<label class="check">
                    <input type="radio" name="reason" value=${reason} ?checked=${nth === 0} /> ${t(`report.${reason}`)}
                  </label>`,
              )}
            </fieldset>
            ${textAreaPart({ id: 'note', name: 'note', label: t('report.note'), longest: 1_000, rows: 3 })}
            <button class="action">${t('report.send')}</button>
          </form>`
    }
    <p class="aside"><a href=${back}>${t('report.back')}</a></p>
  </div>`;
}
