import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline as joined, Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { BackupProblem, type Content } from './schema.ts';

/** Adds up what documents a collection holds; the order in which they come does not count. */
export function contentSum() {
  let documents = 0;
  let sum = 0n;
  return {
    add(document: Uint8Array) {
      documents += 1;
      sum = (sum + BigInt(`0x${createHash('sha256').update(document).digest('hex')}`)) & last256Bits;
    },
    value: (): Content => ({ documents, digest: sum.toString(16).padStart(64, '0') }),
  };
}

const last256Bits = (1n << 256n) - 1n;

/** Writes documents as they come, gzipped, readable by nobody but who writes it; tells what the file is and what it holds. */
export async function writeDocuments(
  path: string,
  documents: AsyncIterable<Uint8Array>,
): Promise<Content & { bytes: number; sha256: string }> {
  const content = contentSum();
  const hash = createHash('sha256');
  async function* summed() {
    for await (const document of documents) {
      content.add(document);
      yield document;
    }
  }
  const hashing = new Transform({
    transform(chunk: Buffer, _, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  await pipeline(
    Readable.from(summed(), { objectMode: true }),
    createGzip({ level: 3 }),
    hashing,
    createWriteStream(path, { mode: 0o600, flush: true }),
  );
  return { ...content.value(), bytes: (await stat(path)).size, sha256: hash.digest('hex') };
}

/** The documents of such a file, each as its bytes. @throws BackupProblem where the file ends within one */
export async function* readDocuments(path: string): AsyncGenerator<Buffer> {
  const chunks = joined(createReadStream(path), createGunzip(), () => undefined);
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of chunks) {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    let start = 0;
    while (rest.length - start >= 4 && rest.length - start >= rest.readInt32LE(start)) {
      const length = rest.readInt32LE(start);
      if (length < 5) throw new BackupProblem(`${path} holds something that is no document`);
      yield rest.subarray(start, start + length);
      start += length;
    }
    rest = rest.subarray(start);
  }
  if (rest.length > 0) throw new BackupProblem(`${path} ends in the middle of a document`);
}

export async function hashOfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest('hex');
}
