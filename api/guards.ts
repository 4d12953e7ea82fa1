import type { Context, Middleware } from 'koa';
import { municipalityOn } from '../config/region/municipalities.ts';
import { localDate } from '../domain/local-date.ts';
import { mayActAs, type StaffRole } from '../domain/staff/schema.ts';
import { problem } from './problems.ts';
import {
  refuseForged,
  refuseOtherSites,
  type Session,
  type SessionOf,
  type Sessions,
  type SessionsOf,
  type StaffSession,
  type StaffSessions,
} from './sessions.ts';
import { staffOnly } from './staff-token.ts';

interface GuardDeps {
  readonly sessions: Sessions;
  readonly staffSessions: StaffSessions;
  readonly publicUrl: string;
  readonly staffToken: string | undefined;
}

export interface Guards {
  /** Whatever changes something comes from our own pages, or from no page. */
  readonly ownSite: Middleware;
  readonly patron: Middleware;
  /** Patrons, and where no patron has logged in, staff. */
  readonly patronOrStaff: Middleware;
  /** Anybody; what somebody changes who has logged in brings the session's token all the same. */
  readonly anybody: Middleware;
  /** Those with a role who have logged in as staff, or a script that brings the installation's token. */
  staff(role: StaffRole): Middleware;
}

/** Who may do what; a session that changes something brings its token. */
export function guardsOver({ sessions, staffSessions, publicUrl, staffToken }: GuardDeps): Guards {
  const byToken = staffOnly(staffToken);

  async function current<Account>(ctx: Context, of: SessionsOf<Account>): Promise<SessionOf<Account> | undefined> {
    const session = await of.current(ctx);
    if (session && ctx.method !== 'GET' && ctx.method !== 'HEAD') {
      refuseOtherSites(ctx, publicUrl);
      refuseForged(ctx, session);
    }
    return session;
  }
  const loggedIn = async (ctx: Context) => (ctx.state['session'] = await current(ctx, sessions));

  return {
    async ownSite(ctx, next) {
      if (ctx.method !== 'GET' && ctx.method !== 'HEAD') refuseOtherSites(ctx, publicUrl);
      await next();
    },
    async patron(ctx, next) {
      if (!(await loggedIn(ctx))) throw problem('unauthorized');
      await next();
    },
    async patronOrStaff(ctx, next) {
      if (!(await loggedIn(ctx))) {
        ctx.state['staffSession'] = await current(ctx, staffSessions);
        if (!staffSessionIn(ctx)) throw problem('unauthorized');
      }
      await next();
    },
    async anybody(ctx, next) {
      if (!(await loggedIn(ctx)) && ctx.method !== 'GET' && ctx.method !== 'HEAD') refuseOtherSites(ctx, publicUrl);
      await next();
    },
    staff: (role) =>
      async function staffOf(ctx, next) {
        if (ctx.get('authorization') !== '') return byToken(ctx, next);
        const session = await current(ctx, staffSessions);
        ctx.state['staffSession'] = session;
        if (!session && staffToken !== undefined) return byToken(ctx, next);
        if (!session) throw problem('unauthorized');
        if (!mayActAs(session.account.roles, role)) throw problem('not-allowed');
        await next();
      },
  };
}

/** The session of a request that a guard has let through. */
export function sessionOf(ctx: Context): Session {
  const session = sessionIn(ctx);
  if (!session) throw problem('unauthorized');
  return session;
}

/** The session of a request that a guard has let through, where there is one. */
export const sessionIn = (ctx: Context): Session | undefined => ctx.state['session'];

/** The session of somebody who works here; undefined for a script that brings the installation's token. */
export const staffSessionIn = (ctx: Context): StaffSession | undefined => ctx.state['staffSession'];

/** Refuses staff of another town than this, admins excepted: what a town decides for itself. Desk acts are the region's. */
export function ownTownOnly(ctx: Context, municipality: string): void {
  const session = staffSessionIn(ctx);
  if (!session || mayActAs(session.account.roles, 'admin')) return;
  const today = localDate(new Date());
  const townOf = (id: string) => municipalityOn(id, today)?.id;
  if (townOf(session.account.serves ?? '') !== townOf(municipality)) throw problem('not-allowed');
}

/** How whoever acts is named in what they leave: staff by their account, or the installation's token. */
export const actorOf = (ctx: Context): string => staffSessionIn(ctx)?.account._id ?? 'staff-token';
