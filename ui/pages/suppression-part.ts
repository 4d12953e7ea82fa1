import { html, nothing, type TemplateResult } from 'lit';
import type { StoredWork, Suppression } from '../../domain/catalogue/schema.ts';
import type { Reader } from '../messages/messages.ts';
import { shortTime } from '../staff/words.ts';
import { fieldPart } from './form-parts.ts';

/** A record that staff have hidden, and who they are. */
export interface SuppressedRecord {
  readonly record: StoredWork['records'][number];
  readonly by: string;
}

interface State {
  readonly reader: Reader;
  readonly csrfToken: string;
  readonly record: Pick<StoredWork['records'][number], '_id' | 'suppressed'>;
  readonly work: StoredWork;
  /** Name of who has hidden the record. */
  readonly by: string | undefined;
  /** How many holds there are on its work. */
  readonly holds: number;
}

/** Hides a record or its work from readers, or brings them back; says what becomes of holds before anybody decides. */
export function suppressionPart({ reader, csrfToken, record, work, by, holds }: State): TemplateResult {
  const { t } = reader;
  const { suppressed } = record;
  const waiting = holds === 0 ? t('records.holds.none') : t('records.holds', { n: holds });
  return html`<section aria-labelledby="suppression">
    <h3 id="suppression">${t(suppressed ? 'records.suppressed.title' : 'records.suppress.title')}</h3>
    ${suppressed ? reasonPart(reader, suppressed, by ?? suppressed.by) : nothing}
    <p>${waiting}</p>
    <form method="post" action=${`/staff/records/${encodeURIComponent(record._id)}`}>
      <input type="hidden" name="csrf" value=${csrfToken} />
      ${work.records.length > 1 ? scopePart(reader, work, suppressed !== undefined) : nothing}
      ${
        suppressed
          ? html`<button class="second" name="act" value="show">${t('records.show')}</button>`
          : html`${fieldPart({ name: 'reason', label: t('records.suppress.reason'), hint: t('records.suppress.reason.hint'), longest: 300, required: true })}
              <button class="second" name="act" value="suppress">${t('records.suppress')}</button>`
      }
    </form>
    ${
      holds === 0
        ? nothing
        : html`<form method="post" action=${`/staff/records/${encodeURIComponent(record._id)}`}>
            <input type="hidden" name="csrf" value=${csrfToken} />
            <p class="field-hint" id="end-holds">${t('records.holds.end.hint')}</p>
            <button class="second" name="act" value="endHolds" aria-describedby="end-holds">
              ${t('records.holds.end')}
            </button>
          </form>`
    }
  </section>`;
}

const reasonPart = ({ t, locale }: Reader, { at, reason }: Suppression, by: string) =>
  html`<p class="partial">${t('records.suppressed', { by, date: shortTime(at.toISOString(), locale), reason })}</p>`;

const scopePart = ({ t }: Reader, { records }: StoredWork, isSuppressed: boolean) =>
  html`<fieldset class="record-scope checks">
    <legend>${t(isSuppressed ? 'records.show.what' : 'records.suppress.what')}</legend>
    <label><input type="radio" name="scope" value="record" checked /> ${t('records.scope.record')}</label>
    <label><input type="radio" name="scope" value="work" /> ${t('records.scope.work', { n: records.length })}</label>
  </fieldset>`;

/** All records that are hidden, with the reason of each. */
export function suppressedList(reader: Reader, hidden: readonly SuppressedRecord[]): TemplateResult {
  const { t, locale } = reader;
  return html`<section aria-labelledby="hidden-records">
    <h2 id="hidden-records">${t('records.hidden')}</h2>
    ${
      hidden.length === 0
        ? html`<p>${t('records.hidden.none')}</p>`
        : html`<ul class="record-choices">
            ${hidden.map(
              ({ record: { _id, edition, suppressed }, by }) =>
                html`<li>
                  <a href=${`/staff/records/${encodeURIComponent(_id)}`}>${edition.title}</a>
                  <span translate="no">${_id}</span>
                  ${suppressed ? html`<span class="quiet">${t('records.hidden.why', { by, date: shortTime(suppressed.at.toISOString(), locale), reason: suppressed.reason })}</span>` : nothing}
                </li>`,
            )}
          </ul>`
    }
  </section>`;
}
