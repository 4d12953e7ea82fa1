import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EngineName } from './engine.ts';
import { bornOf, type ProcessMark } from './processes.ts';

/** Who runs the local engines of a home, and where they answer. */
export interface StackState extends ProcessMark {
  /** Filled once all engines answer. */
  readonly urls?: Partial<Record<EngineName, string>>;
}

export interface Lock {
  release(): void;
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

/** Books a home for this process and says so in its `stack.json`. Returns nothing where another process has it. */
export async function lockHome(home: string): Promise<Lock | undefined> {
  const lock = await lockFolder(home);
  if (!lock) return undefined;
  if (runningStack(home)) return void lock.release();
  publish(home);
  return {
    release() {
      rmSync(fileOf(home), { force: true });
      lock.release();
    },
  };
}

export function publish(home: string, urls?: StackState['urls']): void {
  const state: StackState = { pid: process.pid, born: bornOf(process.pid) ?? '', ...(urls && { urls }) };
  const draft = `${fileOf(home)}.new`;
  writeFileSync(draft, JSON.stringify(state));
  renameSync(draft, fileOf(home));
}

/**
 * Books a folder for this process. The system takes the lock back when the process ends, however it ends, so that there
 * is no stale one to judge: it is a name in the abstract socket space of Linux, elsewhere a socket that is asked.
 */
export async function lockFolder(folder: string): Promise<Lock | undefined> {
  mkdirSync(folder, { recursive: true });
  const id = `lastu-${createHash('sha256').update(realpathSync(folder)).digest('hex').slice(0, 40)}`;
  const abstract = process.platform === 'linux';
  const name = abstract ? `\0${id}` : join(tmpdir(), id);
  let server = await listen(name);
  if (!server && !abstract && !(await isAnswered(name))) {
    rmSync(name, { force: true });
    server = await listen(name);
  }
  return server && { release: () => void server.close() };
}

function listen(name: string): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy()).unref();
    server.once('listening', () => resolve(server));
    server.once('error', (error) =>
      'code' in error && error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error),
    );
    server.listen(name);
  });
}

function isAnswered(name: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(name, () => (socket.destroy(), resolve(true)));
    socket.once('error', () => resolve(false));
  });
}
