import { html, nothing, type TemplateResult } from 'lit';
import type { Reader } from '../../messages/messages.ts';

/** Telling staff of a word that does not belong: which of these, of a work where one is named. */
export function reportTagPart({ t }: Reader, tags: readonly string[], work?: string): TemplateResult | typeof nothing {
  if (tags.length === 0) return nothing;
  return html`<details class="change report-tag">
    <summary>${t('tags.report')}</summary>
    <form method="get" action="/tags/report" class="tag-form">
      ${work === undefined ? nothing : html`<input type="hidden" name="work" value=${work} />`}
      <div class="field">
        <label for="report-tag">${t('tags.reportWhich')}</label>
        <select id="report-tag" name="tag">
          ${tags.map((tag) => html`<option value=${tag}>${tag}</option>`)}
        </select>
      </div>
      <button class="second">${t('tags.reportGo')}</button>
    </form>
  </details>`;
}
