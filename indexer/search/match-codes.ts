import type { estypes } from '@elastic/elasticsearch';
import { isbn13 } from '../../domain/catalogue/edition/identifiers.ts';
import { closeness, type Scope } from '../fields.ts';

type Query = estypes.QueryDslQueryContainer;

/** A longer text is no number. */
const longestCode = 60;

/**
 * Queries for a text as a number on a cover or as a shelf mark: ISBN-10 and -13 in any writing, ISSN, EAN and other numbers
 * with or without hyphens, a class and those under it ("84" finds 84.2 where shelf marks are asked for). None for scopes
 * that hold no numbers.
 */
export function codeQueries(text: string, scope: Scope): Query[] {
  const given = text.normalize('NFC').trim();
  if (given === '' || given.length > longestCode) return [];
  const queries: Query[] = [];
  if (scope === 'all' || scope === 'isbn') {
    const isbn = isbn13(given);
    if (isbn) queries.push(only('isbn', isbn));
    const [, start, end] = issn.exec(given) ?? [];
    if (start && end) queries.push(only('code', `${start}-${end}`));
    const packed = given.replace(/[\s\u2010-\u2013-]/g, '');
    if (/\d/.test(packed)) queries.push(...[...new Set([packed, given])].map((code) => only('code', code)));
  }
  if (scope === 'all' || scope === 'shelfMark') queries.push(only('shelfMark', given));
  if (scope === 'shelfMark') queries.push({ prefix: { shelfMark: { value: given.toLowerCase() } } });
  return queries;
}

/** Words that are numbers of the kind that stands on covers, a few at most, and the text without them. */
export function codesAmong(text: string): { codes: string[]; rest: string } {
  if (!/\d{3}/.test(text)) return { codes: [], rest: text };
  const words = text.split(' ');
  const codes = words
    .filter((word) => codeLike.test(word))
    .slice(0, mostCodes)
    .filter(isCode);
  return { codes, rest: codes.length === 0 ? text : words.filter((word) => !codes.includes(word)).join(' ') };
}

const codeLike = /^[\d\u2010-\u2013-]{7,17}[\dXx]$/;
const mostCodes = 6;

const isCode = (word: string): boolean => isbn13(word) !== undefined || issn.test(word) || ean.test(word);

/** The number where a search is nothing but an ISBN or ISSN, named as one: "ISBN 978 951 0 43026 2". */
export function numberIn(q: string): string | undefined {
  const number = /^\s*is[bs]n(?:-1[03])?[:\s]\s*([\d\sXx\u2010-\u2013-]{8,30})$/i.exec(q)?.[1]?.trim();
  return number && isCode(number) ? number : undefined;
}

const issn = /^(\d{4})[\u2010-\u2013 -]?(\d{3}[\dXx])$/;
const ean = /^\d{12,13}$/;

const only = (field: string, value: string): Query => ({
  constant_score: { filter: { term: { [field]: { value } } }, boost: closeness.code },
});
