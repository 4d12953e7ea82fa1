import { Router } from '@koa/router';
import type { Connections } from '../config/connections.ts';
import { currentMeta, sameMeta, type Aliases } from '../indexer/aliases.ts';
import type { Analysis } from '../indexer/analysis/analysis.ts';
import type { Metrics } from './metrics.ts';

interface HealthDeps {
  readonly connections: Connections;
  readonly aliases: Aliases;
  readonly analysis: Analysis;
  readonly metrics: Metrics;
}

/**
 * `/healthz`: this process answers. `/readyz`: it can serve readers, which takes MongoDB and a usable index; Redis is told
 * too, but its absence only delays changes; so is how Finnish words are read, and why by rules only where libvoikko is missing.
 * `/metrics`: Prometheus.
 */
export function healthRoutes({ connections, aliases, analysis, metrics }: HealthDeps): Router {
  const router = new Router();
  router.get('/healthz', (ctx) => {
    ctx.body = { status: 'ok' };
  });
  router.get('/readyz', async (ctx) => {
    const [mongodb, redis, index] = await Promise.all([
      told(() => connections.database.command({ ping: 1 })),
      told(() => connections.redis.ping()),
      told(async () => {
        const meta = await aliases.meta();
        if (!meta) throw new Error('no index stands');
        if (!sameMeta(meta, currentMeta(analysis.version))) throw new Error('made by another version');
      }),
    ]);
    const ready = mongodb === 'ok' && index === 'ok';
    ctx.status = ready ? 200 : 503;
    ctx.set('cache-control', 'no-store');
    const { version, morphology, reason } = analysis;
    ctx.body = {
      status: ready ? 'ready' : 'not ready',
      checks: { mongodb, redis, index },
      analysis: version,
      morphology,
      ...(reason && { reason }),
    };
  });
  router.get('/metrics', async (ctx) => {
    const { type, body } = await metrics.text();
    ctx.type = type;
    ctx.body = body;
  });
  return router;
}

const patienceMs = 2_000;

/** `ok`, or one word on what is wrong: never an address or a message of the engine. */
async function told(
  check: () => Promise<unknown>,
): Promise<'ok' | 'away' | 'no index stands' | 'made by another version'> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('late')), patienceMs);
  });
  try {
    await Promise.race([check(), late]);
    return 'ok';
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    return message === 'no index stands' || message === 'made by another version' ? message : 'away';
  } finally {
    clearTimeout(timer);
  }
}
