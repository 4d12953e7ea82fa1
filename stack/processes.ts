import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** A process, told apart from a later one that was given the same id. */
export interface ProcessMark {
  readonly pid: number;
  /** When it started, in the system's own count. */
  readonly born: string;
}

/** Start time of a live process (field 22 of /proc/PID/stat), or just that it lives where there is no /proc. */
export function bornOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return state === 'Z' ? undefined : fields[18];
  } catch {
    return process.platform !== 'linux' && signalled(pid, 0) ? 'alive' : undefined;
  }
}

export function writeMark(file: string, pid: number): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify({ pid, born: bornOf(pid) ?? '' } satisfies ProcessMark));
}

/**
 * Waits until the process group that a mark names has ended, and kills it where that takes longer than `patienceMs`:
 * an engine of a stack that was killed a moment ago may still be writing its last.
 */
export async function waitForEnd(file: string, patienceMs: number): Promise<void> {
  const deadline = Date.now() + patienceMs;
  for (let mark = groupThatRuns(file); mark !== undefined; mark = groupThatRuns(file)) {
    if (Date.now() > deadline) signalled(-mark, 'SIGKILL');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  rmSync(file, { force: true });
}

function groupThatRuns(file: string): number | undefined {
  try {
    const { pid, born } = JSON.parse(readFileSync(file, 'utf8')) as ProcessMark;
    const now = bornOf(pid);
    // The leader, or, once it has ended, what it has left in its group; a new process of that id is a stranger.
    return (now === undefined ? signalled(-pid, 0) : now === born) ? pid : undefined;
  } catch {
    return undefined;
  }
}

function signalled(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}
