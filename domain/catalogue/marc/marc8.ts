import tables from './marc8-tables.json' with { type: 'json' };

/**
 * MARC-8, the character encoding of MARC 21 records before Unicode, by the Library of Congress' "MARC 21 Specifications:
 * MARC-8 Encoding Environment" and its code tables. The tables beside this file were rewritten from those that pymarc
 * 5.4.0 ships (`marc8_mapping.py`, BSD-2-Clause), a run of consecutive codes a line: final byte of the set → first code
 * in hexadecimal → its characters; U+0000 marks codes that mean nothing.
 */

/** Stands for what cannot be decoded. */
export const replacement = '\uFFFD';

/**
 * Decodes one subfield or control field into NFC. Each begins with Basic Latin and ANSEL, whatever the one before it
 * ended with. Codes outside the tables become U+FFFD, so that a caller can tell that something was damaged.
 */
export function decodeMarc8(bytes: Uint8Array): string {
  let text = '';
  let marks = '';
  let lower = basicLatin;
  let upper = ansel;
  for (let at = 0; at < bytes.length;) {
    const byte = bytes[at] ?? 0;
    if (byte === escape) {
      const designation = designationAt(bytes, at);
      if (designation) {
        if (designation.upper) upper = designation.set;
        else lower = designation.set;
        at += designation.length;
      } else {
        text += replacement;
        at += 1;
      }
      continue;
    }
    const set = byte < 0x80 ? lower : upper;
    let character: string | undefined;
    if (byte <= 0x20) {
      character = String.fromCharCode(byte);
      at += 1;
    } else if (set === eastAsian) {
      character = at + 3 <= bytes.length ? lookUp(set, codeAt(bytes, at)) : undefined;
      at += 3;
    } else {
      character = lookUp(set, byte >= 0x80 && set !== ansel ? codeInUpperHalf(set, byte) : byte);
      at += 1;
    }
    if (character !== undefined && isMark(character)) {
      marks += character; // MARC-8 writes marks before their letter, Unicode after it
    } else {
      text += (character ?? replacement) + marks;
      marks = '';
    }
  }
  return decodeReferences(text + marks).normalize('NFC');
}

const escape = 0x1b;
type CodeSet = ReadonlyMap<number, string>;

const codeSets = new Map<string, CodeSet>();

function codeSet(final: string): CodeSet | undefined {
  const known = codeSets.get(final);
  if (known) return known;
  const runs = (tables as Record<string, Record<string, string>>)[final];
  if (!runs) return undefined;
  const codes = new Map<number, string>();
  for (const [start, characters] of Object.entries(runs)) {
    const first = Number.parseInt(start, 16);
    for (let at = 0; at < characters.length; at += 1) {
      const character = characters.charAt(at);
      if (character !== '\0') codes.set(first + at, character);
    }
  }
  codeSets.set(final, codes);
  return codes;
}

const basicLatin = codeSet('B') ?? new Map();
const ansel = codeSet('E') ?? new Map();
/** EACC: three bytes a character. */
const eastAsian = codeSet('1') ?? new Map();

interface Designation {
  readonly set: CodeSet;
  readonly upper: boolean;
  readonly length: number;
}

/** What the escape sequence at `at` switches to: "Technique 1" (custom, two bytes) or "Technique 2" (ISO 2022). */
function designationAt(bytes: Uint8Array, at: number): Designation | undefined {
  const sequence = String.fromCharCode(...bytes.subarray(at + 1, at + 5));
  const custom = /^[gbps]/.exec(sequence);
  if (custom) {
    const set = custom[0] === 's' ? basicLatin : codeSet(custom[0]);
    return set && { set, upper: false, length: 2 };
  }
  const [whole, intermediate, final] = /^([(,)-]|\$[,)-]?)!?([1-4BENQS])/.exec(sequence) ?? [];
  const set = final === undefined ? undefined : codeSet(final);
  if (!whole || intermediate === undefined || !set) return undefined;
  return { set, upper: /[)-]$/.test(intermediate), length: 1 + whole.length };
}

const codeAt = (bytes: Uint8Array, at: number) =>
  (((bytes[at] ?? 0) & 0x7f) << 16) | (((bytes[at + 1] ?? 0) & 0x7f) << 8) | ((bytes[at + 2] ?? 0) & 0x7f);

/** Sets that the tables give for the lower half may be designated to the upper one, and the other way round. */
const codeInUpperHalf = (set: CodeSet, byte: number) => (set.has(byte) ? byte : byte & 0x7f);

function lookUp(set: CodeSet, code: number): string | undefined {
  return set.get(code) ?? (set === eastAsian ? undefined : set.get(code | 0x80));
}

/** U+0670, the superscript alef, follows its letter in MARC-8 too. */
const isMark = (character: string) => character > '\u02ff' && character !== '\u0670' && /\p{M}/u.test(character);

/** "&#x4E00;" stands for characters that MARC-8 has no code for ("Lossless technique for conversion of Unicode to MARC-8"). */
function decodeReferences(text: string): string {
  if (!text.includes('&#x')) return text;
  return text.replace(/&#x([0-9A-Fa-f]{2,6});/g, (whole, hex: string) => {
    const point = Number.parseInt(hex, 16);
    return point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff) ? whole : String.fromCodePoint(point);
  });
}
