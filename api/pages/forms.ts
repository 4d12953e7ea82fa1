import { bodyParser } from '@koa/bodyparser';
import type { Context, Middleware } from 'koa';
import { AccountProblem } from '../../domain/accounts/problems.ts';
import { CommentProblem } from '../../domain/comments/problems.ts';
import { TipProblem } from '../../domain/tips/problems.ts';
import { ModerationProblem } from '../../domain/moderation/problems.ts';
import { VoiceProblem } from '../../domain/reviews/problems.ts';
import { ListProblem } from '../../domain/lists/problems.ts';
import { TooFast } from '../../domain/pace.ts';
import { z } from 'zod';
import { StaffRefusal } from '../../domain/staff/problems.ts';
import { Refusal } from '../../domain/circulation/refusal.ts';
import { SavedSearchProblem } from '../../domain/saved-searches/problems.ts';
import type { Reader } from '../../ui/messages/messages.ts';
import { refusalText } from '../../ui/refusals.ts';
import { problem, ProblemError } from '../problems.ts';
import { refuseForged, refuseOtherSites, type SessionOf } from '../sessions.ts';

/** Reads the fields of a form that one of our pages has sent. */
export const readForm: Middleware = bodyParser({ enableTypes: ['form'], formLimit: '64kb' });

/** A field of the form, without spaces around it; empty where it was not sent. */
export const field = (ctx: Context, name: string): string => fields(ctx, name).at(-1) ?? '';

/** All values of a field that is sent for each thing chosen. */
export function fields(ctx: Context, name: string): string[] {
  const body: unknown = ctx.request.body;
  if (typeof body !== 'object' || body === null || !Object.hasOwn(body, name)) return [];
  const value: unknown = Object.entries(body).find(([key]) => key === name)?.[1];
  return [value].flat().flatMap((one) => (typeof one === 'string' ? [one.trim()] : []));
}

/**
 * Refuses a form that one of our pages has not sent: it comes from this site, as the browser says, and brings the session's
 * token. That works without scripts as well.
 */
export function refuseForeignForm(ctx: Context, publicUrl: string, session?: SessionOf<unknown>): void {
  refuseOtherSites(ctx, publicUrl);
  if (session) refuseForged(ctx, session, field(ctx, 'csrf'));
}

/** An address that is a path of our own pages: nobody is led away by a link to us. Without what sends one round in a circle. */
export function ownPath(address: string | undefined): string | undefined {
  if (!address?.startsWith('/') || /^\/[/\\]|[\u0000-\u001f\\]/.test(address)) return undefined;
  const base = 'http://own.invalid';
  if (!URL.canParse(address, base)) return undefined;
  const { origin, pathname, search, hash } = new URL(address, base);
  if (
    origin !== base ||
    /^\/+((staff\/)?(login|logout)|staff\/invitation|api)(\/|$)/.test(pathname) ||
    pathname.startsWith('//')
  )
    return undefined;
  return `${pathname}${search}${hash}`;
}

/** The page of ours that a reader has come from. */
export function cameFrom(ctx: Context): string | undefined {
  const referrer = ctx.get('referer');
  if (!URL.canParse(referrer)) return undefined;
  const { host, pathname, search } = new URL(referrer);
  return host === ctx.host ? ownPath(`${pathname}${search}`) : undefined;
}

/** Leads on to another page, which is got anew. */
export function goOn(ctx: Context, path: string): void {
  ctx.set('cache-control', 'no-store');
  ctx.redirect(path);
  ctx.status = 303;
}

/** What was refused, in the reader's words, with the status that says the same. Anything else is thrown on. */
export function told(error: unknown, reader: Reader): { text: string; status: number } {
  if (error instanceof Refusal)
    return { text: refusalText(reader, error.reason, error.details), status: statusOf(problem(error.reason)) };
  if (error instanceof AccountProblem) {
    const { reason, retryAfterSeconds: seconds } = error;
    return { text: refusalText(reader, reason, { seconds }), status: statusOf(problem(reason)) };
  }
  if (error instanceof VoiceProblem || error instanceof SavedSearchProblem)
    return { text: refusalText(reader, error.reason, error.about), status: statusOf(problem(error.reason)) };
  if (error instanceof ListProblem)
    return { text: refusalText(reader, error.reason, error.about), status: statusOf(problem(error.reason)) };
  if (error instanceof TooFast)
    return { text: refusalText(reader, 'too-fast', { seconds: error.seconds }), status: statusOf(problem('too-fast')) };
  if (error instanceof ModerationProblem) {
    const { reason, about } = error;
    const minutes = typeof about['seconds'] === 'number' ? Math.ceil(about['seconds'] / 60) : undefined;
    return { text: refusalText(reader, reason, { ...about, minutes }), status: statusOf(problem(reason)) };
  }
  if (error instanceof CommentProblem || error instanceof TipProblem)
    return { text: refusalText(reader, error.reason), status: statusOf(problem(error.reason)) };
  if (error instanceof StaffRefusal) {
    const isWrong = error.reason === 'credentials-wrong' || error.reason === 'code-wrong';
    return { text: reader.t(`staffAccount.refused.${error.reason}`), status: isWrong ? 401 : 400 };
  }
  if (error instanceof z.ZodError) return { text: reader.t('staffAccount.refused.invalid'), status: 400 };
  if (error instanceof ProblemError && /:(cross-site|csrf-token-wrong)$/.test(error.problem.type))
    return { text: reader.t('account.crossSite'), status: 403 };
  throw error;
}

const statusOf = ({ problem: { status } }: ProblemError) => status;
