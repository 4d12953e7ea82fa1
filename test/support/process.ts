import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Environment } from '../../config/environment.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** A process of the service, started as an operator's supervisor would: again, whenever it has ended. */
export interface SupervisedProcess {
  /** Ends it as a power cut would; it is started again at once. */
  killHard(): Promise<void>;
  stop(): Promise<void>;
}

export function superviseProcess(environment: Partial<Record<keyof Environment, string>>): SupervisedProcess {
  let child: ChildProcess;
  let stopped = false;
  let ended = Promise.resolve();
  const start = () => {
    child = startProcess('main.ts', [], environment);
    ended = new Promise((resolve) =>
      child.once('exit', () => {
        resolve();
        if (!stopped) start();
      }),
    );
  };
  start();
  return {
    async killHard() {
      const gone = ended;
      child.kill('SIGKILL');
      await gone;
    },
    async stop() {
      stopped = true;
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** Runs a file of the service under Node; what it says on standard error is shown. */
export function startProcess(
  file: string,
  args: readonly string[],
  environment: Partial<Record<keyof Environment, string>>,
): ChildProcess {
  return spawn(process.execPath, [`${root}${file}`, ...args], {
    cwd: root,
    env: { ...process.env, LOG_LEVEL: 'fatal', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}
