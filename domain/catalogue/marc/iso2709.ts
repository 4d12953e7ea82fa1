import type { ByteWindow } from './byte-window.ts';
import { broken, longestRecord, type Finding } from './problems.ts';
import { parseIso2709, recordTerminator } from './iso2709-record.ts';

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
      await dropUntilTerminator(window);
      yield broken(garbage, { position, bytes: beginning, length: window.position - position });
      continue;
    }
    yield garbage ? broken(garbage, { position, bytes: Buffer.from(stretch) }) : parseIso2709(stretch, position);
    window.drop(end);
  }
}

/** How much is kept of what is longer than any record. */
const beginningKept = 64 * 1024;

/** The beginning of a MARC 21 leader whose every fixed place holds what the standard allows. */
const plausibleLeader = /\d{5}[acdnpsx][a-z][a-z ][ a-z].\d{2}\d{5}[\x20-\x7e]{3}45[\x20-\x7e]{2}/;
const leaderLength = 24;

/** Where the record at the start of the window ends; `garbage` where what stands there is none. */
async function findEnd(window: ByteWindow): Promise<{ end: number; garbage?: 'no-record' | 'truncated' | 'too-long' }> {
  while (window.bytes.length < leaderLength && (await window.more()));
  const told = toldLength(window.bytes);
  while (window.bytes.length < told && (await window.more()));
  if (told > leaderLength && window.bytes[told - 1] === recordTerminator) return { end: told };

  let searched = 0;
  let terminator = window.bytes.indexOf(recordTerminator);
  while (terminator < 0 && window.bytes.length < longestRecord) {
    searched = window.bytes.length;
    if (!(await window.more())) break;
    terminator = window.bytes.indexOf(recordTerminator, searched);
  }
  if (window.bytes.length >= longestRecord && !(terminator >= 0 && terminator < longestRecord)) {
    return { end: longestRecord, garbage: 'too-long' };
  }
  const end = terminator < 0 ? window.bytes.length : terminator + 1;
  const text = window.bytes.toString('latin1', 0, end);
  const next = text.slice(1).search(plausibleLeader) + 1;
  if (next === 0) return { end };
  const startsWell = /^\d{5}/.test(text) && plausibleLeader.test(text.slice(0, leaderLength));
  return { end: next, garbage: startsWell ? 'truncated' : 'no-record' };
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

async function dropUntilTerminator(window: ByteWindow): Promise<void> {
  for (;;) {
    const terminator = window.bytes.indexOf(recordTerminator);
    window.drop(terminator < 0 ? window.bytes.length : terminator + 1);
    if (terminator >= 0 || !(await window.more())) return;
  }
}
