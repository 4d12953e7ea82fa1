import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { parseEnvironment } from '../../config/environment.ts';
import { layOutHome, reachableHome } from '../../stack/home.ts';
import { lockHome, runningStack } from '../../stack/lock.ts';
import { WrongUse, type Context } from '../context.ts';

const keeper = fileURLToPath(new URL('../../stack/keep.ts', import.meta.url));
const stopPatienceMs = 60_000;

export function stackCommands(program: Command, { result, say, signal }: Context): void {
  const homeOf = () => reachableHome(parseEnvironment(process.env).LASTU_HOME);
  const stack = program.command('stack').description('The local engines, run in the background');

  stack
    .command('up')
    .description('Start them and keep them running')
    .action(async () => {
      const home = homeOf();
      const log = logOf(home);
      const from = sizeOf(log);
      const child = runningStack(home) ? undefined : startKeeper(log);
      const tell = follow(log, from, say);
      const urls = await urlsOnceUp(home, child, signal).finally(tell);
      result(Object.values(urls ?? {}).join('\n') || 'All engines are configured: nothing to start', urls ?? {});
    });

  stack
    .command('down')
    .description('Stop them')
    .action(async () => {
      const home = homeOf();
      const running = runningStack(home);
      if (!running) return say('The engines are not running');
      process.kill(running.pid, 'SIGTERM');
      const deadline = Date.now() + stopPatienceMs;
      while (runningStack(home)?.pid === running.pid) {
        if (Date.now() > deadline) throw new Error(`Process ${running.pid} does not stop`);
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      return result('Stopped', { stopped: running.pid });
    });

  stack
    .command('status')
    .description('Tell whether they run, and where')
    .action(() => {
      const running = runningStack(homeOf());
      const text = running
        ? `Run by process ${running.pid}\n${running.urls ? Object.values(running.urls).join('\n') : 'Still starting'}`
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
      const lock = await lockHome(home);
      if (!lock) throw new Error('The engines are running: stop them first (npm run lastu -- stack down)');
      await rm(join(home, 'data'), { recursive: true, force: true });
      lock.release();
      result('All data of the local engines is gone', { reset: home });
    });
}

function logOf(home: string): string {
  layOutHome(home);
  return join(home, 'logs', 'stack.log');
}

/** Its output goes to a file, so that whoever reads ours is not kept waiting for as long as the engines run. */
function startKeeper(log: string): ChildProcess {
  const { LASTU_WATCH_PARENT: _, ...env } = process.env; // it outlives us
  const output = openSync(log, 'a');
  const child = spawn(process.execPath, [keeper], { detached: true, stdio: ['ignore', output, output], env });
  closeSync(output);
  child.unref();
  return child;
}

/** The addresses, once all engines answer; none where the keeper had nothing to start. */
async function urlsOnceUp(home: string, child: ChildProcess | undefined, signal: AbortSignal) {
  for (;;) {
    const running = runningStack(home);
    if (running?.urls) return running.urls;
    if (child?.exitCode === 0) return undefined;
    if (child ? child.exitCode !== null || child.signalCode !== null : !running)
      throw new Error('The engines did not start');
    if (signal.aborted) {
      child?.kill('SIGTERM');
      throw new Error('Stopped while the engines were starting');
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Tells what is added to a file from an offset on, until the function returned is called. */
function follow(file: string, from: number, say: (line: string) => void): () => void {
  let told = from;
  const tell = () => {
    if (sizeOf(file) <= told) return;
    const added = readFileSync(file).subarray(told);
    const whole = added.lastIndexOf('\n') + 1;
    told += whole;
    const lines = added.subarray(0, whole).toString().split('\n').slice(0, -1);
    for (const line of lines) say(line.replace(/^\d{4}-\S+Z /, ''));
  };
  const timer = setInterval(tell, 250);
  return () => {
    clearInterval(timer);
    tell();
  };
}

const sizeOf = (file: string) => statSync(file, { throwIfNoEntry: false })?.size ?? 0;
