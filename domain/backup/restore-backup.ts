import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BSON, type Db, type Document } from 'mongodb';
import { contentSum, hashOfFile, readDocuments } from './documents-file.ts';
import { BackupProblem, Manifest, type BackedUpCollection } from './schema.ts';
import { collectionsOf, contentsOf } from './take-backup.ts';

interface RestoreOptions {
  /** Takes the place of what the database holds. */
  readonly force?: boolean;
  readonly onProgress?: (line: string) => void;
}

/**
 * Brings a backup back into a database whose indexes are there and that holds nothing, or with `force` in the place of what it
 * holds. All files are read and compared with their checksums before anything is written, and the database is read and compared
 * with them afterwards, to the byte. While it runs nobody else may write. The search index is the caller's to make anew.
 *
 * @throws BackupProblem where the backup is broken, the database holds something, or it does not hold the same afterwards
 */
export async function restoreBackup(
  database: Db,
  folder: string,
  { force = false, onProgress }: RestoreOptions = {},
): Promise<Manifest> {
  const manifest = await readManifest(folder);
  for (const collection of manifest.collections) await verifyFile(folder, collection);
  onProgress?.('All checksums are right');
  const held = await filled(database);
  if (held.length > 0 && !force) throw new BackupProblem(`The database is not empty: ${held.join(', ')}`);
  for (const name of held) await database.collection(name).deleteMany({});
  for (const { name, file, documents } of manifest.collections) {
    onProgress?.(`${name}: ${documents}`);
    await insertAll(database, name, join(folder, file));
  }
  await verifyDatabase(database, manifest);
  return manifest;
}

async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, 'manifest.json'), 'utf8').catch(() => undefined);
  if (text === undefined) throw new BackupProblem(`${folder} holds no backup, or one that was never finished`);
  const manifest = Manifest.safeParse(parsed(text));
  if (!manifest.success)
    throw new BackupProblem(`${folder}/manifest.json is not one of a backup that this version knows`);
  return manifest.data;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function verifyFile(folder: string, { file, sha256, documents, digest }: BackedUpCollection): Promise<void> {
  const path = join(folder, file);
  if ((await hashOfFile(path).catch(() => undefined)) !== sha256)
    throw new BackupProblem(`${file} is missing, or is not what was written`);
  const sum = contentSum();
  for await (const document of readDocuments(path)) sum.add(document);
  const held = sum.value();
  if (held.documents !== documents || held.digest !== digest)
    throw new BackupProblem(`${file} does not hold what the manifest says`);
}

async function filled(database: Db): Promise<string[]> {
  const names = await collectionsOf(database);
  const counts = await Promise.all(names.map((name) => database.collection(name).countDocuments({}, { limit: 1 })));
  return names.filter((_, index) => (counts[index] ?? 0) > 0);
}

const batchSize = 1_000;

async function insertAll(database: Db, name: string, path: string): Promise<void> {
  const collection = database.collection(name);
  let batch: Document[] = [];
  const flush = async () => {
    if (batch.length > 0) await collection.insertMany(batch, { ordered: false, ignoreUndefined: false });
    batch = [];
  };
  for await (const document of readDocuments(path)) {
    // Numbers keep the type they were stored with: 5 as a double is another document than 5 as an integer.
    batch.push(BSON.deserialize(document, { promoteValues: false, promoteBuffers: false, bsonRegExp: true }));
    if (batch.length >= batchSize) await flush();
  }
  await flush();
}

async function verifyDatabase(database: Db, { collections }: Manifest): Promise<void> {
  const contents = await contentsOf(database);
  const wrong = collections.filter(({ name, digest }) => contents[name]?.digest !== digest).map(({ name }) => name);
  const more = Object.keys(contents).filter((name) => !collections.some((one) => one.name === name));
  if (wrong.length + more.length > 0)
    throw new BackupProblem(`The database does not hold what the backup does: ${[...wrong, ...more].join(', ')}`);
}
