import { CsvError, parse as parseCsv } from 'csv-parse/sync';
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

/** Rows of whatever length; where a quote is out of place, all quotes are taken as they stand. */
function readRows(text: string): Row[] {
  const parse = (quote: string | null): Row[] => {
    const rows: Row[] = [];
    parseCsv(text, {
      delimiter: separatorOf(text),
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      quote,
      on_record(fields: string[], { lines }) {
        rows.push({ line: lines - breaksIn(fields), fields });
        return null;
      },
    });
    return rows;
  };
  try {
    return parse('"');
  } catch (error) {
    if (error instanceof CsvError) return parse(null);
    throw error;
  }
}

/** A row is counted when it ends; it began as many lines above as its fields have breaks. */
const breaksIn = (fields: readonly string[]) => fields.join('').split(/\r\n?|\n/).length - 1;

/** Whichever of them the first line has the most of. */
function separatorOf(text: string): string {
  const [first = ''] = text.split('\n', 1);
  const counted = [';', ',', '\t'].map((one) => ({ one, count: first.split(one).length }));
  return counted.toSorted((a, b) => b.count - a.count)[0]?.one ?? ';';
}
