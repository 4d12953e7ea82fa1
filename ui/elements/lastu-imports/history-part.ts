import { html, nothing, type TemplateResult } from 'lit';
import type { Reader } from '../../messages/messages.ts';
import type { Import } from '../../staff/imports-api.ts';
import { importName, statusWords } from '../../staff/imports-words.ts';
import { shortTime } from '../../staff/words.ts';

/** What was brought in, the newest first, as the element shows it and as the page does before. */
export function historyPart(reader: Reader, items: readonly Import[]): TemplateResult {
  const { t, locale } = reader;
  if (items.length === 0) return html`<p class="quiet">${t('imports.none')}</p>`;
  const number = (value: number) => new Intl.NumberFormat(locale).format(value);
  return html`<table class="stacks">
    <thead>
      <tr>
        <th scope="col">${t('imports.column.file')}</th>
        <th scope="col">${t('imports.column.source')}</th>
        <th scope="col">${t('imports.column.started')}</th>
        <th scope="col">${t('imports.column.status')}</th>
        <th scope="col" class="number">${t('imports.column.read')}</th>
        <th scope="col" class="number">${t('imports.column.new')}</th>
        <th scope="col" class="number">${t('imports.column.changed')}</th>
        <th scope="col" class="number">${t('imports.column.broken')}</th>
      </tr>
    </thead>
    <tbody>
      ${items.map((one) => {
        const { id, kind, source, startedAt, counts } = one;
        const count = (name: 'read' | 'new' | 'changed' | 'broken', value: number) =>
          html`<td class="number"><span class="label">${t(`imports.column.${name}`)}</span> ${number(value)}</td>`;
        return html`<tr>
          <td class="file">
            <a href=${`/staff/imports/${encodeURIComponent(id)}`}>${importName(reader, one)}</a>
            ${kind === 'file' || kind === 'rederivation' ? nothing : html`<span class="quiet">${t(`imports.kind.${kind}`)}</span>`}
          </td>
          <td translate="no">${kind === 'rederivation' ? '' : source}</td>
          <td class="figures">${shortTime(startedAt, locale)}</td>
          <td class=${one.status === 'failed' || one.status === 'prepared' ? 'strong' : ''}>
            ${statusWords(reader, one)}
          </td>
          ${count('read', counts.read)} ${count('new', counts.added)} ${count('changed', counts.changed)}
          ${count('broken', counts.broken)}
        </tr>`;
      })}
    </tbody>
  </table>`;
}
