import type { ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { waitForEnd, writeMark } from './processes.ts';
import { StackError } from './stack-error.ts';
import { spawnWatched, type Command } from './watched.ts';

export interface EngineSpec {
  readonly url: string;
  /** Made anew for each start: it lays out the folders and settings that the engine needs. */
  command(): Command;
  /** Resolves with whether the engine answers, and is the process of that id, not a stranger on its port. */
  answers(pid: number): Promise<boolean>;
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

interface StartOptions {
  /** Home of the stack: keeps the mark by which a later start finds an engine that was left behind. */
  readonly home: string;
  readonly onEvent: (line: string) => void;
  readonly patienceMs: number;
  readonly signal?: AbortSignal | undefined;
}

const longestPauseMs = 30_000;
/** An engine that has run this long is given the shortest pause again when it dies. */
const steadyMs = 60_000;
/** An engine that is told to end has 15 s for it (`watchdog.mjs`). */
const endingMs = 20_000;
const deathsAtStart = 5;

/**
 * Starts an engine and keeps it running: when it dies it is started again, after pauses that grow while it keeps dying.
 * Resolves once it answers. Until then `make` is asked anew before each try, as its port may have been taken meanwhile.
 *
 * @throws where it does not answer within `patienceMs`, with the end of its log
 */
export async function startEngine(
  name: EngineName,
  make: () => Promise<EngineSpec>,
  { home, onEvent, patienceMs, signal }: StartOptions,
): Promise<Engine> {
  const mark = join(home, 'run', `${name}.json`);
  let spec = await make();
  let answered = false;
  let child: ChildProcess | undefined;
  let pid: number | undefined;
  let stopped = false;
  let deaths = 0;
  let ended = Promise.resolve();
  let waiting: NodeJS.Timeout | undefined;
  let beforeRestart: (() => Promise<void>) | undefined;

  async function run(): Promise<void> {
    await waitForEnd(mark, endingMs);
    if (stopped) return;
    const startedAt = Date.now();
    const started = spawnWatched(spec.command());
    child = started.child;
    ended = new Promise((resolve) => {
      started.child.once('close', () => {
        pid = undefined;
        resolve();
        if (!stopped) died(Date.now() - startedAt);
      });
    });
    pid = await started.pid;
    if (pid !== undefined) writeMark(mark, pid);
  }

  function died(afterMs: number): void {
    deaths = afterMs > steadyMs ? 0 : deaths + 1;
    const pause = Math.min(250 * 2 ** deaths, longestPauseMs);
    onEvent(`${name} has ended; starting it again in ${pause / 1000} s`);
    waiting = setTimeout(() => {
      restart().catch((error: unknown) => {
        onEvent(error instanceof Error ? error.message : String(error));
        if (!stopped) died(0);
      });
    }, pause);
  }

  async function restart(): Promise<void> {
    await beforeRestart?.();
    beforeRestart = undefined;
    if (!answered) spec = await make();
    await run();
    if (answered && pid !== undefined) await tellReturnOf(pid);
  }

  async function tellReturnOf(id: number): Promise<void> {
    while (!(await spec.answers(id))) {
      if (stopped || pid !== id) return;
      await pauseMs(250);
    }
    onEvent(`${name} answers again`);
  }

  const engine: Engine = {
    name,
    get url() {
      return spec.url;
    },
    pid: () => pid,
    async kill(signal, whileDown) {
      if (pid === undefined) throw new Error(`${name} is not running`);
      beforeRestart = whileDown;
      process.kill(-pid, signal);
      await ended;
    },
    async stop() {
      stopped = true;
      clearTimeout(waiting);
      child?.stdin?.end();
      child?.kill('SIGTERM');
      await ended;
    },
  };

  try {
    await run();
    const deadline = Date.now() + patienceMs;
    while (!answered) {
      signal?.throwIfAborted();
      if (Date.now() > deadline || deaths >= deathsAtStart) throw new StackError(failure(name, spec.command().log));
      answered = pid !== undefined && (await spec.answers(pid));
      if (!answered) await pauseMs(100);
    }
  } catch (error) {
    await engine.stop();
    throw error;
  }
  return engine;
}

function failure(name: EngineName, log: string): string {
  const lines = existsSync(log) ? readFileSync(log, 'utf8').trimEnd().split('\n') : [];
  const told = lines.filter((line) => !/^\s+(at |\.\.\. \d)/.test(line)); // the frames of a trace tell an operator nothing
  const end = told.slice(-12).join('\n');
  return (
    `${name} does not start. The end of ${log}:\n${end}\n` +
    `If its data is from another version, "npm run lastu -- stack reset --yes" deletes what the local engines hold.`
  );
}

const pauseMs = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
