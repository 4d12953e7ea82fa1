import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';

export interface EngineUser {
  readonly uid: number;
  readonly gid: number;
}

const name = 'lastu-engine';

/** The user that engines run as which refuse root: ours made for them where we are root, else nobody but ourselves. */
export function engineUser(): EngineUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const existing = idsOf();
  if (existing) return existing;
  execFileSync('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', name]);
  const made = idsOf();
  if (!made) throw new Error(`The system user ${name} could not be made`);
  return made;
}

function idsOf(): EngineUser | undefined {
  try {
    const [uid, gid] = ['-u', '-g'].map((flag) =>
      Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] })),
    );
    return uid && gid ? { uid, gid } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Where the engines keep their data: `home`, unless root has chosen a folder that the engines' user cannot reach (below
 * a closed home directory, say); then a folder of the same purpose under /var/lib.
 */
export function reachableHome(home: string, user: EngineUser | undefined): string {
  if (!user || isOpen(home)) return home;
  return join('/var/lib', `lastu-${createHash('sha256').update(home).digest('hex').slice(0, 8)}`);
}

function isOpen(folder: string): boolean {
  for (let path = folder; ; path = dirname(path)) {
    const mode = statSync(path, { throwIfNoEntry: false })?.mode;
    if (mode !== undefined && (mode & 0o001) === 0) return false;
    if (path === dirname(path)) return true;
  }
}
