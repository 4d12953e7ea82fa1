import { html, nothing, type TemplateResult } from 'lit';
import type { CatalogueRecord, Item, Marc, StoredWork } from '../../domain/catalogue/schema.ts';
import type { WorkDecision } from '../../domain/catalogue/decisions/schema.ts';
import type { InspectedWork } from '../../indexer/inspect-work.ts';
import { branchName } from '../labels.ts';
import type { Reader } from '../messages/messages.ts';
import { shortTime } from '../staff/words.ts';
import { fieldPart } from './form-parts.ts';
import { suppressedList, suppressionPart, type SuppressedRecord } from './suppression-part.ts';

export interface RecordState {
  readonly reader: Reader;
  readonly csrfToken: string;
  readonly record: Omit<CatalogueRecord, 'marc'>;
  readonly marc: Marc;
  /** Its work, with those of its records that are hidden. */
  readonly work: StoredWork;
  /** Name of who has hidden the record. */
  readonly by: string | undefined;
  readonly holds: number;
  readonly inspected: InspectedWork;
  readonly decisions: readonly WorkDecision[];
}

/** Where a record is asked for, with those that are hidden; `missing` is the id of one that is not there. */
export const recordFindPage = (
  reader: Reader,
  { missing, hidden }: { readonly missing?: string; readonly hidden: readonly SuppressedRecord[] },
): TemplateResult => {
  const { t } = reader;
  return html`${missing === undefined ? nothing : html`<p role="status" class="partial">${t('records.none', { id: missing })}</p>`}
    <form class="record-find" method="get" action="/staff/records">
      ${fieldPart({ name: 'id', label: t('records.find'), hint: t('records.find.hint'), value: missing, longest: 300, required: true })}
      <button class="action">${t('records.find.go')}</button>
    </form>
    ${suppressedList(reader, hidden)}`;
};

/** A record as it came, what was derived from it, and what the index makes of its work; and what may be decided about that. */
export function recordPage(state: RecordState): TemplateResult {
  const { reader, record, marc, work, inspected } = state;
  const { t, locale } = reader;
  return html`<div class="record">
    <h2>${record.edition.title}</h2>
    <p>
      <span translate="no">${record._id}</span> ·
      ${t('records.source', { source: record.source, date: shortTime(record.importedAt.toISOString(), locale) })} ·
      <a href=${`/works/${encodeURIComponent(work.id)}`}>${t('records.work', { id: work.id })}</a>
    </p>
    ${record.withdrawn ? html`<p class="partial">${t('records.withdrawn')}</p>` : nothing}
    ${record.pinned ? html`<p>${t('records.pinned')}</p>` : nothing}
    <div class="record-columns">
      <section aria-labelledby="marc">
        <h3 id="marc">${t('records.marc')}</h3>
        ${marcTable(reader, marc)}
      </section>
      <section aria-labelledby="derived">
        <h3 id="derived">${t('records.derived')}</h3>
        ${written(record.edition, 'derived')}
      </section>
      <section aria-labelledby="indexed">
        <h3 id="indexed">${t('records.index')}</h3>
        <p>
          ${t(inspected.document === undefined && inspected.state === 'current' ? 'records.state.none' : `records.state.${inspected.state}`)}
        </p>
        ${inspected.document ? written(inspected.document, 'indexed') : nothing}
      </section>
    </div>
    ${itemsPart(
      reader,
      work.items.filter(({ recordId }) => recordId === record._id),
    )}
    ${suppressionPart(state)} ${workPart(state)} ${decisionsPart(state)}
  </div>`;
}

