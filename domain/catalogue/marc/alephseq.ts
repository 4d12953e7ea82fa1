import type { Marc } from '../schema.ts';
import type { ByteWindow } from './byte-window.ts';
import { broken, longestRecord, warning, type Finding, type Warning } from './problems.ts';

/**
 * Reads Aleph sequential: a line a field, "000000001 24510 L $$aTitle /$$cAuthor", UTF-8, the lines of one record in a
 * row. It is what Aleph libraries, the National Library of Finland's Melinda among them, hand out as text.
 */
export async function* readAlephSequential(window: ByteWindow): AsyncGenerator<Finding> {
  for (;;) {
    const end = await endOfRecord(window);
    if (end === 0) return;
    const bytes = Buffer.from(window.bytes.subarray(0, end));
    if (bytes.toString('latin1').trim() !== '') yield parseAlephSequential(bytes, window.position);
    window.drop(end);
  }
}

/**
 * A line that begins a field: system number (9 digits, more in what Alma writes), tag, indicators, and mostly the letter of
 * the character set.
 */
export const alephLine = /^(\d{9,20}) ([0-9A-Za-z]{3})(.)(.) (?:[A-Z] )?/;

/** Where the lines with the first line's number end; 0 at the end of the stream. */
async function endOfRecord(window: ByteWindow): Promise<number> {
  let first: string | undefined;
  for (let start = 0; ;) {
    const end = await endOfLine(window, start);
    if (end > longestRecord) return start || longestRecord;
    if (end === start) return end;
    const number = /^\d{9,20}(?= )/.exec(window.bytes.toString('latin1', start, start + 21))?.[0];
    if (number !== undefined && first !== undefined && number !== first) return start;
    first ??= number;
    start = end;
  }
}

/** Just past the line end after `start`, or the end of the stream. */
async function endOfLine(window: ByteWindow, start: number): Promise<number> {
  for (let from = start; ;) {
    const at = window.bytes.indexOf(0x0a, from);
    if (at >= 0) return at + 1;
    from = window.bytes.length;
    if (from > longestRecord || !(await window.more())) return from;
  }
}

function parseAlephSequential(bytes: Buffer, position: number): Finding {
  const warnings: Warning[] = [];
  const marc: Marc = { leader: '', fields: [] };
  let systemNumber = '';
  for (const line of bytes.toString('utf8').normalize('NFC').split(/\r?\n/)) {
    const [start, number, tag, ind1, ind2] = alephLine.exec(line) ?? [];
    if (start === undefined || number === undefined || tag === undefined) {
      if (line.trim() !== '' && !warnings.some(({ reason }) => reason === 'bad-element')) {
        warnings.push(warning('bad-element', `"${line.slice(0, 60)}"`));
      }
      continue;
    }
    systemNumber = number;
    const content = line.slice(start.length);
    const blanks = content.replaceAll('^', ' ');
    if (tag === 'LDR') marc.leader = blanks.slice(0, 24);
    else if (/^00[678]$/.test(tag)) marc.fields.push({ tag, value: blanks });
    else if (tag.startsWith('00') || !content.startsWith('$$')) marc.fields.push({ tag, value: content });
    else {
      const subfields = content
        .split('$$')
        .slice(1)
        .filter((one) => one !== '');
      marc.fields.push({
        tag,
        ind1: ind1 ?? ' ',
        ind2: ind2 ?? ' ',
        subfields: subfields.map((one) => ({ code: one.charAt(0), value: one.slice(1) })),
      });
    }
  }
  if (marc.fields.length === 0) return broken('no-record', { position, bytes });
  if (!marc.fields.some(({ tag }) => tag === '001')) marc.fields.unshift({ tag: '001', value: systemNumber });
  return { marc, position, bytes, warnings };
}
