import type { Logger } from 'pino';

/**
 * Runs a task over and over with a pause between, in this process: it depends on no queue. A failure is logged and the
 * task tried again. Returns a function that lets the task in hand finish and stops.
 */
export function repeat(
  task: (signal: AbortSignal) => Promise<unknown>,
  { name, everyMs, logger }: { name: string; everyMs: number; logger: Logger },
): () => Promise<void> {
  const stopping = new AbortController();
  const loop = (async () => {
    while (!stopping.signal.aborted) {
      await task(stopping.signal).catch((error: unknown) => {
        if (!stopping.signal.aborted) logger.warn({ err: error }, `${name} will be tried again`);
      });
      // spread, so that several processes do not do it at the same moment
      await pause(everyMs * (0.8 + 0.4 * Math.random()), stopping.signal);
    }
  })();
  return async () => {
    stopping.abort();
    await loop;
  };
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
  });
}
