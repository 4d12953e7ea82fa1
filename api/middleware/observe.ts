import { randomUUID } from 'node:crypto';
import type { Context, Middleware, Next } from 'koa';
import type { Logger } from 'pino';
import type { Tracing } from '../../config/tracing.ts';
import { loggedPath } from '../logged-path.ts';
import type { Metrics } from '../metrics.ts';

interface ObserveDeps {
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly tracing?: Tracing | undefined;
}

/** Gives every request an id, a line in the log once it is answered, a place in the metrics and, where they are wanted, a trace. */
export function observe({ logger, metrics, tracing }: ObserveDeps): Middleware {
  async function answer(ctx: Context, next: Next, requestId: string) {
    const start = performance.now();
    try {
      await next();
    } finally {
      const seconds = (performance.now() - start) / 1000;
      metrics.requests.observe({ method: ctx.method, route: routeOf(ctx), status: String(ctx.status) }, seconds);
      const level = ctx.status >= 500 ? 'warn' : 'debug';
      // the path without its query: what people look for is nobody's business
      logger[level](
        { requestId, method: ctx.method, path: loggedPath(ctx.path), status: ctx.status, seconds },
        'answered',
      );
    }
  }

  return async function observed(ctx, next) {
    const requestId = randomUUID();
    ctx.state['requestId'] = requestId;
    ctx.set('x-request-id', requestId);
    if (!tracing) return answer(ctx, next, requestId);
    await tracing.request({ method: ctx.method, headers: ctx.headers, requestId }, async () => {
      await answer(ctx, next, requestId);
      return { route: routeOf(ctx), status: ctx.status };
    });
  };
}

/** The template of the address, as the table of routes has it. */
const routeOf = (ctx: Context): string => String(ctx['_matchedRoute'] ?? 'none');
