import type { Context, Middleware } from 'koa';
import type { Session, Sessions } from '../sessions.ts';

/**
 * Learns who reads a page, where the browser brings a session. Pages stand without that: where sessions cannot be asked
 * for, they are drawn for nobody.
 */
export function visitors({ sessions }: { sessions: Pick<Sessions, 'current'> }): Middleware {
  return async function visitorKnown(ctx, next) {
    if (!/^\/(api|assets|healthz|readyz|metrics|feeds)(\/|$)/.test(ctx.path)) {
      ctx.state['visitor'] = await sessions.current(ctx).catch(() => undefined);
    }
    await next();
  };
}

/** Who reads the page; undefined for somebody who has not logged in. */
export function visitorOf(ctx: Context): Session | undefined {
  const session: Session | undefined = ctx.state['visitor'];
  return session;
}
