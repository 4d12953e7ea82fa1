import { isbn13 } from '../catalogue/edition/identifiers.ts';
import { columnOf, type Column } from './columns.ts';

/** A line of what somebody brings: whatever of it is understood, and the line as it stood. */
export interface ReadLine {
  /** From 1 on, as a spreadsheet counts. */
  readonly line: number;
  readonly text: string;
  readonly isbn: string | undefined;
  /** Of an address of a work. */
  readonly work: string | undefined;
  readonly note: string;
}

/** Every ISBN of a text, one a line or several. A line without any is a line all the same. Pure, as all of this file. */
export function readIsbns(text: string): ReadLine[] {
  return text
    .split(/\r\n?|\n/)
    .flatMap((written, at) =>
      written
        .split(/[,;\t]/)
        .map((one) => ({ line: at + 1, text: one.trim(), isbn: isbn13(one), work: undefined, note: '' })),
    )
    .filter((one) => one.text !== '');
}

/**
 * A table (RFC 4180; fields apart by commas, semicolons or tabs). Columns are known by the names in `columns`; without a head
 * that names an ISBN or an address, an ISBN is looked for in every field of a line.
 */
export function readTable(text: string): ReadLine[] {
  const rows = readRows(text.replace(/^\ufeff/, ''));
  const head = (rows[0]?.fields ?? []).map(columnOf);
  const isHead = head.includes('isbn') || head.includes('address');
  return rows.slice(isHead ? 1 : 0).flatMap(({ line, fields }) => {
    const shown = fields.filter((field) => field.trim() !== '');
    if (shown.length === 0) return [];
    const at = (column: Column) => fields[head.indexOf(column)] ?? '';
    const isbns = isHead ? [at('isbn')] : fields;
    const isbn = isbns.map(isbn13).find((one) => one !== undefined);
    const work = isHead ? workIn(at('address')) : undefined;
    return [{ line, text: shown.join(' · '), isbn, work, note: isHead ? asWritten(at('note')) : '' }];
  });
}

function workIn(address: string): string | undefined {
  const encoded = /\/works\/([^/?#\s]+)/.exec(address)?.[1];
  try {
    return encoded && decodeURIComponent(encoded);
  } catch {
    return undefined;
  }
}

/** Whoever writes tables for spreadsheets puts an apostrophe before what these would take for a formula. */
const asWritten = (field: string) => (/^'+[=+\-@\t\r]/.test(field) ? field.slice(1) : field);

interface Row {
  readonly line: number;
  readonly fields: string[];
}

function readRows(text: string): Row[] {
  const separator = separatorOf(text);
  const rows: Row[] = [];
  let fields: string[] = [];
  let field = '';
  let quoted = false;
  let line = 1;
  let began = 1;
  const endRow = () => {
    rows.push({ line: began, fields: [...fields, field] });
    fields = [];
    field = '';
    began = line;
  };
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '\n') line += 1;
    if (quoted) {
      if (character !== '"') field += character;
      else if (text.charAt(at + 1) === '"') {
        field += '"';
        at += 1;
      } else quoted = false;
    } else if (character === '"' && field === '') quoted = true;
    else if (character === separator) {
      fields.push(field);
      field = '';
    } else if (character === '\n') endRow();
    else if (character !== '\r' || text.charAt(at + 1) !== '\n') field += character;
  }
  if (field !== '' || fields.length > 0) endRow();
  return rows;
}

/** Whichever of them the first line has the most of. */
function separatorOf(text: string): string {
  const [first = ''] = text.split('\n', 1);
  const counted = [';', ',', '\t'].map((one) => ({ one, count: first.split(one).length }));
  return counted.toSorted((a, b) => b.count - a.count)[0]?.one ?? ';';
}
