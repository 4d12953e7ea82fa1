import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const Ready = z.object({
  urls: z.object({ MONGODB_URL: z.string(), REDIS_URL: z.string() }),
  engines: z.object({ redis: z.number(), mongodb: z.number() }),
});

/** A process that runs MongoDB and Redis of a home of its own. */
export interface Holder extends z.infer<typeof Ready> {
  readonly process: ChildProcess;
  readonly home: string;
  /** What it has said so far. */
  said(): string;
}

/** Where `npm test` has laid out the engines' programs. */
export function enginesFolder(): string {
  const folder = process.env['LASTU_ENGINES'];
  if (!folder) throw new Error('LASTU_ENGINES is not set: run "npm test", which lays out the engines');
  return folder;
}

/** A new folder for engines' data, which the engines' user can reach. */
export function newHome(): string {
  const home = mkdtempSync(join(tmpdir(), 'lastu-stack-'));
  chmodSync(home, 0o755);
  return home;
}

/** Elasticsearch is given, so that only the quick engines start. */
export async function hold(home = newHome()): Promise<Holder> {
  const child = spawn(process.execPath, [fileURLToPath(new URL('holder.ts', import.meta.url))], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      LASTU_HOME: home,
      LASTU_ENGINES: enginesFolder(),
      ELASTICSEARCH_URL: 'http://127.0.0.1:1',
    },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
  const line = await until(() => {
    if (child.exitCode !== null) throw new Error(`The holder has ended: ${output}`);
    return /^\{.*\}$/m.exec(output)?.[0];
  });
  return { ...Ready.parse(JSON.parse(line)), process: child, home, said: () => output };
}

/** Resolves with what `probe` gives once it gives something; a failure counts as nothing yet. */
export async function until<T>(probe: () => T | Promise<T>, withinMs = 30_000): Promise<NonNullable<T>> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const found = await probe();
    if (found !== undefined && found !== null && found !== false) return found;
    if (Date.now() > deadline) throw new Error('It did not happen in time');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Whether a process is alive; one that has ended and waits for its parent to notice is not. */
export function isAlive(pid: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return !stat.slice(stat.lastIndexOf(')') + 2).startsWith('Z');
  } catch {
    return false;
  }
}

/** Processes whose parent is the one given. */
export function childrenOf(pid: number): number[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
}
