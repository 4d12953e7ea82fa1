import { SaxesParser } from 'saxes';
import { isUtf8 } from 'node:buffer';
import type { Marc } from '../schema.ts';
import type { ByteWindow } from './byte-window.ts';
import { broken, longestRecord, warning, type Finding, type Warning } from './problems.ts';

/**
 * Reads a stream of MARCXML, in UTF-8. Records are cut out by their tags and parsed one by one, whatever stands around
 * them (a collection, an OAI-PMH answer, an SRU answer), so that one broken record never takes others with it.
 */
export async function* readMarcXml(window: ByteWindow): AsyncGenerator<Finding> {
  let found = false;
  const start = window.position;
  const beginning = Buffer.from(window.bytes.subarray(0, beginningKept));
  for (;;) {
    const stretch = await nextRecord(window);
    if (!stretch) break;
    found = true;
    const bytes = window.bytes.subarray(0, stretch.end);
    yield stretch.problem
      ? broken(stretch.problem, { position: window.position, bytes: Buffer.from(bytes) })
      : parseMarcXml(bytes, window.position);
    window.drop(stretch.end);
  }
  if (!found) yield broken('not-marc-xml', { position: start, bytes: beginning, length: window.position - start });
}

const beginningKept = 64 * 1024;

interface Stretch {
  readonly end: number;
  readonly problem?: 'unclosed-record' | 'too-long';
}

/** Drops what stands before the next record and tells where that one ends; undefined at the end of the stream. */
async function nextRecord(window: ByteWindow): Promise<Stretch | undefined> {
  for (;;) {
    const tag = nextTag(window.bytes, 0);
    const comment = window.bytes.subarray(0, tag?.at).indexOf('<!--');
    if (comment >= 0) {
      window.drop(comment);
      await dropComment(window);
    } else if (tag?.closing) {
      window.drop(tag.after);
    } else if (tag) {
      window.drop(tag.at);
      const stretch = await endOfRecord(window, tag.after - tag.at);
      return stretch.end > longestRecord ? { end: longestRecord, problem: 'too-long' } : stretch;
    } else {
      window.drop(Math.max(0, window.bytes.length - longestTag));
      if (!(await window.more())) break;
    }
  }
  window.drop(window.bytes.length);
  return undefined;
}

/**
 * The window begins with the start tag of a record, up to `from`. A record that holds another one before any field is a
 * wrapper, as in OAI-PMH: it is dropped and the inner one taken.
 */
async function endOfRecord(window: ByteWindow, from: number): Promise<Stretch> {
  for (let at = from; ;) {
    const tag = nextTag(window.bytes, at);
    if (tag && isInComment(window.bytes, tag.at)) {
      const close = window.bytes.indexOf('-->', tag.after);
      at = close < 0 ? tag.at : close;
      if (close >= 0) continue;
    } else if (tag?.closing) {
      const close = window.bytes.indexOf('>', tag.after);
      if (close >= 0) return { end: close + 1 };
      at = tag.at;
    } else if (tag && hasFields(window.bytes, tag.at)) {
      return { end: tag.at, problem: 'unclosed-record' };
    } else if (tag) {
      window.drop(tag.at);
      at = tag.after - tag.at;
      continue;
    } else {
      at = Math.max(at, window.bytes.length - longestTag);
    }
    if (window.bytes.length > longestRecord) return { end: window.bytes.length };
    if (!(await window.more())) return { end: window.bytes.length, problem: 'unclosed-record' };
  }
}

/** Room for the longest prefix that is looked for, and the name. */
const longestTag = 80;
const tagName = Buffer.from('record');

interface Tag {
  readonly at: number;
  /** Just past the name. */
  readonly after: number;
  readonly closing: boolean;
}

