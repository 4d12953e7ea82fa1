import { html, nothing, type TemplateResult } from 'lit';
import type { Reader } from '../../messages/messages.ts';
import type { RecordProblem } from '../../staff/imports-api.ts';
import { reasonWords } from '../../staff/imports-words.ts';

interface Further {
  /** Where the broken records are to be had as a file. */
  readonly download: string;
  /** Shows more; undefined where all are shown. */
  readonly more: (() => void) | undefined;
  /** Reads a broken one once more. */
  readonly retry: (problem: RecordProblem) => void;
}

/** What was broken in an import, each with its bytes about the place of the fault. */
export function problemsPart(reader: Reader, problems: readonly RecordProblem[], { download, more, retry }: Further) {
  const { t } = reader;
  return html`<section aria-labelledby="problems">
    <h2 id="problems">${t('imports.problems')}</h2>
    ${
      problems.length === 0
        ? html`<p class="quiet">${t('imports.problems.none')}</p>`
        : html`<p class="quiet">${t('imports.problems.lead')}</p>
            ${problems.some(({ kind }) => kind === 'broken') ? html`<p class="line"><a class="button" href=${download} download>${t('imports.problems.download')}</a></p>` : nothing}
            <ol class="problems">
              ${problems.map((problem) => problemPiece(reader, problem, retry))}
            </ol>
            ${more ? html`<p class="line"><button type="button" @click=${more}>${t('imports.problems.more')}</button></p>` : nothing}`
    }
  </section>`;
}

function problemPiece(reader: Reader, problem: RecordProblem, retry: Further['retry']): TemplateResult {
  const { t } = reader;
  const { index, reason, message, position, length, fault, kind } = problem;
  const bytes = Uint8Array.from(atob(problem.bytes), (character) => character.charCodeAt(0));
  return html`<li>
    <h3>${t('imports.problem', { number: index + 1, reason: reasonWords(reader, reason, message) })}</h3>
    ${kind === 'warning' ? html`<p class="facts">${t('imports.problem.warning')}</p>` : nothing}
    <p class="facts">${t('imports.problem.place', { position, length, fault })}</p>
    ${
      bytes.length === 0
        ? nothing
        : html`<div
            class="dump"
            role="region"
            tabindex="0"
            translate="no"
            aria-label=${`${t('imports.problem.dump')}: ${index + 1}`}
          >
            ${rowsOf(bytes, problem)}
          </div>`
    }
    ${
      kind === 'broken'
        ? html`<p class="line">
            <button type="button" @click=${() => retry(problem)}>
              ${t('imports.problem.retry')}<span class="unseen">: ${index + 1}</span>
            </button>
          </p>`
        : nothing
    }
  </li>`;
}

const inRow = 8;

/** Rows of eight bytes, each as hex and as text, from the offset that the first has in its record; the fault is marked. */
function rowsOf(bytes: Uint8Array, { shownFrom, fault }: RecordProblem): TemplateResult[] {
  const rows: TemplateResult[] = [];
  for (let from = 0; from < bytes.length; from += inRow) {
    const row = [...bytes.subarray(from, from + inRow)];
    const at = fault - shownFrom - from;
    const hex = row.map((byte) => byte.toString(16).padStart(2, '0'));
    const gap = '   '.repeat(inRow - row.length) + '  ';
    const offset = `${(shownFrom + from).toString(16).padStart(5, '0')} `;
    const text = row.map(characterOf);
    // prettier-ignore
    rows.push(html`<span class="row"><span class="at">${offset}</span>${marked(hex, at, ' ')}${gap}${marked(text, at, '')}</span>`);
  }
  return rows;
}

function marked(pieces: readonly string[], at: number, between: string) {
  if (at < 0 || at >= pieces.length) return pieces.join(between);
  const before = pieces.slice(0, at).map((piece) => piece + between);
  const after = pieces.slice(at + 1).map((piece) => between + piece);
  return html`${before.join('')}<mark>${pieces[at]}</mark>${after.join('')}`;
}

/** Delimiters of ISO 2709 by their own pictures, other bytes that are no ASCII as a dot. */
function characterOf(byte: number): string {
  if (byte >= 0x1d && byte <= 0x1f) return String.fromCharCode(0x2400 + byte);
  return byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '·';
}
