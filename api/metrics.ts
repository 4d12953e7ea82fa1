import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Notices } from '../domain/notices/service.ts';
import type { ChangeRepository } from '../domain/changes/repository.ts';

export interface Metrics {
  readonly requests: Histogram;
  /** The Prometheus text format. */
  text(): Promise<{ type: string; body: string }>;
}

export function createMetrics({
  changes,
  notices,
}: {
  changes: Pick<ChangeRepository, 'counts'>;
  notices: Pick<Notices, 'counts'>;
}): Metrics {
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
        const now = await counts().catch(() => undefined);
        if (!now) return this.reset();
        for (const [state, count] of Object.entries(now)) this.set({ state }, count);
      },
    });
  counted(
    'lastu_changes',
    'Rows of the change line by state: open and ready ones are on their way to the index, failed ones need staff',
    () => changes.counts(),
  );
  counted('lastu_letters', 'Letters to patrons by state: failed ones were given up', () => notices.counts());
  return { requests, text: async () => ({ type: registry.contentType, body: await registry.metrics() }) };
}
