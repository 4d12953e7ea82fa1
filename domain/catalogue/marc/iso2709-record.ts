import { isAscii, isUtf8 } from 'node:buffer';
import type { Marc } from '../schema.ts';
import { decodeMarc8, replacement } from './marc8.ts';
import { broken, warning, type Finding, type Warning } from './problems.ts';

export const recordTerminator = 0x1d;
export const fieldTerminator = 0x1e;
const subfieldDelimiter = 0x1f;
const leaderLength = 24;
const entryLength = 12;

/**
 * One record of ISO 2709, as "MARC 21 Specifications: Record Structure" lays it out. What can be read in one way only is
 * read and warned of; what would have to be guessed is broken.
 */
export function parseIso2709(bytes: Buffer, position: number): Finding {
  const problem = (reason: Parameters<typeof broken>[0], detail?: string) =>
    broken(reason, { position, bytes: Buffer.from(bytes), detail });
  const warnings: Warning[] = [];
  if (bytes.length <= leaderLength + 1) return problem('too-short');
  const leader = bytes.toString('latin1', 0, leaderLength);
  if (!/^.{5}[\x20-\x7e]{2}/.test(leader) || leader.includes('\x1e')) return problem('bad-leader');

  const terminated = bytes[bytes.length - 1] === recordTerminator;
  const end = terminated ? bytes.length - 1 : bytes.length;
  if (!terminated) warnings.push(warning('no-terminator'));
  else if (Number(leader.slice(0, 5)) !== bytes.length) {
    warnings.push(warning('wrong-length', `${leader.slice(0, 5)} instead of ${bytes.length}`));
  }

  const told = digits(leader, 12, 17);
  const directoryEnd = bytes.indexOf(fieldTerminator, leaderLength);
  if (directoryEnd < 0 || directoryEnd >= end) return problem(terminated ? 'bad-directory' : 'truncated');
  if (told !== directoryEnd + 1) warnings.push(warning('wrong-base-address', leader.slice(12, 17)));
  const directory = bytes.toString('latin1', leaderLength, directoryEnd);
  const stretches = fieldsByDirectory(bytes, directory, directoryEnd + 1, end) ?? fieldsByBase(bytes, told, end);
  const rebuilt = stretches ?? fieldsByTerminator(bytes, directory, directoryEnd + 1, end);
  if (!rebuilt) return problem(terminated ? 'bad-directory' : 'truncated');
  if (!stretches) warnings.push(warning('directory-rebuilt'));
  if (rebuilt.length === 0) return problem('no-fields');

  const decode = decoderFor(bytes, leader, warnings);
  const fields = rebuilt.map(({ tag, start, end: stop }) => parseField(tag, bytes, start, stop, decode, warnings));
  return { marc: { leader: asciiOnly(leader), fields }, position, bytes, warnings: oncePerReason(warnings) };
}

interface Stretch {
  readonly tag: string;
  readonly start: number;
  /** The place of the field terminator. */
  readonly end: number;
}

/** The fields where the directory says, if every entry of it holds. */
function fieldsByDirectory(bytes: Buffer, directory: string, base: number, end: number): Stretch[] | undefined {
  if (directory.length % entryLength !== 0) return undefined;
  const stretches: Stretch[] = [];
  let covered = 0;
  for (let at = 0; at < directory.length; at += entryLength) {
    const length = digits(directory, at + 3, at + 7);
    const start = base + digits(directory, at + 7, at + entryLength);
    const stop = start + length - 1;
    if (!(length > 0 && stop < end && bytes[stop] === fieldTerminator)) return undefined;
    if (start > base && bytes[start - 1] !== fieldTerminator) return undefined;
    const inner = bytes.indexOf(fieldTerminator, start);
    if (inner !== stop) return undefined;
    covered += length;
    stretches.push({ tag: directory.slice(at, at + 3), start, end: stop });
  }
  return covered === end - base ? stretches : undefined;
}

/** The same for a directory that ends where the leader says, though no field terminator stands there. */
function fieldsByBase(bytes: Buffer, base: number, end: number): Stretch[] | undefined {
  if (!(base > leaderLength + 1 && base < end)) return undefined;
  return fieldsByDirectory(bytes, bytes.toString('latin1', leaderLength, base - 1), base, end);
}

/**
 * The fields between their terminators, in the order of the directory, if there are as many as the directory has tags.
 * Lengths and places that outgrew their columns (a field over 9,999 bytes) make longer entries; they are recognised as
 * what the fields themselves show them to be.
 */
