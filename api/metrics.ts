import type { Queue } from 'bullmq';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Notices } from '../domain/notices/service.ts';
import type { ChangeRepository } from '../domain/changes/repository.ts';

export interface Metrics {
  readonly requests: Histogram;
  /** The Prometheus text format. */
  text(): Promise<{ type: string; body: string }>;
}

interface MetricsDeps {
  readonly changes: Pick<ChangeRepository, 'counts' | 'oldestWaiting'>;
  readonly notices: Pick<Notices, 'counts'>;
  readonly queues: readonly Pick<Queue, 'name' | 'getJobCounts' | 'getWorkersCount'>[];
}

export function createMetrics({ changes, notices, queues }: MetricsDeps): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'lastu_http_request_duration_seconds',
    help: 'Time to answer, by route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  });
  const counted = (name: string, help: string, counts: () => Promise<Record<string, number>>) =>
    new Gauge<'state'>({
      name,
      help,
      labelNames: ['state'],
      registers: [registry],
      async collect(): Promise<void> {
        this.reset();
        for (const [state, count] of Object.entries((await soon(counts())) ?? {})) this.set({ state }, count);
      },
    });
  counted(
    'lastu_changes',
    'Rows of the change line by state: open and ready ones are on their way to the index, failed ones need staff',
    () => changes.counts(),
  );
  counted('lastu_letters', 'Letters to patrons by state: failed ones were given up', () => notices.counts());
  registry.registerMetric(
    new Gauge({
      name: 'lastu_oldest_change_seconds',
      help: 'For how long the oldest change has waited for the index; 0 where none waits',
      registers: [],
      async collect() {
        const oldest = await soon(changes.oldestWaiting().then((at) => at ?? new Date()));
        if (oldest) this.set(Math.max(0, Date.now() - oldest.getTime()) / 1_000);
        else this.remove();
      },
    }),
  );
  registry.registerMetric(
    new Gauge<'state' | 'queue'>({
      name: 'lastu_jobs',
      help: 'Jobs of each queue by state: failed ones were given up',
      labelNames: ['state', 'queue'],
      registers: [],
      async collect() {
        this.reset();
        const states = ['waiting', 'delayed', 'active', 'failed'] as const;
        const found = await soon(
          Promise.all(queues.map(async (one) => [one.name, await one.getJobCounts(...states)] as const)),
        );
        for (const [queue, counts] of found ?? [])
          for (const state of states) this.set({ state, queue }, counts[state] ?? 0);
      },
    }),
  );
  registry.registerMetric(
    new Gauge<'queue'>({
      name: 'lastu_workers',
      help: 'Processes that take the jobs of each queue',
      labelNames: ['queue'],
      registers: [],
      async collect() {
        this.reset();
        const found = await soon(
          Promise.all(queues.map(async (one) => [one.name, await one.getWorkersCount()] as const)),
        );
        for (const [queue, workers] of found ?? []) this.set({ queue }, workers);
      },
    }),
  );
  return { requests, text: async () => ({ type: registry.contentType, body: await registry.metrics() }) };
}

/** What an engine tells of itself, where it does so before who asks has given up. */
const soon = <T>(told: Promise<T>): Promise<T | undefined> =>
  Promise.race([
    told.catch(() => undefined),
    new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), patienceMs).unref()),
  ]);
const patienceMs = 3_000;
