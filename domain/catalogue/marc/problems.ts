import type { Marc } from '../schema.ts';

/** Why a stretch of a file gave no record. The codes are stable: reports, statistics and translations use them. */
export const brokenReasons = {
  'empty-file': 'the file is empty',
  'not-marc': 'the file is neither MARC 21 (ISO 2709), MARCXML nor Aleph sequential',
  'not-marc-json': 'the file is JSON, which is not read: export it as MARC 21 (ISO 2709) or MARCXML',
  'not-marc-text':
    'the file is a text rendering of MARC, which is not read: export it as MARC 21 (ISO 2709) or MARCXML',
  'not-marc-xml': 'the file is XML without MARC 21 records',
  'unknown-compression': 'the file is compressed in a way that is not read: only gzip is',
  'broken-compression': 'the compressed file is damaged or cut off here',
  'unreadable-file': 'the file could not be read on from here',
  'no-record': 'no record was found in these bytes',
  'too-short': 'too short to be a record',
  'too-long': 'longer than any record can be',
  truncated: 'the record is cut off',
  'bad-leader': 'the leader is not that of a MARC 21 record',
  'bad-directory': 'the directory does not match the fields',
  'no-fields': 'the record has no fields',
  'bad-xml': 'the XML of this record is not well-formed',
  'unclosed-record': 'the record is not closed before the next one begins',
  'not-bibliographic': 'not a bibliographic record',
  'not-stored': 'the record could not be stored',
} as const;
export type BrokenReason = keyof typeof brokenReasons;

/** What was odd about a record that landed all the same. */
export const warningReasons = {
  'wrong-length': 'the record length of the leader was wrong',
  'no-terminator': 'the record terminator was missing',
  'wrong-base-address': 'the base address of the leader was wrong',
  'directory-rebuilt': 'the directory was wrong; fields were told apart by their terminators',
  'encoding-mislabelled': 'the leader names another character encoding than the record has',
  'encoding-damaged': 'some characters could not be decoded',
  'no-subfields': 'a data field had no subfields',
  'bad-indicators': 'a data field had no two indicators',
  'bad-element': 'an element without tag or code was left out',
  'no-title': 'the record has no title',
} as const;
export type WarningReason = keyof typeof warningReasons;

export interface Warning {
  readonly reason: WarningReason;
  readonly message: string;
  /** True where something of the bytes is not in the record. */
  readonly lossy: boolean;
}

export interface Problem {
  readonly reason: BrokenReason;
  readonly message: string;
  /** Running number in the file, from 0, counted together with the records. */
  readonly index: number;
  /** Offset in the (decompressed) file, in bytes. */
  readonly position: number;
  /** The bytes concerned, or the beginning of them. */
  readonly bytes: Uint8Array;
  /** How many bytes are concerned. */
  readonly length: number;
}

/** What a reader finds, in the order of the file. */
export type ReadRecord =
  | {
      readonly marc: Marc;
      readonly index: number;
      readonly position: number;
      readonly bytes: Uint8Array;
      readonly warnings: readonly Warning[];
    }
  | { readonly problem: Problem };

/** A finding before it has its running number. */
export type Finding =
  | {
      readonly marc: Marc;
      readonly position: number;
      readonly bytes: Uint8Array;
      readonly warnings: readonly Warning[];
    }
  | { readonly problem: Omit<Problem, 'index'> };

export function broken(
  reason: BrokenReason,
  { position, bytes, length, detail }: { position: number; bytes: Uint8Array; length?: number; detail?: string },
): Finding {
  const message = detail ? `${brokenReasons[reason]}: ${detail}` : brokenReasons[reason];
  return { problem: { reason, message, position, bytes, length: length ?? bytes.length } };
}

const lossyReasons: ReadonlySet<WarningReason> = new Set(['encoding-damaged', 'bad-element']);

export function warning(reason: WarningReason, detail?: string): Warning {
  const message = detail ? `${warningReasons[reason]}: ${detail}` : warningReasons[reason];
  return { reason, message, lossy: lossyReasons.has(reason) };
}

/** A record longer than this is taken for garbage; the longest seen in earnest had 1.1 MB. */
export const longestRecord = 16 * 1024 * 1024;
