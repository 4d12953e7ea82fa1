import { networkInterfaces } from 'node:os';
import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import { namesOf } from '../config/connections.ts';
import { parseEnvironment, type Environment } from '../config/environment.ts';
import { queueNames } from '../config/queues.ts';

/**
 * What the containers' `HEALTHCHECK` runs: exits with 0 where the process beside it does what its `ROLE` says. An API
 * answers; a worker waits for jobs at the queue.
 */
const patienceMs = 8_000;
const environment = parseEnvironment(process.env);
setTimeout(() => process.exit(1), patienceMs);
const healthy = environment.ROLE === 'worker' ? waitsForJobs(environment) : answers(environment);
process.exit((await healthy.catch(() => false)) ? 0 : 1);

async function answers({ PORT }: Environment): Promise<boolean> {
  const response = await fetch(`http://127.0.0.1:${PORT}/healthz`, { signal: AbortSignal.timeout(5_000) });
  return response.ok;
}

/** BullMQ names its workers' connections; one of them must come from this container. */
async function waitsForJobs({ REDIS_URL, NAMESPACE }: Environment): Promise<boolean> {
  const redis = new Redis(REDIS_URL, { connectTimeout: 3_000, retryStrategy: () => null });
  redis.on('error', () => undefined);
  const queue = new Queue(queueNames.index, {
    connection: redis,
    prefix: namesOf(NAMESPACE).keys,
    skipMetasUpdate: true,
  });
  const own = new Set(Object.values(networkInterfaces()).flatMap((all = []) => all.map(({ address }) => address)));
  const workers = await queue.getWorkers();
  return workers.some(({ addr = '' }) => own.has(addr.slice(0, addr.lastIndexOf(':')).replace(/^\[|\]$/g, '')));
}
