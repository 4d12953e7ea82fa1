import { spawn, type ChildProcess } from 'node:child_process';
import { rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { runningStack } from '../../stack/lock.ts';
import { childrenOf, enginesFolder, isAlive, newHome, until } from './holding.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** What happens to which process, and to what of the start it happens: npm, then `stack/bootstrap.mjs`, then `main.ts`. */
const ends: Record<string, (start: Start) => void> = {
  'a Ctrl-C in the terminal': ({ npm }) => process.kill(-pidOf(npm), 'SIGINT'),
  'SIGTERM to npm': ({ npm }) => process.kill(pidOf(npm), 'SIGTERM'),
  'kill -9 of npm': ({ npm }) => process.kill(pidOf(npm), 'SIGKILL'),
  'kill -9 of what npm has started': ({ bootstrap }) => process.kill(bootstrap, 'SIGKILL'),
  'kill -9 of the service itself': ({ service }) => process.kill(service, 'SIGKILL'),
};

interface Start {
  readonly npm: ChildProcess;
  readonly bootstrap: number;
  readonly service: number;
  /** The start and all its descendants. */
  readonly all: readonly number[];
}

describe('npm start', () => {
  const homes: string[] = [];
  const started: ChildProcess[] = [];

  after(() => {
    for (const npm of started) if (isAlive(pidOf(npm))) process.kill(-pidOf(npm), 'SIGTERM');
    for (const home of homes) rmSync(home, { recursive: true, force: true });
  });

  for (const [how, end] of Object.entries(ends))
    it(`ends with all that it has started at ${how}`, async () => {
      const home = newHome();
      homes.push(home);
      symlinkSync(enginesFolder(), join(home, 'engines'));
      const npm = npmStart(home);
      started.push(npm);
      const start = await startOf(npm, home);
      expect(start.all.length, 'npm, the way in, the service, two engines and their watchdogs').to.be.at.least(7);
      end(start);
      await until(() => !start.all.some(isAlive), 15_000);
      expect(runningStack(home)).to.equal(undefined);
    });
});

/** An API with MongoDB and Redis of its own, from a terminal of its own. */
function npmStart(home: string): ChildProcess {
  return spawn('npm', ['start'], {
    cwd: root,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      LASTU_HOME: home,
      ELASTICSEARCH_URL: process.env['ELASTICSEARCH_URL'],
      ROLE: 'api',
      PORT: '0',
      NAMESPACE: 'test-npm-start',
      LOG_LEVEL: 'silent',
    },
  });
}

async function startOf(npm: ChildProcess, home: string): Promise<Start> {
  let output = '';
  for (const stream of [npm.stdout, npm.stderr]) stream?.on('data', (chunk) => (output += String(chunk)));
  await until(() => {
    if (npm.exitCode !== null) throw new Error(`npm start has ended: ${output}`);
    return output.includes('LASTU is open at');
  }, 90_000); // it may have to build the interface first
  const all = descendantsOf(pidOf(npm));
  const service = runningStack(home)?.pid ?? 0;
  const bootstrap = all.find((pid) => childrenOf(pid).includes(service)) ?? 0;
  return { npm, bootstrap, service, all };
}

const pidOf = (child: ChildProcess) => child.pid ?? 0;
const descendantsOf = (pid: number): number[] => [pid, ...childrenOf(pid).flatMap(descendantsOf)];
