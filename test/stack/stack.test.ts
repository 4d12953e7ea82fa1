import { once } from 'node:events';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { expect } from 'chai';
import { Redis } from 'ioredis';
import { MongoClient } from 'mongodb';
import { runningStack } from '../../stack/lock.ts';
import { StackHeld, StartStopped, startStack } from '../../stack/stack.ts';
import { childrenOf, enginesFolder, hold, isAlive, newHome, until, type Holder } from './holding.ts';

describe('the local engines', () => {
  const homes: string[] = [];
  const holders: Holder[] = [];
  async function held(home?: string): Promise<Holder> {
    const holder = await hold(home);
    homes.push(holder.home);
    holders.push(holder);
    return holder;
  }

  after(async () => {
    for (const { process: holder } of holders) {
      holder.kill('SIGTERM');
      if (holder.exitCode === null && holder.signalCode === null) await once(holder, 'exit');
    }
    for (const home of homes) rmSync(home, { recursive: true, force: true });
  });

  describe('run by a process', () => {
    let holder: Holder;
    before(async () => {
      holder = await held();
    });

    it('are not started a second time: the second start is told who runs them, and where', async () => {
      const second = startStack({
        home: holder.home,
        engines: enginesFolder(),
        given: { ELASTICSEARCH_URL: 'http://127.0.0.1:1' },
      });
      const refused: unknown = await second.then(
        (stack) => stack.stop(),
        (error: unknown) => error,
      );
      expect(refused).to.be.instanceOf(StackHeld);
      expect(String(refused)).to.include(`process ${holder.process.pid}`).and.include(holder.urls.REDIS_URL);
      expect(isAlive(holder.engines.redis), 'the first keeps its engines').to.equal(true);
    });

    it('are started again when killed, and answer where they did', async () => {
      const redis = new Redis(holder.urls.REDIS_URL, { retryStrategy: () => 100, maxRetriesPerRequest: null });
      redis.on('error', () => undefined); // while it is down
      try {
        await redis.set('here', 'before');
        process.kill(-holder.engines.redis, 'SIGKILL');
        await until(() => !isAlive(holder.engines.redis));
        await until(() => holder.said().includes('redis answers again'));
        expect(await redis.ping()).to.equal('PONG');
        const now = /process_id:(\d+)/.exec(await redis.info('server'))?.[1];
        expect(Number(now)).not.to.equal(holder.engines.redis);
      } finally {
        redis.disconnect();
      }
    });

    it('keep every write that MongoDB has acknowledged, though it is killed in the midst of them', async () => {
      const client = new MongoClient(holder.urls.MONGODB_URL, { serverSelectionTimeoutMS: 20_000 });
      try {
        const collection = client.db('kept').collection<{ _id: string }>('writes');
        await collection.insertOne({ _id: 'first' });
        const acknowledged: string[] = [];
        const write = async (writer: number) => {
          for (let n = 0; n < 100_000; n++) {
            await collection.insertOne({ _id: `${writer}-${n}` });
            acknowledged.push(`${writer}-${n}`);
          }
        };
        const writers = [0, 1, 2, 3, 4, 5, 6, 7].map((writer) => write(writer).catch(() => undefined));
        await until(() => acknowledged.length > 500);
        process.kill(-holder.engines.mongodb, 'SIGKILL');
        await client.close(); // ends the writers, which would try again
        await Promise.all(writers);
        await until(() => holder.said().includes('mongodb answers again'));

        const again = new MongoClient(holder.urls.MONGODB_URL);
        const kept = await again.db('kept').collection<{ _id: string }>('writes').find().toArray();
        await again.close();
        const ids = new Set(kept.map(({ _id }) => _id));
        expect(acknowledged.filter((id) => !ids.has(id))).to.deep.equal([]);
      } finally {
        await client.close();
      }
    });

    it('end with SIGTERM to it, and leave the home free', async () => {
      const engines = childrenOf(holder.process.pid ?? 0).flatMap(childrenOf);
      expect(engines).to.have.lengthOf(2);
      holder.process.kill('SIGTERM');
      await once(holder.process, 'exit');
      expect(holder.process.exitCode).to.equal(0);
      expect(engines.filter(isAlive)).to.deep.equal([]);
      expect(runningStack(holder.home)).to.equal(undefined);
    });
  });

  describe('whose process is killed outright', () => {
    it('end, and give way to a start that comes at once, with their data', async () => {
      const first = await held();
      const client = new MongoClient(first.urls.MONGODB_URL);
      await client.db('kept').collection<{ _id: string }>('writes').insertOne({ _id: 'of the first' });
      await client.close();
      first.process.kill('SIGKILL');
      const second = await held(first.home);
      await until(() => !isAlive(first.engines.redis) && !isAlive(first.engines.mongodb), 5_000);
      const again = new MongoClient(second.urls.MONGODB_URL);
      expect(await again.db('kept').collection('writes').countDocuments()).to.equal(1);
      await again.close();
    });

    it('end even where their watchdogs are killed with it', async () => {
      const holder = await held();
      const watchdogs = childrenOf(holder.process.pid ?? 0);
      expect(watchdogs).to.have.lengthOf(2);
      for (const pid of [holder.process.pid ?? 0, ...watchdogs]) process.kill(pid, 'SIGKILL');
      await until(() => !isAlive(holder.engines.redis) && !isAlive(holder.engines.mongodb), 10_000);
    });
  });

  it('take other ports where the usual ones are taken', async () => {
    const strangers = await Promise.all([27017, 6379].map(takePort));
    const holder = await held();
    expect(holder.urls.MONGODB_URL)
      .to.match(/^mongodb:\/\/127\.0\.0\.1:\d+$/)
      .and.not.include(':27017');
    expect(holder.urls.REDIS_URL)
      .to.match(/^redis:\/\/127\.0\.0\.1:\d+$/)
      .and.not.include(':6379');
    for (const stranger of strangers) stranger?.close();
  });

  it('end at once when the start is stopped before they answer', async () => {
    const home = newHome();
    homes.push(home);
    const stopping = new AbortController();
    const said: string[] = [];
    const start = startStack({
      home,
      engines: enginesFolder(),
      given: { ELASTICSEARCH_URL: 'http://127.0.0.1:1' },
      onProgress: (line) => said.push(line),
      signal: stopping.signal,
    });
    const outcome = start.then(
      (stack) => stack.stop(),
      (error: unknown) => error,
    );
    await until(() => said.some((line) => line.includes('redis answers')));
    stopping.abort();
    expect(await outcome).to.be.instanceOf(StartStopped);
    expect(childrenOf(process.pid).flatMap(childrenOf).filter(isOf(home))).to.deep.equal([]);
    expect(runningStack(home)).to.equal(undefined);
  });

  it('are not started where all three addresses are configured', async () => {
    const folder = newHome();
    homes.push(folder);
    const home = join(folder, 'never');
    const given = {
      MONGODB_URL: 'mongodb://db.example:27017',
      REDIS_URL: 'redis://queue.example:6379',
      ELASTICSEARCH_URL: 'https://search.example',
    };
    const stack = await startStack({ home, given });
    expect(stack.urls).to.deep.equal(given);
    expect(stack.engine('redis')).to.equal(undefined);
    expect(existsSync(home)).to.equal(false);
    await stack.stop();
  });
});

/** Whether a process has a home in its command line. */
const isOf = (home: string) => (pid: number) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(home);

/** Listens on a port, where no other does already. */
function takePort(port: number): Promise<Server | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}
