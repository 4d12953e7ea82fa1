import { createHash } from 'node:crypto';
import { accessSync, constants, mkdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { StackError } from './stack-error.ts';

/**
 * Where the engines keep their data: the folder given, unless root has chosen one that the engines' user cannot reach
 * (below a closed home directory, say); then a folder of the same purpose under /var/lib.
 */
export function reachableHome(given: string): string {
  const home = resolve(given);
  if (process.getuid?.() !== 0 || isOpen(home)) return home;
  return join('/var/lib', `lastu-${createHash('sha256').update(home).digest('hex').slice(0, 8)}`);
}

function isOpen(folder: string): boolean {
  for (let path = folder; ; path = dirname(path)) {
    const mode = statSync(path, { throwIfNoEntry: false })?.mode;
    if (mode !== undefined && (mode & 0o001) === 0) return false;
    if (path === dirname(path)) return true;
  }
}

/**
 * Makes the folders of a home.
 *
 * @throws with what to do, where an earlier start as another user (as root, say) has left what we may not write to
 */
export function layOutHome(home: string): void {
  for (const folder of ['data', 'logs', 'run']) makeOpenFolder(join(home, folder));
  const inside = ['.', 'data', 'logs', 'run', 'data/mongodb', 'data/redis', 'data/elasticsearch', 'logs/redis.log'];
  for (const path of inside.map((name) => join(home, name))) {
    if (!mayWrite(path))
      throw new StackError(
        `${path} belongs to another user: give it to yours (sudo chown -R), or use another LASTU_HOME`,
      );
  }
}

/** Makes a folder that the engines' user can pass through, however careful the umask of this process is. */
export function makeOpenFolder(folder: string): void {
  const umask = process.umask(0o022);
  try {
    mkdirSync(folder, { recursive: true });
  } finally {
    process.umask(umask);
  }
}

function mayWrite(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT';
  }
}
