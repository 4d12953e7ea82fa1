import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EngineName } from './engine.ts';

/** Who runs the local engines of a home, and where they answer. */
export interface StackState {
  readonly pid: number;
  /** When that process started, in the system's own count: a process id may be given anew. */
  readonly born: string;
  /** Filled once all engines answer. */
  readonly urls?: Partial<Record<EngineName, string>>;
}

const fileOf = (home: string) => join(home, 'stack.json');

/** The stack that runs in a home now, if any; what a dead process has left behind does not count. */
export function runningStack(home: string): StackState | undefined {
  try {
    const state = JSON.parse(readFileSync(fileOf(home), 'utf8')) as StackState;
    return state.born === bornOf(state.pid) ? state : undefined;
  } catch {
    return undefined;
  }
}

/** Books a home for this process. Returns the holder where another live process has it. */
export function takeLock(home: string): StackState | undefined {
  mkdirSync(home, { recursive: true });
  const mine: StackState = { pid: process.pid, born: bornOf(process.pid) ?? '' };
  for (;;) {
    try {
      writeFileSync(fileOf(home), JSON.stringify(mine), { flag: 'wx' });
      return undefined;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
      const holder = runningStack(home);
      if (holder) return holder;
      rmSync(fileOf(home), { force: true });
    }
  }
}

export function publishUrls(home: string, urls: StackState['urls']): void {
  writeFileSync(fileOf(home), JSON.stringify({ pid: process.pid, born: bornOf(process.pid) ?? '', urls }));
}

export function releaseLock(home: string): void {
  if (runningStack(home)?.pid === process.pid) rmSync(fileOf(home), { force: true });
}

/** Start time of a live process (field 22 of /proc/PID/stat), or just that it lives where there is no /proc. */
function bornOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return state === 'Z' ? undefined : fields[18];
  } catch {
    try {
      process.kill(pid, 0);
      return 'alive';
    } catch {
      return undefined;
    }
  }
}
