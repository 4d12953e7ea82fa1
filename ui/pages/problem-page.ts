import { html, type TemplateResult } from 'lit';
import type { Reader, Translate } from '../messages/messages.ts';
import type { Failure } from '../search/state.ts';
import { frontAddress } from './frame.ts';

export type Problem = Failure | 'missing' | 'forbidden';

/** A page for what could not be done: what happened, why, and what one can do next. */
export function problemPage(
  { t }: Reader,
  { problem, status, address, home }: { problem: Problem; status: number; address: string; home?: string | undefined },
): TemplateResult {
  const passing = problem === 'unavailable' || problem === 'failed';
  return html`
    <div class="problem prose">
      <p class="eyebrow">${t('problem.code', { status: String(status) })}</p>
      <h1>${t(`problem.${problem}.title`)}</h1>
      <p class="lead">${t(`problem.${problem}.text`)}</p>
      <ul class="actions">
        ${passing ? html`<li><a class="action" href=${address}>${t('problem.retry')}</a></li>` : ''}
        <li><a class=${passing ? '' : 'action'} href="/search">${t('problem.search')}</a></li>
        <li><a href=${frontAddress(home)}>${t('problem.home')}</a></li>
      </ul>
    </div>
  `;
}

export const failureText = (failure: Failure, t: Translate): string => t(`problem.${failure}.text`);
