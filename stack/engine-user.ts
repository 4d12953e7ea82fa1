import { execFileSync } from 'node:child_process';

export interface EngineUser {
  readonly uid: number;
  readonly gid: number;
}

const name = 'lastu-engine';

/** The user that engines run as which refuse root: one made for them where we are root, else nobody but ourselves. */
export function engineUser(): EngineUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const existing = idsOf();
  if (existing) return existing;
  execFileSync('/usr/sbin/useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', name]);
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
