import { stopRequested } from '../../stack/end-with-parent.ts';
import { startStack } from '../../stack/stack.ts';

/**
 * A process that runs the engines of LASTU_HOME for as long as it lives, for tests to kill. Says a line of JSON when they
 * answer, and lines of progress before and after.
 */
const signal = stopRequested();
const stack = await startStack({
  home: process.env['LASTU_HOME'] ?? '',
  engines: process.env['LASTU_ENGINES'] ?? '',
  given: process.env,
  onProgress: (line) => console.log(line),
  signal,
});
const engines = { redis: stack.engine('redis')?.pid(), mongodb: stack.engine('mongodb')?.pid() };
console.log(JSON.stringify({ urls: stack.urls, engines }));
const alive = setInterval(() => undefined, 60_000);
await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
clearInterval(alive);
await stack.stop();
