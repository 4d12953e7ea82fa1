import { html, nothing, type TemplateResult } from 'lit';
import { branchName } from '../../labels.ts';
import type { Reader } from '../../messages/messages.ts';
import type { DeskItem } from '../../staff/staff-api.ts';
import { shortTime } from '../../staff/words.ts';

/** After so many days on the road something is late: it may leave before a weekend and arrive after it. */
const lateAfterDays = 4;
const dayMs = 24 * 60 * 60_000;

export function pullTable(
  { t, locale }: Reader,
  items: readonly DeskItem[],
  { branch, done }: { branch: string; done: (item: DeskItem) => void },
): TemplateResult {
  if (items.length === 0) return html`<p class="quiet">${t('staff.pull.none')}</p>`;
  return html`<table class="stacks">
    <thead>
      <tr>
        <th scope="col">${t('staff.column.shelf')}</th>
        <th scope="col">${t('staff.column.title')}</th>
        <th scope="col">${t('staff.column.item')}</th>
        <th scope="col">${t('staff.column.to')}</th>
        <th scope="col" class="acts">${t('staff.column.act')}</th>
      </tr>
    </thead>
    <tbody>
      ${items.map((item) => {
        const goes = item.to !== undefined && item.to !== branch;
        return html`<tr>
          <td class="shelf">${item.shelfMark ?? '–'}</td>
          <td class="title">${item.title}</td>
          <td class="figures" translate="no">${item.id}</td>
          <td>${branchName(item.to ?? branch, locale)}</td>
          <td class="acts">
            <button type="button" @click=${() => done(item)}>
              ${t(goes ? 'staff.pull.send' : 'staff.pull.fetched')}<span class="unseen">: ${item.title}</span>
            </button>
          </td>
        </tr>`;
      })}
    </tbody>
  </table>`;
}

/** What is on the road; `end` is the one that is not here. */
export function roadTable(
  { t, locale }: Reader,
  items: readonly DeskItem[],
  { end, now }: { end: 'from' | 'to'; now: number },
): TemplateResult {
  if (items.length === 0) return html`<p class="quiet">${t('staff.road.none')}</p>`;
  return html`<table class="stacks">
    <thead>
      <tr>
        <th scope="col">${t('staff.column.since')}</th>
        <th scope="col">${t('staff.column.title')}</th>
        <th scope="col">${t('staff.column.item')}</th>
        <th scope="col">${t(`staff.column.${end}`)}</th>
      </tr>
    </thead>
    <tbody>
      ${items.map(({ id, title, since = '', at, to = '' }) => {
        const days = since === '' ? 0 : Math.floor((now - Date.parse(since)) / dayMs);
        return html`<tr>
          <td class="figures">
            ${since === '' ? nothing : shortTime(since, locale)}
            ${days >= lateAfterDays ? html`<strong>${t('staff.road.late', { n: days })}</strong>` : nothing}
          </td>
          <td class="title">${title}</td>
          <td class="figures" translate="no">${id}</td>
          <td>${branchName(end === 'from' ? at : to, locale)}</td>
        </tr>`;
      })}
    </tbody>
  </table>`;
}
