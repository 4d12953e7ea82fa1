// The way in on a fresh machine: plain JavaScript that Node 20 runs before anything is installed. Installs the
// dependencies where they are missing or have changed, builds what the browser loads, and hands over to Node 24.
//   node stack/bootstrap.mjs start | test | lastu | bench [arguments]
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const entries = { start: 'main.ts', test: 'test/run.ts', lastu: 'cli/main.ts', bench: 'bench/main.ts' };
const [mode, ...rest] = process.argv.slice(2);
const entry = entries[mode];
if (!entry) {
  console.error(`Usage: node stack/bootstrap.mjs ${Object.keys(entries).join('|')} [arguments]`);
  process.exit(2);
}

const node = join(root, 'node_modules', 'node', 'bin', 'node');
/** What runs now, and whether we have told it to stop. */
let running;
let stopping = false;
passOnStops();
await installDependencies();
if (mode !== 'lastu') await buildInterface();
const path = `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH}`;
process.exitCode = await run(node, [join(root, entry), ...rest], {
  cwd: mode === 'lastu' ? (process.env.INIT_CWD ?? process.cwd()) : root,
  stdio: 'inherit',
  env: { ...process.env, PATH: path, LASTU_WATCH_PARENT: '1' },
});
process.exit();

/**
 * A Ctrl-C in the terminal reaches the child by itself, one sent to npm alone does not: each stop is passed on once, as
 * SIGTERM, and we wait for the end. npm may be killed outright; then its end is the sign.
 */
function passOnStops() {
  const stop = () => {
    if (stopping) return;
    stopping = true;
    running?.kill('SIGTERM');
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
  if (!process.env.npm_lifecycle_event) return;
  const npm = npmAbove();
  setInterval(() => npmAbove() !== npm && stop(), 500).unref();
}

/** The process that runs this script for npm, beyond the shell that npm may have put between. */
function npmAbove() {
  try {
    const shell = readFileSync(`/proc/${process.ppid}/cmdline`, 'utf8').includes('bootstrap.mjs');
    const stat = readFileSync(`/proc/${process.ppid}/stat`, 'utf8');
    return shell ? Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) : process.ppid;
  } catch {
    return process.ppid;
  }
}

async function installDependencies() {
  const lockFile = join(root, 'package-lock.json');
  const lock = hashOf([lockFile]);
  const mark = join(root, 'node_modules', '.lastu-installed');
  const npmMark = join(root, 'node_modules', '.package-lock.json');
  if (existsSync(node)) {
    if (existsSync(mark) && readFileSync(mark, 'utf8') === lock) return;
    // somebody has just run `npm ci`, which takes our mark away
    const byHand = !existsSync(mark) && existsSync(npmMark) && statSync(npmMark).mtimeMs > statSync(lockFile).mtimeMs;
    if (byHand) return writeFileSync(mark, lock);
  }
  console.error('Installing dependencies');
  // npm runs under the Node that started it and warns about what only Node 24 meets; errors still show.
  await prepare('npm', ['ci', '--no-audit', '--no-fund', '--loglevel', 'error']);
  writeFileSync(mark, lock);
}

async function buildInterface() {
  const sources = [
    join(root, 'vite.config.ts'),
    join(root, 'vite.steps.ts'),
    join(root, 'vite.words.ts'),
    join(root, 'package-lock.json'),
    ...filesBelow(join(root, 'ui')),
    ...filesBelow(join(root, 'config')),
  ];
  const built = hashOf(sources);
  const mark = join(root, 'dist', 'ui', '.built');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === built) return;
  console.error('Building the interface');
  await prepare(node, [join(root, 'node_modules', 'vite', 'bin', 'vite.js'), 'build', '--logLevel', 'warn']);
  writeFileSync(mark, built);
}

/** Runs a step that all else needs; ends with it where it fails. */
async function prepare(command, args) {
  const code = await run(command, args, { cwd: root, stdio: ['ignore', process.stderr, process.stderr] });
  if (code !== 0 || stopping) process.exit(1);
}

function run(command, args, options) {
  return new Promise((resolve) => {
    running = spawn(command, args, options);
    running.once('error', (error) => (console.error(error.message), resolve(1)));
    running.once('exit', (code, signal) => resolve(code ?? (signal ? 1 : 0)));
  });
}

function filesBelow(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .toSorted();
}

function hashOf(files) {
  const hash = createHash('sha256');
  for (const file of files) if (existsSync(file)) hash.update(readFileSync(file));
  return hash.digest('hex');
}
