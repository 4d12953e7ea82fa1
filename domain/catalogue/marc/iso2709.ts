import type { ByteWindow } from './byte-window.ts';
import { broken, longestRecord, type Finding } from './problems.ts';
import { fieldTerminator, parseIso2709, recordTerminator } from './iso2709-record.ts';

/**
 * Reads a stream of ISO 2709 records. The length in a record's leader is believed when a record terminator stands there;
 * otherwise the record ends at the next terminator, or where the leader of another record begins, so that one record
 * with a wrong length never takes others with it.
 */
export async function* readIso2709(window: ByteWindow): AsyncGenerator<Finding> {
  for (let found = false; ; found = true) {
    await dropFiller(window);
    if (window.bytes.length === 0) {
      if (!found) yield broken('no-record', { position: 0, bytes: Buffer.alloc(0), length: window.position });
      return;
    }
    const { end, garbage } = await findEnd(window);
    const position = window.position;
    const stretch = window.bytes.subarray(0, end);
    if (garbage === 'too-long') {
      const beginning = Buffer.from(stretch.subarray(0, beginningKept));
      window.drop(end);
      await dropUntilBoundary(window);
      yield broken(garbage, { position, bytes: beginning, length: window.position - position });
      continue;
    }
    yield garbage
      ? broken(garbage, { position, bytes: Buffer.from(stretch) })
      : parseIso2709(trimmed(stretch), position);
    window.drop(end);
  }
}

/** How much is kept of what is longer than any record. */
const beginningKept = 64 * 1024;

/** The beginning of a MARC 21 leader whose every fixed place holds what the standard allows. */
const plausibleLeader = /\d{5}[acdnpsx][a-z][a-z ][ a-z].\d{2}\d{5}[\x20-\x7e]{3}45[\x20-\x7e]{2}/;
const leaderLength = 24;

/** Where the record at the start of the window ends; `garbage` where what stands there is none. */
async function findEnd(window: ByteWindow): Promise<{ end: number; garbage?: 'no-record' | 'too-long' }> {
  while (window.bytes.length < leaderLength && (await window.more()));
  const told = toldLength(window.bytes);
  while (window.bytes.length < told && (await window.more()));
  if (told > leaderLength && window.bytes[told - 1] === recordTerminator) return { end: told };
  const isRecord = plausibleLeader.test(window.bytes.toString('latin1', 0, leaderLength));
  for (let at = 1; at < longestRecord; at += step) {
    const boundary = await boundaryWithin(window, at);
    if (boundary)
      return boundary.isLeader && !isRecord ? { end: boundary.at, garbage: 'no-record' } : { end: boundary.at };
    if (window.bytes.length < at + step) return { end: window.bytes.length };
  }
  return { end: longestRecord, garbage: 'too-long' };
}

/** How far is looked at once for where a record may end. */
const step = 32 * 1024;

/** The first end of a record, or beginning of another one, in the next bytes. */
async function boundaryWithin(
  window: ByteWindow,
  from: number,
): Promise<{ at: number; isLeader: boolean } | undefined> {
  const end = from + step + leaderLength;
  while (window.bytes.length < end && (await window.more()));
  const text = window.bytes.toString('latin1', from, end);
  const leader = text.search(plausibleLeader);
  const terminator = text.indexOf(String.fromCharCode(recordTerminator));
  if (leader >= 0 && (terminator < 0 || leader < terminator)) return { at: from + leader, isLeader: true };
  return terminator < 0 ? undefined : { at: from + terminator + 1, isLeader: false };
}

async function dropUntilBoundary(window: ByteWindow): Promise<void> {
  for (;;) {
    const boundary = await boundaryWithin(window, 0);
    if (boundary) return window.drop(boundary.at);
    if (window.bytes.length < step) return window.drop(window.bytes.length);
    window.drop(step);
  }
}

function toldLength(bytes: Buffer): number {
  const digits = bytes.toString('latin1', 0, 5);
  return /^\d{5}$/.test(digits) ? Number(digits) : 0;
}

/** Line ends, blanks, zero bytes and the end-of-file mark of old systems may stand between records. */
const filler = new Set([0x00, 0x0a, 0x0d, 0x1a, 0x20, recordTerminator]);
const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);

async function dropFiller(window: ByteWindow): Promise<void> {
  for (;;) {
    while (window.bytes.length < 3 && (await window.more()));
    let count = window.bytes.subarray(0, 3).equals(byteOrderMark) ? 3 : 0;
    while (count < window.bytes.length && filler.has(window.bytes[count] ?? -1)) count += 1;
    window.drop(count);
    if (window.bytes.length > 0 || !(await window.more())) return;
  }
}

/** A record whose last field is whole but which has no terminator, without what stands between it and the next one. */
function trimmed(stretch: Buffer): Buffer {
  if (stretch[stretch.length - 1] === recordTerminator) return stretch;
  let end = stretch.length;
  while (end > 0 && filler.has(stretch[end - 1] ?? -1)) end -= 1;
  return stretch[end - 1] === fieldTerminator ? stretch.subarray(0, end) : stretch;
}
