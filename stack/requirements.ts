import { execFile, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { StackError } from './stack-error.ts';

const run = promisify(execFile);
const oldestJava = 21;

/** What the machine has, as far as the engines need it. */
export interface Machine {
  /** A JDK of version 21 or later. */
  readonly jdk: string;
  readonly maven: string | undefined;
  readonly redis: string;
}

/** Something is missing that we may not, or cannot, install; the message says what to run. */
export class MissingRequirements extends StackError {
  override readonly name = 'MissingRequirements';
}

export type Need = 'jdk' | 'maven' | 'redis' | 'voikko' | 'chromium';

const needs: Record<Need, { packages: readonly string[]; isThere: () => boolean }> = {
  jdk: { packages: ['openjdk-21-jdk-headless'], isThere: () => findJdk() !== undefined },
  maven: { packages: ['maven'], isThere: () => findProgram('mvn') !== undefined },
  redis: { packages: ['redis-server'], isThere: () => findProgram('redis-server') !== undefined },
  voikko: { packages: ['libvoikko1', 'voikko-fi'], isThere: () => hasVoikko() },
  chromium: { packages: ['chromium'], isThere: () => findProgram('chromium') !== undefined },
};

/** Search goes on with plain stemming without it, so its absence is told but stops nothing. */
const optional: ReadonlySet<Need> = new Set(['voikko']);

/**
 * Sees to it that the machine has what is needed, installing what is missing through the system's package manager where
 * that is allowed (root, or sudo without a password, on Debian and its kin).
 *
 * @throws MissingRequirements with the one line to run
 */
export async function meetRequirements(wanted: readonly Need[], onProgress: (line: string) => void): Promise<Machine> {
  const missing = missingOf(wanted);
  if (missing.length > 0) {
    const packages = missing.flatMap((need) => needs[need].packages);
    const prefix = await installer();
    if (prefix) {
      onProgress(`Installing ${packages.join(', ')}`);
      await install(prefix, packages, onProgress);
    }
    const still = missingOf(wanted);
    const vital = still.filter((need) => !optional.has(need));
    if (vital.length > 0) throw new MissingRequirements(advice(vital));
    if (still.length > 0)
      onProgress(`Finnish morphology is missing, so search knows fewer word forms. ${advice(still)}`);
  }
  return { jdk: findJdk() ?? '', maven: findProgram('mvn'), redis: findProgram('redis-server') ?? '' };
}

function missingOf(wanted: readonly Need[]): Need[] {
  return wanted.filter((need) => !needs[need].isThere());
}

function advice(missing: readonly Need[]): string {
  const packages = missing.flatMap((need) => needs[need].packages).join(' ');
  const hint = missing.includes('jdk') ? ' (any JDK of version 21 or later will do, also one named by JAVA_HOME)' : '';
  return `Missing: ${missing.join(', ')}. Run: sudo apt-get install -y ${packages}${hint}`;
}

async function installer(): Promise<string[] | undefined> {
  if (!findProgram('apt-get')) return undefined;
  if (process.getuid?.() === 0) return [];
  const sudo = await run('sudo', ['-n', 'true']).then(
    () => true,
    () => false,
  );
  return sudo ? ['sudo', '-n'] : undefined;
}

/**
 * Installs what it can: a list of packages that could not be brought up to date, or one package that is not to be had,
 * does not keep the others away. What matters is what is there afterwards; why something is not is told as progress.
 */
async function install(
  prefix: readonly string[],
  packages: readonly string[],
  onProgress: (line: string) => void,
): Promise<void> {
  const apt = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-qq', '-o', 'DPkg::Lock::Timeout=300'];
  const started = Date.now();
  const telling = setInterval(
    () => onProgress(`  still installing (${Math.round((Date.now() - started) / 1000)} s)`),
    10_000,
  );
  try {
    const failures = [await failureOf([...apt, 'update'])];
    const all = [...apt, 'install', '-y', '--no-install-recommends'];
    const failure = await failureOf([...all, ...packages]);
    if (failure && packages.length > 1) for (const one of packages) failures.push(await failureOf([...all, one]));
    else failures.push(failure);
    for (const each of failures) if (each) onProgress(each);
  } finally {
    clearInterval(telling);
  }
}

function failureOf([command = '', ...args]: readonly string[]): Promise<string | undefined> {
  return new Promise((resolve) => {
    let output = '';
    // detached, so that a Ctrl-C does not break it off half way: we stop when it is done
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code) =>
      resolve(code === 0 ? undefined : `${args.slice(args.indexOf('apt-get')).join(' ')}:\n${output.slice(-1_000)}`),
    );
  });
}

export function findProgram(name: string): string | undefined {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/bin', '/usr/sbin', '/usr/local/bin'];
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

/**
 * A JDK of version 21 or later: that of JAVA_HOME, else that of the PATH, else the newest of the system's folder for them. A machine whose
 * usual Java is older (17 comes with Debian's Maven) keeps it for everything else.
 */
export function findJdk(folder = '/usr/lib/jvm'): string | undefined {
  const jvms = existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
  const onPath = findProgram('javac');
  const chosen = [process.env['JAVA_HOME'], onPath && dirname(dirname(realpathSync(onPath)))];
  const newestFirst = jvms.toSorted((one, other) => versionOf(other) - versionOf(one));
  return [...chosen, ...newestFirst].find((home) => home !== undefined && versionOf(home) >= oldestJava);
}

/** Feature version of a JDK from its `release` file, as a number; 0 for what is not one. */
function versionOf(home: string): number {
  if (!existsSync(join(home, 'bin', 'javac'))) return 0;
  try {
    return Number(/^JAVA_VERSION="(\d+)/m.exec(readFileSync(join(home, 'release'), 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

function hasVoikko(): boolean {
  const libraries = ['/usr/lib', '/usr/local/lib', ...(existsSync('/usr/lib') ? readdirSync('/usr/lib').filter((name) => name.includes('linux-gnu')).map((name) => join('/usr/lib', name)) : [])]; // prettier-ignore
  const dictionaries = ['/usr/lib/voikko', '/usr/share/voikko', '/usr/local/share/voikko'];
  return (
    libraries.some((folder) => existsSync(join(folder, 'libvoikko.so.1'))) &&
    dictionaries.some((folder) => existsSync(folder))
  );
}
