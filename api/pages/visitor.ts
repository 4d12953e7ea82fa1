import type { Context, Middleware } from 'koa';
import type { Session, Sessions, StaffSession, StaffSessions } from '../sessions.ts';

interface Deps {
  readonly sessions: Pick<Sessions, 'current'>;
  readonly staffSessions: Pick<StaffSessions, 'current'>;
}

/**
 * Learns who reads a page, where the browser brings a session: of a patron, or, on the pages of staff, of somebody who works
 * here. Pages stand without that: where sessions cannot be asked for, they are drawn for nobody.
 */
export function visitors({ sessions, staffSessions }: Deps): Middleware {
  return async function visitorKnown(ctx, next) {
    if (isOfStaff(ctx)) ctx.state['worker'] = await staffSessions.current(ctx).catch(() => undefined);
    else if (!/^\/(api|assets|healthz|readyz|metrics|feeds)(\/|$)/.test(ctx.path))
      ctx.state['visitor'] = await sessions.current(ctx).catch(() => undefined);
    await next();
  };
}

/** Whether a path is of the pages of staff. */
export const isOfStaff = (ctx: Context): boolean => /^\/staff(\/|$)/.test(ctx.path);

/** Which patron reads the page; undefined for somebody who has not logged in, and on the pages of staff. */
export function visitorOf(ctx: Context): Session | undefined {
  const session: Session | undefined = ctx.state['visitor'];
  return session;
}

/** Who of the staff reads the page; undefined for somebody who has not logged in, and on the pages of patrons. */
export function workerSession(ctx: Context): StaffSession | undefined {
  const session: StaffSession | undefined = ctx.state['worker'];
  return session;
}
