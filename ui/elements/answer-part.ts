import { html, type TemplateResult } from 'lit';
import type { Reader } from '../messages/messages.ts';
import type { Answer } from './answer-controller.ts';

/** What stands in the place of an answer that has not come, with a way to ask again. */
export function answerPart(answer: Exclude<Answer<unknown>, object>, retry: () => void, { t }: Reader): TemplateResult {
  if (answer === 'loading') return html`<p class="unseen" role="status">${t('answer.loading')}</p>`;
  return html`<div role="status" class="away">
    <p>${t(`answer.${answer}`)}</p>
    <button type="button" @click=${retry}>${t('answer.retry')}</button>
  </div>`;
}