function marcTable({ t }: Reader, { leader, fields }: Marc): TemplateResult {
  return html`<div class="record-scroll" tabindex="0" role="group" aria-labelledby="marc">
    <table translate="no">
      <thead>
        <tr>
          <th scope="col">${t('records.tag')}</th>
          <th scope="col"><span class="unseen">${t('records.indicators')}</span></th>
          <th scope="col">${t('records.content')}</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">LDR</th>
          <td></td>
          <td>${leader}</td>
        </tr>
        ${fields.map((field) =>
          'value' in field
            ? html`<tr>
                <th scope="row">${field.tag}</th>
                <td></td>
                <td>${field.value}</td>
              </tr>`
            : html`<tr>
                <th scope="row">${field.tag}</th>
                <td>${field.ind1.replace(' ', '_')}${field.ind2.replace(' ', '_')}</td>
                <td>${field.subfields.map(({ code, value }) => html`<b>$${code}</b> ${value} `)}</td>
              </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

const written = (value: object, label: string) =>
  html`<pre class="record-scroll" tabindex="0" role="group" aria-labelledby=${label} translate="no">
${JSON.stringify(value, undefined, 1)}</pre>`;

function itemsPart({ t, locale }: Reader, items: readonly Item[]): TemplateResult {
  return html`<section aria-labelledby="items">
    <h3 id="items">${t('records.items', { n: items.length })}</h3>
    <ul>
      ${items.map(
        ({ _id, branch, shelfMark, status }) =>
          html`<li>
            <a href=${`/staff/items/${encodeURIComponent(_id)}`} translate="no">${_id}</a> ·
            ${branchName(branch, locale)} · ${shelfMark ?? '–'} · ${t(`status.${status}`)}
          </li>`,
      )}
    </ul>
  </section>`;
}

function workPart({ reader, csrfToken, record, work }: RecordState): TemplateResult {
  const { t } = reader;
  const action = `/staff/records/${encodeURIComponent(record._id)}`;
  return html`<section aria-labelledby="together">
    <h3 id="together">${t('records.together', { n: work.records.length })}</h3>
    <form method="post" action=${action}>
      <input type="hidden" name="csrf" value=${csrfToken} />
      <ul class="record-choices">
        ${work.records.map(
          ({ _id, edition, suppressed }) =>
            html`<li>
              <label
                ><input type="checkbox" name="records" value=${_id} ?disabled=${work.records.length === 1} />
                ${edition.title}
                <span
                  >(${[edition.year, t(`format.${edition.format}`), edition.languages.join(', ')].filter(Boolean).join(' · ')})</span
                ></label
              >
              ${_id === record._id ? t('records.this') : html`<a href=${`/staff/records/${encodeURIComponent(_id)}`}>${_id}</a>`}
              ${suppressed ? html`<strong>${t('records.isHidden')}</strong>` : nothing}
            </li>`,
        )}
      </ul>
      ${
        work.records.length === 1
          ? nothing
          : html`<p class="field-hint">${t('records.split.hint')}</p>
              <button class="second" name="act" value="split">${t('records.split')}</button>`
      }
    </form>
    <h3>${t('records.merge')}</h3>
    <form method="post" action=${action}>
      <input type="hidden" name="csrf" value=${csrfToken} />
      ${fieldPart({ name: 'into', label: t('records.merge.into'), longest: 300, required: true })}
      <button class="second" name="act" value="merge">${t('records.merge.go')}</button>
    </form>
  </section>`;
}

function decisionsPart({ reader, csrfToken, record, decisions }: RecordState): TemplateResult {
  const { t, locale } = reader;
  return html`<section aria-labelledby="decisions">
    <h3 id="decisions">${t('records.decisions')}</h3>
    ${decisions.length === 0 ? html`<p>${t('records.decisions.none')}</p>` : nothing}
    <ul class="record-choices">
      ${decisions.map(
        ({ _id, kind, by, at, undoneBy, works }) =>
          html`<li>
            <form method="post" action=${`/staff/records/${encodeURIComponent(record._id)}`}>
              <input type="hidden" name="csrf" value=${csrfToken} />
              <input type="hidden" name="decision" value=${String(_id)} />
              ${t(`records.kind.${kind}`)} · ${shortTime(at.toISOString(), locale)} · ${t(`records.by.${by}`)} ·
              <span translate="no">${works.join(', ')}</span>
              ${
                undoneBy !== undefined
                  ? html` · ${t('records.undone')}`
                  : kind === 'undo'
                    ? nothing
                    : html`<button class="second" name="act" value="undo">
                        ${t('records.undo')}<span class="unseen"> ${_id}</span>
                      </button>`
              }
            </form>
          </li>`,
      )}
    </ul>
  </section>`;
}
