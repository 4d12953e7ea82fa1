import { mkdir, open, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Db } from 'mongodb';
import { contentSum, writeDocuments } from './documents-file.ts';
import { BackupProblem, type BackedUpCollection, type Content, type Manifest } from './schema.ts';

interface BackupOptions {
  /** How long to go on reading until two passes have read the same. */
  readonly patienceMs: number;
  readonly onProgress?: (line: string) => void;
  readonly signal?: AbortSignal;
}

/**
 * Writes the database into `folder`, which is empty or not there, while the service runs.
 *
 * All collections are read over and over until two passes have read the same: then the backup shows the database as it stood
 * between the two, and is `exact`. It needs no snapshot of the engine, so a stand-alone serves as well as a cluster. What is
 * written to without a pause for `patienceMs` is kept as the last pass has read it: each document whole; everything that was
 * finished before that pass began; and of the acts done in its few seconds perhaps the beginning alone, which is what a power
 * cut leaves too and the sweeps finish (copies are read first, for they decide, and what follows from them afterwards).
 *
 * @throws BackupProblem where the folder is not empty, or `signal` has stopped it; nothing is left then
 */
export async function takeBackup(
  database: Db,
  folder: string,
  { patienceMs, onProgress, signal }: BackupOptions,
): Promise<Manifest> {
  await prepareFolder(folder);
  const deadline = Date.now() + patienceMs;
  let earlier: Pass | undefined;
  for (let passes = 1; ; passes += 1) {
    const pass = await readAll(database, folder, signal).catch(async (error: unknown) => {
      await Promise.all((await readdir(folder)).map((file) => rm(join(folder, file)))).catch(() => undefined);
      throw error;
    });
    const moving = earlier ? differing(earlier.collections, pass.collections) : undefined;
    const documents = pass.collections.reduce((sum, one) => sum + one.documents, 0);
    onProgress?.(
      `Pass ${passes}: ${documents} documents${moving?.length ? `; still moving: ${moving.join(', ')}` : ''}`,
    );
    const exact = moving?.length === 0;
    if (exact || (moving && Date.now() > deadline)) {
      const endedAt = new Date().toISOString();
      const manifest: Manifest = { format: 1, database: database.databaseName, ...pass, endedAt, exact, moving: moving ?? [], passes }; // prettier-ignore
      await writeWhole(join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
      return manifest;
    }
    earlier = pass;
  }
}

/** Copies decide who has them; borrowers, fees and queues follow. */
const first = ['items', 'borrowers'];

/** A picture of what another engine holds, and made anew with it. */
const notKept = new Set(['reindexRuns']);

/** Names of the collections that a backup is made of, in the order in which they are read. */
export async function collectionsOf(database: Db): Promise<string[]> {
  const infos = await database.listCollections({}, { nameOnly: true }).toArray();
  const names = infos.map(({ name }) => name).filter((name) => !name.startsWith('system.') && !notKept.has(name));
  const rank = (name: string) => (first.indexOf(name) + first.length + 1) % (first.length + 1);
  return names.toSorted((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
}

/** What each collection holds now. */
export async function contentsOf(database: Db): Promise<Record<string, Content>> {
  const contents: Record<string, Content> = {};
  for (const name of await collectionsOf(database)) {
    const sum = contentSum();
    for await (const document of rawDocuments(database, name)) sum.add(document);
    if (sum.value().documents > 0) contents[name] = sum.value();
  }
  return contents;
}

interface Pass {
  readonly takenAt: string;
  readonly collections: BackedUpCollection[];
}

async function readAll(database: Db, folder: string, signal: AbortSignal | undefined): Promise<Pass> {
  const takenAt = new Date().toISOString();
  const collections: BackedUpCollection[] = [];
  for (const name of await collectionsOf(database)) {
    const file = `${name}.bson.gz`;
    const written = await writeDocuments(join(folder, file), rawDocuments(database, name, signal));
    if (written.documents > 0) collections.push({ name, file, ...written });
    else await rm(join(folder, file));
  }
  return { takenAt, collections };
}

async function* rawDocuments(database: Db, name: string, signal?: AbortSignal): AsyncGenerator<Uint8Array> {
  for await (const document of database.collection(name).find({}, { raw: true, batchSize: 1_000 })) {
    if (signal?.aborted) throw new BackupProblem('Stopped: there is no backup');
    if (document instanceof Uint8Array) yield document;
  }
}

/** Names of the collections that two passes have not found equal. */
function differing(earlier: readonly BackedUpCollection[], later: readonly BackedUpCollection[]): string[] {
  const digests = new Map(earlier.map(({ name, digest }) => [name, digest]));
  const changed = later.filter(({ name, digest }) => digests.get(name) !== digest).map(({ name }) => name);
  const gone = [...digests.keys()].filter((name) => !later.some((one) => one.name === name));
  return [...changed, ...gone];
}

async function prepareFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if ((await readdir(folder)).length > 0) throw new BackupProblem(`${folder} is not empty`);
}

/** A file that is there is there whole. */
async function writeWhole(path: string, text: string): Promise<void> {
  const unfinished = `${path}.unfinished`;
  await writeFile(unfinished, text, { mode: 0o600 });
  const file = await open(unfinished);
  await file.sync();
  await file.close();
  await rename(unfinished, path);
}
