import { spawn, spawnSync } from 'node:child_process';
import { createReadStream, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readMarc, type ReadRecord } from '../../../../domain/catalogue/marc/read.ts';
import type { Marc } from '../../../../domain/catalogue/schema.ts';

/** Real catalogue data that lies beside the checkout, on machines that have it. */
const folder = fileURLToPath(new URL('../../../../../shared/data/', import.meta.url));
const isPresent = existsSync(join(folder, 'README.md'));

/** Statements about real data; passed over, and said so, where there is none. */
export function describeRealData(title: string, statements: (this: Mocha.Suite) => void): void {
  if (isPresent) describe(title, statements);
  else describe.skip(`${title} (passed over: ../shared/data is absent)`, statements);
}

export const sharedFile = (path: string): string => join(folder, path);

/** The bytes of a file; those of `.xz` files unpacked. */
export function bytesOf(path: string): AsyncIterable<Uint8Array> {
  if (!path.endsWith('.xz')) return createReadStream(path, { highWaterMark: 256 * 1024 });
  return spawn('xz', ['-dc', path], { stdio: ['ignore', 'pipe', 'inherit'] }).stdout;
}

/** Unpacks an archive for the statements of a suite. */
export function unpack(path: string): { folder: string; remove(): void } {
  const target = mkdtempSync(join(tmpdir(), 'lastu-marc-'));
  const { status } = spawnSync('tar', ['-xJf', path, '-C', target], { stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error(`tar could not unpack ${path}`);
  return { folder: target, remove: () => rmSync(target, { recursive: true, force: true }) };
}

export async function read(input: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<ReadRecord[]> {
  const found: ReadRecord[] = [];
  for await (const one of readMarc(stream(input))) found.push(one);
  return found;
}

async function* stream(input: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* input;
}

export const readText = (text: string, encoding: BufferEncoding = 'utf8') => read([Buffer.from(text, encoding)]);

/** What a reading of a whole file came to. */
export function outcome(found: readonly ReadRecord[]) {
  const records = found.flatMap((one) => ('marc' in one ? [one] : []));
  const problems = found.flatMap((one) => ('problem' in one ? [one.problem] : []));
  const warnings = new Set(records.flatMap((one) => one.warnings.map(({ reason }) => reason)));
  return { marcs: records.map((one) => one.marc), problems, warnings };
}

/** Records of a file, read once for all suites that ask for them. */
export function marcsOf(path: string): Promise<Marc[]> {
  const known = cache.get(path) ?? read(bytesOf(sharedFile(path))).then((found) => outcome(found).marcs);
  cache.set(path, known);
  return known;
}
const cache = new Map<string, Promise<Marc[]>>();

/** The rows of an index: what another reader (pymarc) made of each file. */
export function indexRows(path: string) {
  const [, ...lines] = readFileSync(sharedFile(path), 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => {
    const [file = '', , , format = '', ok, bad, errors = '{}'] = line.split('\t');
    return { file, format, ok: Number(ok), bad: Number(bad), errors: Object.keys(JSON.parse(errors)) };
  });
}
