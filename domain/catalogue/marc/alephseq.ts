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

/** A line that begins a field: system number, tag, indicators, and mostly the letter of the character set. */
export const alephLine = /^(\d{9}) ([0-9A-Za-z]{3})(.)(.) (?:[A-Z] )?/;

async function endOfRecord(window: ByteWindow): Promise<number> {
  let first: string | undefined;
  for (let start = 0; ;) {
    const lineEnd = window.bytes.indexOf(0x0a, start);
    if (lineEnd < 0) {
      if (window.bytes.length - start > longestRecord || !(await window.more())) return start || window.bytes.length;
      continue;
    }
    const number = /^\d{9}(?= )/.exec(window.bytes.toString('latin1', start, start + 10))?.[0];
    first ??= number;
    if (number !== undefined && number !== first) return start;
    start = lineEnd + 1;
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
