import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { stopRequested } from '../stack/end-with-parent.ts';
import { reachableHome } from '../stack/home.ts';
import { startStack, type Stack } from '../stack/stack.ts';

/**
 * Runs the tests (all, or the files named) on engines of their own, and leaves nothing running. Ends with a line
 * `N passed, N failed`.
 */
const home = reachableHome(process.env['LASTU_HOME'] || '.lastu');
const engines = join(home, 'engines');
const counts = join(home, 'test', 'counts.json');
const signal = stopRequested();

let passed = 0;
let failed = 0;
try {
  const stack = await startStack({
    home: join(home, 'test'),
    engines,
    given: process.env,
    also: ['chromium'],
    onProgress: (line) => console.log(line),
    signal,
  });
  try {
    ({ passed, failed } = await runMocha(stack));
  } finally {
    await stack.stop();
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  failed += 1;
}
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
console.log(`\n${passed} passed, ${failed} failed`);

/** Mocha in a process of its own: it may crash, run out of memory or hang without taking our last line with it. */
async function runMocha({ urls }: Stack): Promise<{ passed: number; failed: number }> {
  mkdirSync(dirname(counts), { recursive: true }); // not there where the engines are others' than ours
  rmSync(counts, { force: true });
  const watch = pathToFileURL(resolve('test/end-with-parent.ts')).href;
  const mocha = spawn(
    process.execPath,
    ['--import', watch, resolve('node_modules/mocha/bin/mocha.js'), ...mochaArguments()],
    {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...urls, LASTU_ENGINES: engines, LASTU_TEST_COUNTS: counts, LASTU_WATCH_PARENT: '1' },
    },
  );
  const stop = () => {
    mocha.kill('SIGTERM');
    setTimeout(() => mocha.kill('SIGKILL'), 10_000).unref();
  };
  if (signal.aborted) stop();
  else signal.addEventListener('abort', stop);
  const code = await new Promise<number | null>((done) => mocha.once('exit', done));
  if (!existsSync(counts)) throw new Error('The tests did not come to their end');
  const told = JSON.parse(readFileSync(counts, 'utf8')) as { passed: number; failed: number };
  return code !== 0 && told.failed === 0 ? { ...told, failed: 1 } : told;
}

/** What `.mocharc.json` says, but files named on the command line stand instead of all, not beside them. */
function mochaArguments(): string[] {
  const { spec, ...options } = JSON.parse(readFileSync('.mocharc.json', 'utf8')) as Record<string, unknown>;
  const given = process.argv.slice(2);
  const files = given.some((argument) => argument.endsWith('.test.ts')) ? [] : [spec].flat().map(String);
  const flags = Object.entries(options).map(([name, value]) => (value === true ? `--${name}` : `--${name}=${value}`));
  return ['--no-config', ...flags, ...files, ...given];
}
