import { execFile, spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What the machine has, as far as the engines need it. */
export interface Machine {
  /** A JDK of version 21 or later. */
  readonly jdk: string;
  readonly maven: string | undefined;
  readonly redis: string;
}

/** Something is missing that we may not, or cannot, install; the message says what to run. */
export class MissingRequirements extends Error {
  override readonly name = 'MissingRequirements';
}

export type Need = 'jdk' | 'maven' | 'redis' | 'voikko' | 'chromium';

const needs: Record<Need, { packages: readonly string[]; isThere: () => Promise<boolean> }> = {
  jdk: { packages: ['openjdk-21-jdk-headless'], isThere: async () => (await findJdk()) !== undefined },
  maven: { packages: ['maven'], isThere: async () => findProgram('mvn') !== undefined },
  redis: { packages: ['redis-server'], isThere: async () => findProgram('redis-server') !== undefined },
  voikko: { packages: ['libvoikko1', 'voikko-fi'], isThere: async () => hasVoikko() },
  chromium: { packages: ['chromium'], isThere: async () => findProgram('chromium') !== undefined },
};

/** Search goes on with plain stemming without it, so its absence is told but stops nothing. */
const optional: readonly Need[] = ['voikko'];

/**
 * Sees to it that the machine has what is needed, installing what is missing through the system's package manager where
 * that is allowed (root, or sudo without a password, on Debian and its kin).
 *
 * @throws MissingRequirements with the one line to run
 */
export async function meetRequirements(wanted: readonly Need[], onProgress: (line: string) => void): Promise<Machine> {
  const missing = await missingOf(wanted);
  if (missing.length > 0) {
    const packages = missing.flatMap((need) => needs[need].packages);
    const prefix = await installer();
    if (prefix) {
      onProgress(`Installing ${packages.join(', ')}`);
      await install(prefix, packages).catch((error: unknown) =>
        onProgress(error instanceof Error ? error.message : String(error)),
      );
    }
    const still = await missingOf(wanted);
    const vital = still.filter((need) => !optional.includes(need));
    if (vital.length > 0) throw new MissingRequirements(advice(vital));
    if (still.length > 0)
      onProgress(`Finnish morphology is missing, so search knows fewer word forms. ${advice(still)}`);
  }
  const [jdk, redis] = [await findJdk(), findProgram('redis-server')];
  return { jdk: jdk ?? '', maven: findProgram('mvn'), redis: redis ?? '' };
}

async function missingOf(wanted: readonly Need[]): Promise<Need[]> {
  const found = await Promise.all(wanted.map((need) => needs[need].isThere()));
  return wanted.filter((_, position) => !found[position]);
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

async function install(prefix: readonly string[], packages: readonly string[]): Promise<void> {
  const steps = [
    ['apt-get', 'update', '-qq'],
    [
      'env',
      'DEBIAN_FRONTEND=noninteractive',
      'apt-get',
      'install',
      '-y',
      '-qq',
      '--no-install-recommends',
      ...packages,
    ],
  ];
  for (const step of steps) {
    const [command = '', ...args] = [...prefix, ...step];
    await new Promise<void>((resolve, reject) => {
      let output = '';
      const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
      child.once('error', reject);
      child.once('exit', (code) =>
        code === 0 ? resolve() : reject(new Error(`${step.join(' ')} failed:\n${output.slice(-1_000)}`)),
      );
    });
  }
}

export function findProgram(name: string): string | undefined {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/bin', '/usr/sbin', '/usr/local/bin'];
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

/** The first JDK of version 21 or later: JAVA_HOME, the one on the PATH, then those of /usr/lib/jvm, newest first. */
export async function findJdk(): Promise<string | undefined> {
  const jvms = existsSync('/usr/lib/jvm') ? readdirSync('/usr/lib/jvm').map((name) => join('/usr/lib/jvm', name)) : [];
  const onPath = findProgram('java');
  const candidates = [process.env['JAVA_HOME'], onPath && (await homeOf(onPath)), ...jvms];
  let best: { home: string; version: number } | undefined;
  for (const home of candidates) {
    if (!home || !existsSync(join(home, 'bin', 'javac'))) continue;
    const version = await versionOf(join(home, 'bin', 'java'));
    if (version >= 21 && version > (best?.version ?? 0)) best = { home, version };
  }
  return best?.home;
}

async function homeOf(java: string): Promise<string | undefined> {
  const { stderr } = await run(java, ['-XshowSettings:properties', '-version']).catch(() => ({ stderr: '' }));
  return /java\.home = (.+)/.exec(stderr)?.[1]?.trim();
}

async function versionOf(java: string): Promise<number> {
  const { stderr } = await run(java, ['-version']).catch(() => ({ stderr: '' }));
  return Number(/version "(\d+)/.exec(stderr)?.[1] ?? 0);
}

function hasVoikko(): boolean {
  const libraries = ['/usr/lib', '/usr/local/lib', ...(existsSync('/usr/lib') ? readdirSync('/usr/lib').filter((name) => name.includes('linux-gnu')).map((name) => join('/usr/lib', name)) : [])]; // prettier-ignore
  const dictionaries = ['/usr/lib/voikko', '/usr/share/voikko', '/usr/local/share/voikko'];
  return (
    libraries.some((folder) => existsSync(join(folder, 'libvoikko.so.1'))) &&
    dictionaries.some((folder) => existsSync(folder))
  );
}
