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
  const umask = process.umask(0o022); // the engines' user must be able to pass through
  try {
    for (const folder of ['data', 'logs', 'run']) mkdirSync(join(home, folder), { recursive: true });
  } finally {
    process.umask(umask);
  }
  const inside = ['.', 'data', 'logs', 'run', 'data/mongodb', 'data/redis', 'data/elasticsearch', 'logs/redis.log'];
  for (const path of inside.map((name) => join(home, name))) {
    if (!mayWrite(path))
      throw new StackError(
        `${path} belongs to another user: give it to yours (sudo chown -R), or use another LASTU_HOME`,
      );
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