function fieldsByTerminator(bytes: Buffer, directory: string, base: number, end: number): Stretch[] | undefined {
  const stretches: { start: number; end: number }[] = [];
  for (let start = base; start < end;) {
    const stop = bytes.indexOf(fieldTerminator, start);
    if (stop < 0 || stop >= end) return undefined;
    stretches.push({ start, end: stop });
    start = stop + 1;
  }
  const tags: string[] = [];
  let at = 0;
  for (const { start, end: stop } of stretches) {
    const tag = directory.slice(at, at + 3);
    if (!/^[0-9A-Za-z]{3}$/.test(tag)) return undefined;
    tags.push(tag);
    const grown = String(stop - start + 1).padStart(4, '0') + String(start - base).padStart(5, '0');
    at += 3 + (directory.startsWith(grown, at + 3) ? grown.length : entryLength - 3);
  }
  if (at !== directory.length) return undefined;
  return stretches.map((stretch, index) => ({ tag: tags[index] ?? '', ...stretch }));
}

type Decode = (start: number, end: number) => string;
type Field = Marc['fields'][number];

function parseField(
  tag: string,
  bytes: Buffer,
  start: number,
  end: number,
  decode: Decode,
  warnings: Warning[],
): Field {
  let delimiter = bytes.indexOf(subfieldDelimiter, start);
  if (delimiter < 0 || delimiter >= end) delimiter = -1;
  // danMARC has indicators and subfields in control fields too.
  const isControl = tag.startsWith('00') && !(delimiter - start === 2 || delimiter - start === 3);
  if (isControl || (delimiter < 0 && !/^\d/.test(tag))) return { tag, value: decode(start, end) };
  if (delimiter < 0) {
    warnings.push(warning('no-subfields', tag));
    return { tag, value: decode(start, end) };
  }
  if (delimiter !== start + 2) warnings.push(warning('bad-indicators', tag));
  const indicators = decode(start, delimiter);
  const subfields: { code: string; value: string }[] = [];
  // What stands beyond the second indicator is kept, as a subfield without a code of its own.
  if (indicators.length > 2) subfields.push({ code: ' ', value: indicators.slice(2) });
  for (let at = delimiter + 1; at <= end;) {
    let next = bytes.indexOf(subfieldDelimiter, at);
    if (next < 0 || next > end) next = end;
    if (next > at) {
      const ascii = (bytes[at] ?? 0) < 0x80;
      const text = ascii ? undefined : decode(at, next);
      if (text === undefined)
        subfields.push({ code: String.fromCharCode(bytes[at] ?? 0), value: decode(at + 1, next) });
      else subfields.push({ code: text.charAt(0), value: text.slice(1) });
    }
    at = next + 1;
  }
  return { tag, ind1: indicators.charAt(0) || ' ', ind2: indicators.charAt(1) || ' ', subfields };
}

/**
 * How to turn the bytes of this record into NFC. Leader/09 says `a` for Unicode and blank for MARC-8, and is wrong often
 * enough to look twice: bytes that are valid UTF-8 beyond ASCII are practically never meant as anything else.
 */
function decoderFor(bytes: Buffer, leader: string, warnings: Warning[]): Decode {
  const says = leader.charAt(9) === 'a' ? 'UTF-8' : 'MARC-8';
  const plain = isAscii(bytes);
  if (plain && (says === 'UTF-8' || !bytes.includes(0x1b))) return (start, end) => bytes.toString('latin1', start, end);
  const is = !plain && isUtf8(bytes) ? 'UTF-8' : 'MARC-8';
  const damaged = () => {
    if (!warnings.some(({ reason }) => reason === 'encoding-damaged')) warnings.push(warning('encoding-damaged'));
  };
  if (is === 'UTF-8') {
    if (says !== is) warnings.push(warning('encoding-mislabelled', `${is} instead of ${says}`));
    return (start, end) => bytes.toString('utf8', start, end).normalize('NFC');
  }
  if (says === 'UTF-8') {
    // Cut or mangled UTF-8: whole fields of it are still good, the others keep what can be read.
    return (start, end) => {
      const text = bytes.toString('utf8', start, end).normalize('NFC');
      if (text.includes(replacement)) damaged();
      return text;
    };
  }
  return (start, end) => {
    const text = decodeMarc8(bytes.subarray(start, end));
    if (text.includes(replacement)) damaged();
    return text;
  };
}

function digits(text: string, start: number, end: number): number {
  let value = 0;
  for (let at = start; at < end; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    if (!(digit >= 0 && digit <= 9)) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}

const asciiOnly = (leader: string) => leader.replace(/[^\x20-\x7e]/g, ' ');

function oncePerReason(warnings: readonly Warning[]): readonly Warning[] {
  return warnings.length < 2 ? warnings : [...new Map(warnings.map((one) => [one.reason, one])).values()];
}
