import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** How an engine is run; made anew for each start, so that a port or a folder may change. */
export interface EngineCommand {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Record<string, string | undefined>;
  readonly cwd: string;
  readonly log: string;
  /** User and group to run as, where it must not be ours. */
  readonly uid?: number;
  readonly gid?: number;
}

export interface EngineSpec {
  readonly name: EngineName;
  readonly url: string;
  command(): EngineCommand;
  /** Resolves with whether it answers. */
  answers(): Promise<boolean>;
}

export const engineNames = ['mongodb', 'redis', 'elasticsearch'] as const;
export type EngineName = (typeof engineNames)[number];

/** A running engine under supervision. */
export interface Engine {
  readonly name: EngineName;
  readonly url: string;
  /** Process id of the engine itself; its process group has the same number. */
  pid(): number | undefined;
  /** Sends a signal to the engine's whole process group, as a crash would; it is then started again. */
  kill(signal: NodeJS.Signals, whileDown?: () => Promise<void>): Promise<void>;
  stop(): Promise<void>;
}

const watchdog = fileURLToPath(new URL('./watchdog.mjs', import.meta.url));
const longestPauseMs = 30_000;
/** An engine that has run this long is given the shortest pause again when it dies. */
const steadyMs = 60_000;

/**
 * Starts an engine and keeps it running: when it dies it is started again, after pauses that grow while it keeps dying.
 * Resolves once it answers.
 *
 * @throws where it does not answer within `patienceMs` of its first start
 */
export async function startEngine(
  spec: EngineSpec,
  { onEvent, patienceMs }: { onEvent: (line: string) => void; patienceMs: number },
): Promise<Engine> {
  let child: ChildProcess | undefined;
  let pid: number | undefined;
  let stopped = false;
  let deaths = 0;
  let ended = Promise.resolve();
  let beforeRestart: (() => Promise<void>) | undefined;

  function run(): void {
    const startedAt = Date.now();
    const started = spawn(process.execPath, [watchdog, JSON.stringify(spec.command())], {
      stdio: ['pipe', 'pipe', 'inherit'],
      detached: true, // a Ctrl-C in the terminal is for us: the engines end when the work in hand is done
    });
    child = started;
    started.stdout.setEncoding('utf8').once('data', (line: string) => (pid = Number(line)));
    ended = new Promise((resolve) => {
      started.once('exit', () => {
        pid = undefined;
        resolve();
        if (stopped) return;
        deaths = Date.now() - startedAt > steadyMs ? 0 : deaths + 1;
        const pause = Math.min(250 * 2 ** deaths, longestPauseMs);
        onEvent(`${spec.name} has ended; starting it again in ${pause / 1000} s`);
        setTimeout(() => void restart(), pause);
      });
    });
  }

  async function restart(): Promise<void> {
    await beforeRestart?.();
    beforeRestart = undefined;
    if (!stopped) run();
  }

  const engine: Engine = {
    name: spec.name,
    url: spec.url,
    pid: () => pid,
    async kill(signal, whileDown) {
      if (pid === undefined) throw new Error(`${spec.name} is not running`);
      beforeRestart = whileDown;
      process.kill(-pid, signal);
      await ended;
    },
    async stop() {
      stopped = true;
      child?.stdin?.end();
      child?.kill('SIGTERM');
      await ended;
    },
  };

  run();
  const deadline = Date.now() + patienceMs;
  while (!(await spec.answers())) {
    if (Date.now() > deadline || deaths >= 5) {
      await engine.stop();
      throw new Error(`${spec.name} does not start; see ${spec.command().log}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  return engine;
}
