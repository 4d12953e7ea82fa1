import { html, type TemplateResult } from 'lit';
import type { Reader } from '../../messages/messages.ts';
import { workRow, type RowWork } from '../work-row.ts';

/** Works for a patron, because of one that they have listed, rated or borrowed. */
export interface ShownBecause {
  readonly reason: 'listed' | 'rated' | 'borrowed';
  readonly title: string;
  readonly works: readonly RowWork[];
}

/** What is recommended to a patron, each row with its reason; and what it would take, where there is nothing yet. */
export function recommendedPart(reader: Reader, rows: readonly ShownBecause[]): TemplateResult {
  const { t } = reader;
  return html`<section class="group recommended">
    <h2>${t('recommended.forYou')}</h2>
    ${rows.length === 0 ? html`<p>${t('recommended.none')}</p>` : ''}
    ${rows.map(({ reason, title, works }) => workRow({ reader, name: t(`recommended.because.${reason}`, { title }), level: 3, works }))}
    <p class="plain"><a href="/account/settings#recommendations">${t('recommended.settings')}</a></p>
  </section>`;
}
