import { createGunzip } from 'node:zlib';
import { pipeline, Readable } from 'node:stream';
import { alephLine, readAlephSequential } from './alephseq.ts';
import { byteWindow, type ByteWindow } from './byte-window.ts';
import { readIso2709 } from './iso2709.ts';
import { readMarcXml } from './marcxml.ts';
import { broken, type Finding, type ReadRecord } from './problems.ts';

export type { ReadRecord } from './problems.ts';

/**
 * Reads MARC 21 records of any format that is known (ISO 2709, MARCXML, Aleph sequential; gzipped or not), told by the
 * content. Every stretch of the input comes out as a record or as a problem with its bytes; nothing is thrown for what
 * the input holds. Memory stays bounded whatever the size.
 */
export async function* readMarc(input: AsyncIterable<Uint8Array>): AsyncGenerator<ReadRecord> {
  let index = 0;
  for await (const finding of findingsIn(input)) {
    yield 'problem' in finding ? { problem: { ...finding.problem, index } } : { ...finding, index };
    index += 1;
  }
}

async function* findingsIn(input: AsyncIterable<Uint8Array>): AsyncGenerator<Finding> {
  let window = byteWindow(input);
  const windows = [window];
  const through = async (turn: (window: ByteWindow) => AsyncIterable<Uint8Array>) => {
    window = byteWindow(turn(window));
    windows.unshift(window);
    await inSight(window, sniffed);
  };
  try {
    await inSight(window, sniffed);
    if (isGzip(window.bytes)) await through(gunzipped);
    const encoding = encodingOf(window.bytes);
    if (encoding) await through((encoded) => transcoded(encoded, encoding));
    const failed = () => windows.map((one) => one.failure).findLast(Boolean);
    if (window.bytes.length > 0 || !failed()) yield* readAs(formatOf(window.bytes), window);
    const failure = failed();
    if (failure) {
      const reason = isCompressionError(failure) ? 'broken-compression' : 'unreadable-file';
      yield broken(reason, { position: window.position, bytes: Buffer.alloc(0), detail: failure.message });
    }
  } finally {
    for (const one of windows) one.close();
  }
}

const sniffed = 4096;

async function inSight(window: ByteWindow, count: number): Promise<void> {
  while (window.bytes.length < count && (await window.more()));
}

type Known = 'iso2709' | 'marcxml' | 'alephseq';
type Unknown = 'empty-file' | 'not-marc' | 'not-marc-json' | 'not-marc-text' | 'unknown-compression';

/** How zip, xz, bzip2, zstd and 7z begin. */
const compressions = ['PK\x03\x04', '\xfd7zXZ', 'BZh', '\x28\xb5\x2f\xfd', '7z\xbc'];

function formatOf(bytes: Buffer): Known | Unknown {
  const text = bytes.toString('latin1', 0, sniffed).replace(/^(?:\xef\xbb\xbf)?[\s\0]*/, '');
  if (text === '') return 'empty-file';
  if (compressions.some((beginning) => text.startsWith(beginning))) return 'unknown-compression';
  if (text.startsWith('<')) return 'marcxml';
  if (alephLine.test(text)) return 'alephseq';
  if (bytes.subarray(0, sniffed).some((byte) => byte >= 0x1d && byte <= 0x1f) || /^\d{5}[a-z]/.test(text))
    return 'iso2709';
  if (/^[[{]/.test(text)) return 'not-marc-json';
  if (/^(?:=LDR|LDR |\d{3} |\d{5}.{19}\r?\n)/m.test(text)) return 'not-marc-text';
  if (/<(?:[\w.-]+:)?(?:record|collection)[\s>]/.test(text)) return 'marcxml';
  return 'not-marc';
}

async function* readAs(format: Known | Unknown, window: ByteWindow): AsyncGenerator<Finding> {
  if (format === 'iso2709') return yield* readIso2709(window);
  if (format === 'marcxml') return yield* readMarcXml(window);
  if (format === 'alephseq') return yield* readAlephSequential(window);
  const bytes = Buffer.from(window.bytes.subarray(0, 64 * 1024));
  do window.drop(window.bytes.length);
  while (await window.more());
  yield broken(format, { position: 0, bytes, length: window.position });
}

const isGzip = (bytes: Buffer) => bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 0x08;

const isCompressionError = (error: Error) => 'code' in error && /^(?:Z_|ERR_ZLIB)/.test(String(error.code));

function gunzipped(window: ByteWindow): AsyncIterable<Uint8Array> {
  const gunzip = createGunzip({ chunkSize: 256 * 1024 });
  pipeline(Readable.from(chunksOf(window)), gunzip, () => undefined); // errors come out of the iteration of `gunzip`
  return gunzip;
}

/** What a window has in sight and everything after it; throws what ended it. */
async function* chunksOf(window: ByteWindow): AsyncGenerator<Buffer> {
  do {
    const bytes = window.bytes;
    window.drop(bytes.length);
    yield bytes;
  } while (await window.more());
  if (window.failure) throw window.failure;
}

/** The encoding of XML that is not in UTF-8, by its byte order mark or its declaration. */
function encodingOf(bytes: Buffer): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const declared = /^\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.-]+)["']/
    .exec(bytes.toString('latin1', 0, 200))?.[1]
    ?.toLowerCase();
  if (declared === undefined || declared === 'utf-8' || declared === 'utf8' || declared === 'us-ascii')
    return undefined;
  return isKnownEncoding(declared) ? declared : undefined;
}

function isKnownEncoding(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== 'utf-8';
  } catch {
    return false;
  }
}

async function* transcoded(window: ByteWindow, encoding: string): AsyncGenerator<Buffer> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of chunksOf(window)) yield Buffer.from(decoder.decode(chunk, { stream: true }));
  yield Buffer.from(decoder.decode());
}
