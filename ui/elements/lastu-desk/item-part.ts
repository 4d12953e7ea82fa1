import { html, nothing, type TemplateResult } from 'lit';
import { branchName } from '../../labels.ts';
import { isMessageKey, type Reader } from '../../messages/messages.ts';
import type { ItemLookUp } from '../../staff/staff-api.ts';
import { shortDate, shortTime } from '../../staff/words.ts';

const itemActs = ['lent', 'takenIn', 'sent', 'missing', 'itemEdited'] as const;

/** A copy that was looked up: where it is, who has it, who waits, and what desks have done with it. */
export function itemPart(reader: Reader, item: ItemLookUp): TemplateResult {
  const { t, locale } = reader;
  const { title, id, shelfMark, at, to, branch, status, patron, waiting, dueOn, pickupNumber, history, workId, note } =
    item;
  const where = [branchName(at, locale), to && `→ ${branchName(to, locale)}`].filter(Boolean).join(' ');
  return html`<section class="item" aria-labelledby="item">
    <h2 id="item">${title}</h2>
    <p class="quiet figures">
      ${[id, shelfMark].filter(Boolean).join(' · ')} · <a href=${`/works/${workId}`}>${t('staff.item.work')}</a> ·
      <a href=${`/staff/items/${encodeURIComponent(id)}`}>${t('staff.item.edit')}</a>
    </p>
    <dl>
      <dt>${t('staff.item.status')}</dt>
      <dd>
        ${t(`status.${status}`)}
        ${dueOn === undefined ? nothing : html`· ${t('staff.due', { date: shortDate(dueOn, locale) })}`}
        ${pickupNumber === undefined ? nothing : html`· ${t('staff.slip.number', { number: String(pickupNumber) })}`}
      </dd>
      <dt>${t('staff.item.where')}</dt>
      <dd>${where}</dd>
      <dt>${t('staff.item.owner')}</dt>
      <dd>${branchName(branch, locale)}</dd>
      ${
        patron
          ? html`<dt>${t('staff.item.patron')}</dt>
              <dd translate="no">${patron.name}</dd>`
          : nothing
      }
      ${
        note === undefined
          ? nothing
          : html`<dt>${t('staff.item.note')}</dt>
              <dd>${note}</dd>`
      }
      <dt>${t('staff.mode.item')}</dt>
      <dd>${t('staff.item.waiting', { n: waiting })}</dd>
    </dl>
    <h3>${t('staff.item.history')}</h3>
    ${
      history.length === 0
        ? html`<p class="quiet">${t('staff.item.historyNone')}</p>`
        : html`<ul>
            ${history.map(({ at: when, act, branch: desk, status: then }) => {
              const known = itemActs.find((one) => one === act);
              return html`<li>
                <span class="figures">${shortTime(when, locale)}</span>
                ${[known ? t(`staff.act.${known}`) : act, desk && branchName(desk, locale), then && thenWords(reader, then)].filter(Boolean).join(' · ')}
              </li>`;
            })}
          </ul>`
    }
  </section>`;
}

function thenWords(reader: Reader, status: string): string {
  const key = `status.${status}`;
  return isMessageKey(reader, key) ? reader.t(key) : status;
}
