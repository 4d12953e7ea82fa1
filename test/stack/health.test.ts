import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { Worker } from 'bullmq';
import { expect } from 'chai';
import { Redis } from 'ioredis';
import { namesOf } from '../../config/connections.ts';
import { queueNames } from '../../config/queues.ts';

describe('the health check of a container', () => {
  it('asks an API at its port', async () => {
    const asked: (string | undefined)[] = [];
    let status = 200;
    const api = createServer((request, response) => {
      asked.push(request.url);
      response.writeHead(status).end();
    }).listen(0, '127.0.0.1');
    await once(api, 'listening');
    const { port } = api.address() as AddressInfo;
    const variables = { ROLE: 'api', PORT: String(port) };
    expect(await healthWith(variables)).to.equal(0);
    expect(asked).to.deep.equal(['/healthz']);
    status = 500;
    expect(await healthWith(variables)).to.equal(1);
    api.close();
    expect(await healthWith(variables), 'nobody answers').to.equal(1);
  });

  it('looks for a worker at the queue', async () => {
    const NAMESPACE = `test-${randomBytes(6).toString('hex')}`;
    const variables = { ROLE: 'worker', NAMESPACE, REDIS_URL: process.env['REDIS_URL'] ?? '' };
    const prefix = namesOf(NAMESPACE).keys;
    const redis = new Redis(variables.REDIS_URL, { maxRetriesPerRequest: null });
    try {
      expect(await healthWith(variables)).to.equal(1);
      expect(await redis.keys(`${prefix}:*`), 'asking leaves nothing behind').to.deep.equal([]);
      const worker = new Worker(queueNames.index, async () => undefined, { connection: redis, prefix });
      await worker.waitUntilReady();
      expect(await healthWith(variables)).to.equal(0);
      await worker.close();
      expect(await healthWith(variables)).to.equal(1);
      expect(await healthWith({ ...variables, REDIS_URL: 'redis://127.0.0.1:1' }), 'no Redis').to.equal(1);
    } finally {
      const keys = await redis.keys(`${prefix}:*`);
      if (keys.length > 0) await redis.del(...keys);
      redis.disconnect();
    }
  });
});

/** Exit code of the check. */
async function healthWith(variables: Record<string, string>): Promise<number | null> {
  const check = fileURLToPath(new URL('../../stack/health.ts', import.meta.url));
  const child = spawn(process.execPath, [check], { stdio: 'ignore', env: { PATH: process.env['PATH'], ...variables } });
  await once(child, 'exit');
  return child.exitCode;
}
