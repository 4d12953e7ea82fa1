import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** A program to run under a watchdog. */
export interface Command {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Record<string, string | undefined>;
  readonly cwd: string;
  /** File that its output is added to. */
  readonly log: string;
  /** User and group to run as, where it must not be ours. */
  readonly uid?: number;
  readonly gid?: number;
}

const watchdog = fileURLToPath(new URL('./watchdog.mjs', import.meta.url));

/**
 * Starts a program that ends with this process, however this process ends. The child returned is its watchdog: it exits
 * after the program, and SIGTERM to it, or the end of its standard input, stops the program.
 */
export function spawnWatched({ env, ...rest }: Command): { child: ChildProcess; pid: Promise<number | undefined> } {
  const child = spawn(process.execPath, [watchdog, JSON.stringify(rest)], {
    env, // not among the arguments, which everybody on the machine can read
    stdio: ['pipe', 'pipe', 'inherit'],
    detached: true, // a Ctrl-C in the terminal is for us: engines end when the work in hand is done
  });
  child.stdin.on('error', () => undefined);
  const pid = new Promise<number | undefined>((resolve) => {
    child.stdout.setEncoding('utf8').once('data', (line: string) => resolve(Number(line)));
    child.once('error', () => resolve(undefined)).once('close', () => resolve(undefined));
  });
  return { child, pid };
}

/** What an engine takes over of our environment: neither secrets nor anything that would change how it runs. */
export function plainEnvironment(): Record<string, string | undefined> {
  const kept = ['PATH', 'HOME', 'USER', 'LOGNAME', 'LANG', 'LC_ALL', 'LC_CTYPE', 'TZ', 'TMPDIR'];
  return Object.fromEntries(kept.map((name) => [name, process.env[name]]));
}
