import { SaxesParser } from 'saxes';
import { longestRecord } from '../catalogue/marc/problems.ts';

/** What an OAI-PMH 2.0 answer says, piece by piece (https://www.openarchives.org/OAI/openarchivesprotocol.html). */
export type OaiPiece =
  | { readonly kind: 'record'; readonly header: OaiHeader; readonly metadata: Buffer }
  | { readonly kind: 'deleted'; readonly header: OaiHeader }
  /** Anything said once in an answer, by the name of its element. */
  | { readonly kind: 'said'; readonly name: string; readonly text: string; readonly attributes: Readonly<Record<string, string>> }; // prettier-ignore

export interface OaiHeader {
  readonly identifier: string;
  readonly datestamp: string;
}

/** An answer that ends before its end: it has to be asked for again. */
export class CutAnswer extends Error {
  override readonly name = 'CutAnswer';
}

/** Where a record of the protocol begins: its metadata may hold records as well, but no headers. */
const recordStart = /<(?:[\w.-]+:)?record(?:\s[^<>]*)?>\s*<(?:[\w.-]+:)?header[\s>/]/;
const farthestStart = 4_096;
const answerEnd = /<\/(?:[\w.-]+:)?OAI-PMH\s*>\s*$/;

/**
 * Reads an answer as it comes; memory is bounded by one record. Records are cut out before they are parsed, so that one with
 * broken XML takes no other with it.
 * @throws CutAnswer
 */
export async function* readAnswer(body: AsyncIterable<Uint8Array>): AsyncGenerator<OaiPiece> {
  const decoder = new TextDecoder();
  let text = '';
  let searched = 0;
  let isHead = true;
  let rest = '';
  for await (const chunk of body) {
    text += decoder.decode(chunk, { stream: true });
    for (;;) {
      const from = Math.max(isHead ? 0 : 1, searched - farthestStart);
      const found = text.slice(from).search(recordStart);
      if (found < 0) break;
      const piece = text.slice(0, from + found);
      yield* isHead ? said(piece) : recordOf(piece).pieces;
      isHead = false;
      text = text.slice(from + found);
      searched = 0;
    }
    searched = text.length;
    if (text.length > longestRecord) throw new Error('A record of the answer is longer than any record can be');
  }
  text += decoder.decode();
  if (isHead) rest = text;
  else {
    const last = recordOf(text);
    yield* last.pieces;
    rest = last.rest;
  }
  if (!answerEnd.test(rest)) throw new CutAnswer('The answer was cut off');
  yield* said(rest);
}

const tag = (name: string) => `(?:[\\w.-]+:)?${name}`;
const startOf = (name: string) => new RegExp(`<${tag(name)}(?:\\s[^<>]*)?>`);
const endOf = (name: string) => new RegExp(`</${tag(name)}\\s*>`, 'g');
const [headerStart, headerEnd] = [startOf('header'), endOf('header')];
const [metadataStart, metadataEnd] = [startOf('metadata'), endOf('metadata')];
const recordEnd = endOf('record');

/** A record, and what follows it up to the next one. */
function recordOf(text: string): { pieces: OaiPiece[]; rest: string } {
  const ends = [...text.matchAll(recordEnd)];
  const last = ends.at(-1);
  const end = last ? last.index + last[0].length : text.length;
  const header = headerOf(text);
  const facts = said(header);
  const fact = (name: string) => facts.find((one) => one.name === name)?.text ?? '';
  const head = { identifier: fact('identifier'), datestamp: fact('datestamp') };
  const isDeleted = facts.some(({ name, attributes }) => name === 'header' && attributes['status'] === 'deleted');
  const metadata = insideMetadata(text.slice(0, end)).trim();
  const piece: OaiPiece = isDeleted
    ? { kind: 'deleted', header: head }
    : { kind: 'record', header: head, metadata: Buffer.from(metadata) };
  return { pieces: head.identifier === '' ? [] : [piece], rest: text.slice(end) };
}

/** The first header with its tags. Start and end are looked for once each: whatever is sent, the time is that of reading it. */
function headerOf(text: string): string {
  const start = headerStart.exec(text);
  if (!start) return '';
  const [end] = text.slice(start.index).matchAll(headerEnd);
  return end ? text.slice(start.index, start.index + end.index + end[0].length) : '';
}

/** What stands between the first start of metadata and their last end: records within may have metadata of their own. */
function insideMetadata(text: string): string {
  const start = metadataStart.exec(text);
  const end = [...text.matchAll(metadataEnd)].at(-1);
  const from = start ? start.index + start[0].length : Infinity;
  return end && from <= end.index ? text.slice(from, end.index) : '';
}

type Said = Extract<OaiPiece, { kind: 'said' }>;

/** Every element of a stretch, whole or not, with its own text. */
function said(stretch: string): Said[] {
  const all: Said[] = [];
  const open: { name: string; text: string; attributes: Record<string, string> }[] = [];
  const parser = new SaxesParser<{ xmlns: false; position: false; fragment: true }>({ xmlns: false, position: false, fragment: true }); // prettier-ignore
  parser.on('error', () => undefined); // a stretch may begin or end within elements
  parser.on('opentag', ({ name, attributes }) => open.push({ name: localName(name), text: '', attributes }));
  parser.on('text', (text) => {
    const current = open.at(-1);
    if (current) current.text += text;
  });
  parser.on('cdata', (text) => {
    const current = open.at(-1);
    if (current) current.text += text;
  });
  parser.on('closetag', () => {
    const one = open.pop();
    if (one) all.push({ kind: 'said', ...one, text: one.text.trim() });
  });
  parser.write(stretch).close();
  return all;
}

const localName = (name: string) => name.slice(name.indexOf(':') + 1);
