import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { parseEnvironment } from '../../config/environment.ts';
import { engineUser, reachableHome } from '../../stack/engine-user.ts';
import { runningStack } from '../../stack/lock.ts';
import { WrongUse, type Context } from '../context.ts';

const keeper = fileURLToPath(new URL('../../stack/keep.ts', import.meta.url));
const startPatienceMs = 600_000;

export function stackCommands(program: Command, { result, say, signal }: Context): void {
  const homeOf = () => reachableHome(parseEnvironment(process.env).LASTU_HOME, engineUser());
  const stack = program.command('stack').description('The local engines, run in the background');

  stack
    .command('up')
    .description('Start them and keep them running')
    .action(async () => {
      const home = homeOf();
      if (!runningStack(home)) {
        const child = spawn(process.execPath, [keeper], { detached: true, stdio: ['ignore', 'inherit', 'inherit'] });
        child.unref();
      }
      const deadline = Date.now() + startPatienceMs;
      let urls = runningStack(home)?.urls;
      while (!urls) {
        if (signal.aborted || Date.now() > deadline) throw new Error('The engines did not start');
        await new Promise((resolve) => setTimeout(resolve, 250));
        urls = runningStack(home)?.urls;
      }
      result(Object.values(urls).join('\n'), urls);
    });

  stack
    .command('down')
    .description('Stop them')
    .action(async () => {
      const running = runningStack(homeOf());
      if (!running) return say('The engines are not running');
      process.kill(running.pid, 'SIGTERM');
      while (runningStack(homeOf())) await new Promise((resolve) => setTimeout(resolve, 100));
      return result('Stopped', { stopped: running.pid });
    });

  stack
    .command('status')
    .description('Tell whether they run, and where')
    .action(() => {
      const running = runningStack(homeOf());
      const text = running
        ? `Run by process ${running.pid}\n${Object.values(running.urls ?? {}).join('\n')}`
        : 'Not running';
      result(text, { running: running !== undefined, ...running });
    });

  stack
    .command('reset')
    .description('Delete all their data')
    .option('--yes', 'really')
    .action(async ({ yes }: { yes?: boolean }) => {
      const home = homeOf();
      if (!yes) throw new WrongUse(`This deletes everything below ${join(home, 'data')}. Say --yes if you mean it.`);
      if (runningStack(home)) throw new Error('The engines are running: stop them first (lastu stack down)');
      await rm(join(home, 'data'), { recursive: true, force: true });
      result('All data of the local engines is gone', { reset: home });
    });
}
