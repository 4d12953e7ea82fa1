import { once } from 'node:events';
import type { Redis } from 'ioredis';
import { parseEnvironment } from '../config/environment.ts';
import type { ChangeRepository } from '../domain/changes/repository.ts';
import { drainAll } from '../indexer/drain.ts';
import { ensureIndex } from '../indexer/reindex/reindex.ts';
import { openServices, type Services } from '../services.ts';
import { startStack, urlsOfRunningStack, type StackOptions } from '../stack/stack.ts';

/** The command was used wrongly; exit code 2. */
export class WrongUse extends Error {
  override readonly name = 'WrongUse';
}

/** What commands share: where to write, and the services on whichever engines there are. */
export interface Context {
  /** A line for a person, on standard error, so that standard output stays for results. */
  say(line: string): void;
  /** A result: the text for a person, or the value as one line of JSON with `--json`. */
  result(text: string, value: unknown): void;
  /** Aborted by Ctrl-C or SIGTERM: finish the work in hand. */
  readonly signal: AbortSignal;
  /**
   * Runs `task` with the services on the configured engines, else on those of a running stack, else on a stack started
   * for as long as it takes.
   */
  withServices<T>(task: (services: Services) => Promise<T>): Promise<T>;
  /**
   * Runs a task that changes the catalogue, and comes back once the changes can be searched: workers bring them to the
   * index, or this process where none is running.
   */
  withIndexing<T>(services: Services, task: () => Promise<T>): Promise<T>;
}

export function createContext({ json, signal }: { json: () => boolean; signal: AbortSignal }): Context {
  const say = (line: string) => process.stderr.write(`${line}\n`);
  return {
    say,
    signal,
    result: (text, value) => process.stdout.write(`${json() ? JSON.stringify(value) : text}\n`),
    async withServices(task) {
      const environment = parseEnvironment(process.env);
      const running = urlsOfRunningStack(environment.LASTU_HOME);
      const options: StackOptions = {
        home: environment.LASTU_HOME,
        given: { ...running, ...setVariables() },
        onProgress: say,
        signal,
      };
      const stack = await startStack(options);
      try {
        // whoever works at this machine may ask its own network
        const settings = { ...environment, ...stack.urls, OUTBOUND_PRIVATE_HOSTS: ['*'] };
        const services = openServices(settings, { blocking: false });
        try {
          if (!(await isReady(services.connections.redis)))
            say('Redis is away: workers will find the changes by themselves');
          await services.prepare();
          return await task(services);
        } finally {
          await services.close();
        }
      } finally {
        await stack.stop();
      }
    },
    async withIndexing({ indexer, queues }, task) {
      const workers = await queues.index.getWorkersCount().catch(() => 0);
      if (workers > 0) {
        const result = await task();
        await untilIndexed(indexer.changes, { say, signal });
        return result;
      }
      await ensureIndex(indexer, { upgrade: true, signal });
      const result = await task();
      say('No worker is running, so the changes are indexed here');
      await drainAll(indexer, signal);
      return result;
    },
  };
}

/** Waits until the workers have brought all changes to the index, as long as they get on with it. */
async function untilIndexed(
  changes: Pick<ChangeRepository, 'counts'>,
  { say, signal }: Pick<Context, 'say' | 'signal'>,
): Promise<void> {
  let fewest = Number.POSITIVE_INFINITY;
  let shrunkAt = Date.now();
  let toldAt = Date.now();
  while (!signal.aborted) {
    const { open, ready } = await changes.counts();
    if (open + ready === 0) return;
    if (open + ready < fewest) [fewest, shrunkAt] = [open + ready, Date.now()];
    if (Date.now() - shrunkAt > stalledMs) return say(`${open + ready} changes are on their way to the index`);
    if (Date.now() - toldAt > 2_000) {
      toldAt = Date.now();
      say(`Indexing: ${open + ready} to go`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

const stalledMs = 15_000;

/** Whether Redis answers within a moment; the client itself goes on trying. */
async function isReady(redis: Redis): Promise<boolean> {
  if (redis.status === 'ready') return true;
  return once(redis, 'ready', { signal: AbortSignal.timeout(2_000) }).then(
    () => true,
    () => false,
  );
}

const setVariables = () =>
  Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== undefined && value !== ''));
