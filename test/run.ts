import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { endWithParent } from '../stack/end-with-parent.ts';
import { startStack } from '../stack/stack.ts';

/**
 * Runs the tests (all, or the files named) on engines of their own, and leaves nothing running. Ends with a line
 * `N passed, N failed`.
 */
const home = resolve(process.env['LASTU_HOME'] ?? '.lastu');
const counts = join(home, 'test', 'counts.json');
const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort());
endWithParent(() => stopping.abort());

let passed = 0;
let failed = 0;
try {
  const stack = await startStack({
    home: join(home, 'test'),
    engines: join(home, 'engines'),
    given: process.env,
    also: ['chromium'],
    onProgress: (line) => console.log(line),
    signal: stopping.signal,
  });
  try {
    rmSync(counts, { force: true });
    const mocha = spawn(process.execPath, [resolve('node_modules/mocha/bin/mocha.js'), ...process.argv.slice(2)], {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...stack.urls, LASTU_ENGINES: join(home, 'engines'), LASTU_TEST_COUNTS: counts },
    });
    stopping.signal.addEventListener('abort', () => mocha.kill('SIGTERM'));
    const code = await new Promise<number | null>((done) => mocha.once('exit', done));
    ({ passed, failed } = JSON.parse(readFileSync(counts, 'utf8')) as { passed: number; failed: number });
    if (code !== 0 && failed === 0) failed = 1;
  } finally {
    await stack.stop();
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  failed += 1;
}
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
console.log(`\n${passed} passed, ${failed} failed`);
