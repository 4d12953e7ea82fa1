import { booleanWords, fieldNames, searchFields, type SearchField } from './field-names.ts';

/** What a query consists of, before it is known how its marks belong together. */
export type Mark =
  | MarkOf<'word' | 'beginning' | 'phrase' | 'and' | 'or' | 'not', { readonly text: string }>
  | MarkOf<'field', { readonly field: SearchField; readonly text: string }>
  | MarkOf<'minus' | 'open' | 'close'>;
type MarkOf<Is extends string, With = unknown> = Is extends string ? { readonly is: Is } & With : never;

/** What is read of a query: more than any reader types, and little enough to be read at once. */
const longestRead = 20_000;
const longestWord = 100;
const longestPhrase = 200;
const longestBeginning = 40;

/**
 * The marks of a query in their order. Words come without quotes, parentheses and the punctuation around them; what has
 * neither letter nor digit is left out. Takes time in proportion to the query's length.
 */
export function readMarks(query: string): Mark[] {
  const text = query.slice(0, longestRead).toWellFormed().normalize('NFC').replace(quotes, '"');
  const marks: Mark[] = [];
  for (const { 0: found, 1: phrase, index } of text.matchAll(/"([^"]*)"|[^\s"]+/g)) {
    if (phrase === undefined) readChunk(found, text[index + found.length] === '"', marks);
    else readPhrase(phrase, marks);
  }
  return marks;
}

const quotes = /[\u201C\u201D\u201E\u201F\u00AB\u00BB\u2033\uFF02]/g;
const hasContent = /[\p{L}\p{N}]/u;

function readPhrase(phrase: string, marks: Mark[]): void {
  const text = phrase.replace(/\s+/g, ' ').trim().slice(0, longestPhrase).toWellFormed().trim();
  if (hasContent.test(text)) marks.push({ is: 'phrase', text });
  else if (marks.at(-1)?.is === 'minus') marks.pop();
}

/** Reads what stands between spaces and quotes: parentheses, minus and field before a word, then the word. */
function readChunk(chunk: string, quoteFollows: boolean, marks: Mark[]): void {
  for (let rest = chunk; rest !== '';) {
    const field = fieldAtStart(rest);
    if (field) {
      marks.push(field);
      rest = rest.slice(field.text.length + 1);
    } else if (/^(?:[\p{L}\p{N}]|\.\p{L})/u.test(rest)) {
      readWord(rest, marks);
      return;
    } else {
      const [sign = ''] = rest;
      rest = rest.slice(sign.length);
      if (sign === '(') marks.push({ is: 'open' });
      if (sign === ')') marks.push({ is: 'close' });
      if (sign === '-' && marks.at(-1)?.is !== 'field' && barsWhatFollows(rest, quoteFollows))
        marks.push({ is: 'minus' });
    }
  }
}

const barsWhatFollows = (rest: string, quoteFollows: boolean) =>
  rest === '' ? quoteFollows : /^(?:[\p{L}\p{N}(]|\.\p{L})/u.test(rest);

/** Reads a word up to the end of its chunk; parentheses after it close groups, but for those opened inside: "kirja(t)". */
function readWord(rest: string, marks: Mark[]): void {
  const tail = /[^\p{L}\p{N}*]*$/u.exec(rest)?.[0] ?? '';
  const [ending = ''] = tail.split(')');
  const body = rest.slice(0, rest.length - tail.length) + ending;
  const operator = rest === body ? operatorOf(body) : undefined;
  const beginning = /^([\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*)\*[^\p{L}\p{N}]*$/u.exec(body)?.[1];
  if (operator) marks.push({ is: operator, text: body.toLowerCase() });
  else if (beginning && isLongEnough(beginning)) marks.push({ is: 'beginning', text: beginning });
  else for (const piece of body.split(/[()*]+/)) marks.push(...plainWords(piece));
  const closes = tail.split(')').length - body.split('(').length;
  for (let close = 0; close < closes; close += 1) marks.push({ is: 'close' });
}

const isLongEnough = (beginning: string) =>
  beginning.length <= longestBeginning && (beginning.match(/[\p{L}\p{N}]/gu)?.length ?? 0) >= 3;

/** A word as the tree keeps it: read again, it is the same word and nothing else. */
function plainWords(piece: string): Mark[] {
  const text = piece
    .slice(0, longestWord)
    .toWellFormed()
    .replace(/^(?:(?!\.\p{L})[^\p{L}\p{N}])+/u, '')
    .replace(/[^\p{L}\p{M}\p{N}.+#]+$/u, '');
  if (!hasContent.test(text)) return [];
  const field = fieldAtStart(text);
  if (field) return [...plainWords(field.text), ...plainWords(text.slice(field.text.length + 1))];
  return [{ is: 'word', text: operatorOf(text) ? text.toLowerCase() : text }];
}

function operatorOf(text: string): 'and' | 'or' | 'not' | undefined {
  return operators.get(text);
}

const operators = new Map(
  (['and', 'or', 'not'] as const).flatMap((operator) =>
    booleanWords[operator].map((word) => [word as string, operator]),
  ),
);

function fieldAtStart(text: string): Extract<Mark, { is: 'field' }> | undefined {
  const name = /^(\p{L}{3,20}):/u.exec(text)?.[1];
  const field = name && fields.get(undotted(name));
  return field ? { is: 'field', field, text: name.toLowerCase() } : undefined;
}

const undotted = (name: string) => name.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');

const fields = new Map(
  searchFields.flatMap((field) =>
    Object.values(fieldNames[field]).flatMap((names) => names.map((name) => [undotted(name), field] as const)),
  ),
);
