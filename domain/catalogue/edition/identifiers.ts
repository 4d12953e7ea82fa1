import isbn3 from 'isbn3';
import { first, values, type MarcFields } from './marc-fields.ts';
import { says, tidy } from './text.ts';

export interface Identifiers {
  readonly isbns: string[];
  readonly issns: string[];
  readonly codes: string[];
}

/** Numbers it can be asked for by: 020 ISBN, 022 ISSN, 024 EAN, UPC, ISMN and others, 028 publisher's numbers. */
export function identifiersOf(fields: MarcFields): Identifiers {
  const isbns = new Set<string>();
  const codes = new Set<string>();
  for (const field of fields.data('020')) {
    for (const value of values(field, 'a')) {
      const isbn = isbn13(value);
      if (isbn) isbns.add(isbn);
      else addCode(codes, isbnLike.exec(value)?.[0]);
    }
  }
  for (const field of fields.data('024')) {
    for (const value of values(field, 'a')) {
      const isbn = /^[\s\d-]{13,}$/.test(value) ? isbn13(value) : undefined;
      if (isbn) isbns.add(isbn);
      else addCode(codes, field.ind1 === '7' || field.ind1 === '8' ? tidy(value) : value.replace(/\(.*$/, ''));
    }
  }
  for (const field of fields.data('028')) addCode(codes, first(field, 'a'), false);
  const issns = fields
    .data('022')
    .flatMap((field) => values(field, 'a'))
    .flatMap((value) => issn(value) ?? []);
  return { isbns: [...isbns], issns: [...new Set(issns)], codes: [...codes] };
}

/**
 * The ISBN-13, without hyphens, of an ISBN-10 or ISBN-13 in any dress: "951-0-12345-6 (nid.)". Undefined where the check
 * digit is wrong or no such ISBN has been given out.
 */
export function isbn13(text: string): string | undefined {
  for (const like of [isbnLike, isbnLikeWithBlanks]) {
    const digits = like
      .exec(text)?.[0]
      .replace(/[^\dXx]/g, '')
      .toUpperCase();
    if (digits?.length === 10 || digits?.length === 13) return isbn3.asIsbn13(digits) ?? undefined;
  }
  return undefined;
}

const isbnLike = /\d[\d\u2010-\u2013-]{7,}[\dXx]/;
const isbnLikeWithBlanks = /\d[\d\u2010-\u2013 -]{7,16}[\dXx](?!\d)/;

function issn(text: string): string | undefined {
  const [, start, end] = /(?<!\d)(\d{4})[-\u2010-\u2013 ]?(\d{3}[\dXx])(?!\d)/.exec(text) ?? [];
  return start && end ? `${start}-${end.toUpperCase()}` : undefined;
}

/** Codes are compared as they are typed from the cover: without hyphens and blanks where they are numbers. */
function addCode(codes: Set<string>, given: string | undefined, packed = true): void {
  const text = tidy(given ?? '');
  const code = packed && /^[\dMX\s-]+$/i.test(text) ? text.replace(/[\s-]/g, '').toUpperCase() : text;
  if (says(code)) codes.add(code);
}
