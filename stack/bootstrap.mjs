// The way in on a fresh machine: plain JavaScript that Node 20 runs before anything is installed. Installs the
// dependencies where they are missing or have changed, builds what the browser loads, and hands over to Node 24.
//   node stack/bootstrap.mjs start | test | lastu | bench [arguments]
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
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
installDependencies();
if (mode !== 'lastu') buildInterface();
handOver();

function installDependencies() {
  const lock = hashOf([join(root, 'package-lock.json')]);
  const mark = join(root, 'node_modules', '.lastu-installed');
  if (existsSync(node) && existsSync(mark) && readFileSync(mark, 'utf8') === lock) return;
  console.error('Installing dependencies');
  // npm runs under the Node that started it and warns about what only Node 24 meets; errors still show.
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel', 'error']);
  writeFileSync(mark, lock);
}

function buildInterface() {
  const sources = [
    join(root, 'vite.config.ts'),
    join(root, 'package-lock.json'),
    ...filesBelow(join(root, 'ui')),
    ...filesBelow(join(root, 'config')),
  ];
  const built = hashOf(sources);
  const mark = join(root, 'dist', 'ui', '.built');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === built) return;
  console.error('Building the interface');
  run(node, [join(root, 'node_modules', 'vite', 'bin', 'vite.js'), 'build', '--logLevel', 'warn']);
  writeFileSync(mark, built);
}

function handOver() {
  const path = `${join(root, 'node_modules', '.bin')}:${process.env.PATH}`;
  const child = spawn(node, [join(root, entry), ...rest], {
    cwd: mode === 'lastu' ? (process.env.INIT_CWD ?? process.cwd()) : root,
    stdio: 'inherit',
    env: { ...process.env, PATH: path, LASTU_WATCH_PARENT: '1' },
  });
  // A Ctrl-C reaches the child by itself; we wait for its end. Other signals are passed on.
  process.on('SIGINT', () => undefined);
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill('SIGTERM'));
  if (process.env.npm_lifecycle_event) {
    const parent = process.ppid;
    setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 500).unref();
  }
  child.once('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
}

function run(command, args) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: ['ignore', process.stderr, process.stderr] });
  if (status === 0) return;
  console.error(error?.message ?? `${command} failed`);
  process.exit(1);
}

function filesBelow(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

function hashOf(files) {
  const hash = createHash('sha256');
  for (const file of files) if (existsSync(file)) hash.update(readFileSync(file));
  return hash.digest('hex');
}
