import { parseEnvironment } from '../config/environment.ts';
import { stopRequested } from './end-with-parent.ts';
import { engineNames } from './engine.ts';
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
  if (engineNames.some((name) => stack.engine(name)) && !signal.aborted) {
    const alive = setInterval(() => undefined, 60_000);
    await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
    clearInterval(alive);
  }
  await stack.stop();
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