/** The next start or end tag of a record, whatever its prefix, whose name begins at `from` or later. */
function nextTag(bytes: Buffer, from: number): Tag | undefined {
  for (let found = bytes.indexOf(tagName, from); found >= 0; found = bytes.indexOf(tagName, found + 1)) {
    const after = found + tagName.length;
    const next = bytes[after];
    if (next === undefined) return undefined; // the next chunk tells
    if (next !== 0x3e && next !== 0x2f && next !== 0x20 && !(next >= 0x09 && next <= 0x0d)) continue;
    const before = startOfTag.exec(bytes.toString('latin1', Math.max(0, found - longestTag / 2), found));
    if (before) return { at: found - before[0].length, after, closing: before[1] === '/' };
  }
  return undefined;
}

const startOfTag = /<(\/?)(?:[A-Za-z_][\w.-]*:)?$/;

/** Drops a comment, with which the window begins, without keeping it in sight. */
async function dropComment(window: ByteWindow): Promise<void> {
  window.drop('<!--'.length);
  for (;;) {
    const close = window.bytes.indexOf('-->');
    if (close >= 0) return window.drop(close + 3);
    window.drop(Math.max(0, window.bytes.length - 2));
    if (!(await window.more())) return window.drop(window.bytes.length);
  }
}

function isInComment(bytes: Buffer, at: number): boolean {
  const open = bytes.lastIndexOf('<!--', at);
  return open >= 0 && bytes.lastIndexOf('-->', at) < open;
}

const hasFields = (bytes: Buffer, end: number) =>
  /<(?:[A-Za-z_][\w.-]*:)?(?:leader|controlfield|datafield)[\s>]/.test(bytes.toString('latin1', 0, end));

/** One `record` element. Elements that MARCXML does not know are passed over. */
export function parseMarcXml(bytes: Buffer, position: number): Finding {
  const warnings: Warning[] = [];
  const warn = (reason: 'bad-element' | 'encoding-damaged' | 'bad-indicators', detail?: string) => {
    if (!warnings.some((known) => known.reason === reason)) warnings.push(warning(reason, detail));
  };
  if (!isUtf8(bytes)) warn('encoding-damaged');
  const marc: Marc = { leader: '', fields: [] };
  let error: string | undefined;
  let text: string | undefined;
  let code: string | undefined;
  let tag: string | undefined;
  let subfields: { code: string; value: string }[] | undefined;

  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  parser.on('error', ({ message }) => {
    error ??= message;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const local = localName(name);
    if (local === 'leader') text = '';
    else if (local === 'controlfield') {
      tag = attributes['tag'] || undefined;
      text = '';
    } else if (local === 'datafield') {
      tag = attributes['tag'] || undefined;
      subfields = [];
      if (!tag) return warn('bad-element', 'a datafield without tag');
      const [ind1, ind2] = [attributes['ind1'] ?? attributes['i1'], attributes['ind2'] ?? attributes['i2']];
      if (ind1?.length !== 1 || ind2?.length !== 1) warn('bad-indicators', tag);
      marc.fields.push({ tag, ind1: ind1?.charAt(0) || ' ', ind2: ind2?.charAt(0) || ' ', subfields });
    } else if (local === 'subfield') {
      code = attributes['code'] || undefined;
      text = '';
    }
  });
  parser.on('text', (piece) => {
    if (text !== undefined) text += piece;
  });
  parser.on('cdata', (piece) => {
    if (text !== undefined) text += piece;
  });
  parser.on('closetag', ({ name }) => {
    const local = localName(name);
    const value = (text ?? '').normalize('NFC');
    if (local === 'leader') marc.leader = value.trim() === '' ? '' : value;
    else if (local === 'controlfield') {
      if (tag) marc.fields.push({ tag, value });
      else warn('bad-element', 'a controlfield without tag');
    } else if (local === 'subfield' && subfields) {
      if (code) subfields.push({ code, value });
      else warn('bad-element', 'a subfield without code');
    }
    if (local === 'datafield') subfields = undefined;
    text = undefined;
  });
  parser.write(bytes.toString('utf8')).close();
  if (error) return broken('bad-xml', { position, bytes: Buffer.from(bytes), detail: error });
  if (marc.fields.length === 0) return broken('no-fields', { position, bytes: Buffer.from(bytes) });
  return { marc, position, bytes, warnings };
}

const localName = (name: string) => name.slice(name.indexOf(':') + 1);
