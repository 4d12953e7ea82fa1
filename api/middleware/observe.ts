import { randomUUID } from 'node:crypto';
import type { Middleware } from 'koa';
import type { Logger } from 'pino';
import type { Metrics } from '../metrics.ts';

/** Gives every request an id, a line in the log once it is answered, and a place in the metrics. */
export function observe({ logger, metrics }: { logger: Logger; metrics: Metrics }): Middleware {
  return async function observed(ctx, next) {
    const requestId = randomUUID();
    ctx.state['requestId'] = requestId;
    ctx.set('x-request-id', requestId);
    const start = performance.now();
    try {
      await next();
    } finally {
      const seconds = (performance.now() - start) / 1000;
      const route = String(ctx['_matchedRoute'] ?? 'none');
      metrics.requests.observe({ method: ctx.method, route, status: String(ctx.status) }, seconds);
      const level = ctx.status >= 500 ? 'warn' : 'debug';
      // the path without its query: what people look for is nobody's business
      logger[level]({ requestId, method: ctx.method, path: ctx.path, status: ctx.status, seconds }, 'answered');
    }
  };
}
