import { randomUUID } from 'node:crypto';
import { Worker, type Job, type Telemetry } from 'bullmq';
import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { ImportJob, keptMetrics, queueNames } from '../config/queues.ts';
import type { Harvests } from '../domain/harvest/service.ts';
import type { Imports } from '../domain/imports/service.ts';

export interface ImporterDeps {
  readonly imports: Pick<Imports, 'run' | 'due' | 'tidy'>;
  readonly harvests: Pick<Harvests, 'beginDue'>;
  /** Hands imports to the queue, whose workers carry them on. */
  readonly takeImports: (ids: readonly string[]) => Promise<void>;
  readonly redis: Redis;
  readonly logger: Logger;
}

/** By which this process is known to the imports it carries on. */
const worker = randomUUID();

/** A worker that has been silent for so long loses the job; `carryImportsOn` hands its import out anew. */
const lockMs = 10_000;

/** Carries imports of the queue on, one after the other. Returns a function that stops it after the batch in hand. */
export function startImporters(
  deps: ImporterDeps & { queuePrefix: string; telemetry?: Telemetry },
): () => Promise<void> {
  const { imports, redis, queuePrefix, telemetry, logger } = deps;
  const stopping = new AbortController();
  const importers = new Worker(
    queueNames.imports,
    (job: Job) => imports.run(ImportJob.parse(job.data).import, { worker, signal: stopping.signal }),
    {
      connection: redis,
      prefix: queuePrefix,
      concurrency: 1,
      lockDuration: lockMs,
      stalledInterval: lockMs / 2,
      maxStalledCount: 0,
      metrics: keptMetrics,
      ...(telemetry && { telemetry }),
    },
  );
  importers.on('error', (error) => logger.warn({ err: error }, 'Imports wait for Redis'));
  importers.on('failed', (job, error) => logger.warn({ err: error, job: job?.id }, 'An import will be tried again'));
  return async () => {
    stopping.abort();
    await importers.close();
  };
}

/** Hands imports to the queue that have lost their worker or their job; where there is no queue, carries them on itself. */
export async function carryImportsOn(
  { imports, takeImports, redis }: ImporterDeps,
  signal: AbortSignal,
): Promise<void> {
  const due = await imports.due();
  if (due.length === 0) return;
  if (redis.status === 'ready') return takeImports(due);
  for (const id of due) {
    if (signal.aborted) return;
    await imports.run(id, { worker, signal });
  }
}
