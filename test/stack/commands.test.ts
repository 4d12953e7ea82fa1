import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { Redis } from 'ioredis';
import { isAlive, newHome } from './holding.ts';

const main = fileURLToPath(new URL('../../cli/main.ts', import.meta.url));

describe('lastu stack', () => {
  const home = newHome();
  /** Two engines are given, so that only Redis starts. */
  const variables = {
    PATH: process.env['PATH'],
    HOME: process.env['HOME'],
    LASTU_HOME: home,
    MONGODB_URL: 'mongodb://127.0.0.1:1',
    ELASTICSEARCH_URL: 'http://127.0.0.1:1',
  };
  const lastu = (...args: string[]) => run(args, variables);

  after(async () => {
    await lastu('stack', 'down');
    rmSync(home, { recursive: true, force: true });
  });

  it('up starts the engines, tells where they answer, and leaves them running', async () => {
    const up = await lastu('--json', 'stack', 'up');
    expect(up.code, up.errors).to.equal(0);
    expect(up.errors).to.include('redis answers after');
    const { redis } = JSON.parse(up.output) as { redis: string };
    expect(await ping(redis)).to.equal('PONG');
    const again = await lastu('--json', 'stack', 'up');
    expect(JSON.parse(again.output), 'a second one finds them running').to.deep.equal({ redis });
  });

  it('status tells who runs them', async () => {
    const { output } = await lastu('--json', 'stack', 'status');
    const status = JSON.parse(output) as { running: boolean; pid: number; urls: Record<string, string> };
    expect(status.running).to.equal(true);
    expect(isAlive(status.pid)).to.equal(true);
    expect(Object.keys(status.urls)).to.deep.equal(['redis']);
  });

  it('reset deletes no data without --yes, nor while they run', async () => {
    expect(await lastu('stack', 'reset')).to.include({ code: 2 });
    const refused = await lastu('stack', 'reset', '--yes');
    expect(refused.code).to.equal(1);
    expect(refused.errors).to.include('stop them first');
    expect(existsSync(join(home, 'data', 'redis', 'appendonlydir'))).to.equal(true);
  });

  it('down stops them; what they hold stays until reset', async () => {
    const { redis } = JSON.parse((await lastu('--json', 'stack', 'up')).output) as { redis: string };
    await write(redis, 'kept', 'yes');
    const { pid } = JSON.parse((await lastu('--json', 'stack', 'status')).output) as { pid: number };
    expect(await lastu('stack', 'down')).to.include({ code: 0 });
    expect(isAlive(pid)).to.equal(false);
    expect(await ping(redis)).to.equal(undefined);
    expect((await lastu('stack', 'status')).output).to.include('Not running');

    expect(await lastu('stack', 'reset', '--yes')).to.include({ code: 0 });
    expect(existsSync(join(home, 'data'))).to.equal(false);
  });

  it('up says why, and ends with 1, where they cannot start', async () => {
    writeFileSync(join(home, 'data'), 'a file where a folder should be');
    const up = await lastu('stack', 'up');
    expect(up.code).to.equal(1);
    expect(up.errors).to.include(join(home, 'data'));
    rmSync(join(home, 'data'));
  });

  it('up starts nothing where all addresses are configured', async () => {
    const up = await run(['--json', 'stack', 'up'], { ...variables, REDIS_URL: 'redis://127.0.0.1:1' });
    expect(up).to.include({ code: 0, output: '{}\n' });
    expect((await lastu('stack', 'status')).output).to.include('Not running');
  });
});

async function run(args: readonly string[], env: Record<string, string | undefined>) {
  const child = spawn(process.execPath, [main, ...args], { stdio: ['ignore', 'pipe', 'pipe'], env });
  let [output, errors] = ['', ''];
  child.stdout.on('data', (chunk) => (output += String(chunk)));
  child.stderr.on('data', (chunk) => (errors += String(chunk)));
  await once(child, 'close');
  return { code: child.exitCode, output, errors };
}

async function ping(url: string): Promise<string | undefined> {
  return withRedis(url, (redis) => redis.ping());
}

async function write(url: string, key: string, value: string): Promise<void> {
  await withRedis(url, (redis) => redis.set(key, value));
}

async function withRedis<T>(url: string, task: (redis: Redis) => Promise<T>): Promise<T | undefined> {
  const redis = new Redis(url, { retryStrategy: () => null, lazyConnect: true });
  redis.on('error', () => undefined);
  try {
    await redis.connect();
    return await task(redis);
  } catch {
    return undefined;
  } finally {
    redis.disconnect();
  }
}
