import { parseEnvironment } from '../config/environment.ts';
import { startStack } from './stack.ts';

/** Keeps the local engines running in the background until SIGTERM (`lastu stack up` and `down`). */
const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort());
try {
  const stack = await startStack({
    home: parseEnvironment(process.env).LASTU_HOME,
    onProgress: (line) => process.stderr.write(`${line}\n`),
    signal: stopping.signal,
  });
  const alive = setInterval(() => undefined, 60_000);
  if (!stopping.signal.aborted)
    await new Promise((resolve) => stopping.signal.addEventListener('abort', resolve, { once: true }));
  clearInterval(alive);
  await stack.stop();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
