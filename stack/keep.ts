import { parseEnvironment } from '../config/environment.ts';
import { stopRequested } from './end-with-parent.ts';
import { startStack } from './stack.ts';

/** Keeps the local engines running in the background until SIGTERM (`lastu stack up` and `down`). */
const signal = stopRequested();
const say = (line: string) => process.stderr.write(`${new Date().toISOString()} ${line}\n`);
try {
  const stack = await startStack({
    home: parseEnvironment(process.env).LASTU_HOME,
    given: process.env,
    onProgress: say,
    signal,
  });
  const alive = setInterval(() => undefined, 60_000);
  if (!signal.aborted) await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
  clearInterval(alive);
  await stack.stop();
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
