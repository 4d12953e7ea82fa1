import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { ChangeRepository } from '../domain/changes/repository.ts';

export interface Metrics {
  readonly requests: Histogram;
  /** The Prometheus text format. */
  text(): Promise<{ type: string; body: string }>;
}

export function createMetrics({ changes }: { changes: Pick<ChangeRepository, 'counts'> }): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'lastu_http_request_duration_seconds',
    help: 'Time to answer, by route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  });
  const waiting: Gauge<'state'> = new Gauge({
    name: 'lastu_changes',
    help: 'Rows of the change line by state: open and ready ones are on their way to the index, failed ones need staff',
    labelNames: ['state'],
    registers: [registry],
    async collect(): Promise<void> {
      const counts = await changes.counts().catch(() => undefined);
      if (!counts) return waiting.reset();
      for (const [state, count] of Object.entries(counts)) waiting.set({ state }, count);
    },
  });
  return { requests, text: async () => ({ type: registry.contentType, body: await registry.metrics() }) };
}
