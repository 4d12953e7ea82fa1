import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Reader } from '../../messages/messages.ts';
import type { Row } from './scan.ts';

interface Acts {
  undo(row: Row): void;
  retry(row: Row): void;
  print(row: Row): void;
}

/** What came of the last scan, large: it is read at arm's length, with a book in each hand. */
export function newest(reader: Reader, row: Row | undefined, acts: Acts): TemplateResult | typeof nothing {
  if (!row) return nothing;
  return html`<div class="newest ${row.state}">
    <p class="words">${row.words}</p>
    <p class="title">${row.title ?? row.code}</p>
    ${row.more === '' ? nothing : html`<p>${row.more}</p>`} ${buttons(reader, row, acts)}
  </div>`;
}

/** The scans before the last one. */
export function rowList(reader: Reader, rows: readonly Row[], acts: Acts): TemplateResult {
  if (rows.length === 0) return html`<p class="quiet">${reader.t('staff.rows.none')}</p>`;
  return html`<ol class="rows" reversed>
    ${repeat(
      rows,
      ({ id }) => id,
      (row, at) =>
        html`<li class=${row.state}>
          <span class="words">${row.words}</span>
          <span class="title">${row.title ?? ''} <span class="quiet figures" translate="no">${row.code}</span></span>
          <span class="more">${row.more}</span>
          ${at === 0 ? nothing : buttons(reader, row, acts)}
        </li>`,
    )}
  </ol>`;
}

function buttons({ t }: Reader, row: Row, { undo, retry, print }: Acts): TemplateResult | typeof nothing {
  if (!row.undoable && !row.slip && row.state !== 'lost') return nothing;
  const of = html`<span class="unseen">: ${row.title ?? row.code}</span>`;
  return html`<span class="line">
    ${row.undoable ? html`<button type="button" @click=${() => undo(row)}>${t('staff.undo')}${of}</button>` : nothing}
    ${row.slip ? html`<button type="button" @click=${() => print(row)}>${t('staff.print')}${of}</button>` : nothing}
    ${
      row.state === 'lost'
        ? html`<button type="button" @click=${() => retry(row)}>${t('staff.retry')}${of}</button>`
        : nothing
    }
  </span>`;
}
