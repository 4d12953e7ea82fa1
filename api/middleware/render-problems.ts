import { randomUUID } from 'node:crypto';
import { errors as engineErrors } from '@elastic/elasticsearch';
import type { Context, Middleware } from 'koa';
import { MongoError } from 'mongodb';
import type { Logger } from 'pino';
import { AccountProblem } from '../../domain/accounts/problems.ts';
import { Refusal } from '../../domain/circulation/refusal.ts';
import { CommentProblem } from '../../domain/comments/problems.ts';
import { TipProblem } from '../../domain/tips/problems.ts';
import { ListProblem } from '../../domain/lists/problems.ts';
import { ModerationProblem } from '../../domain/moderation/problems.ts';
import { VoiceProblem } from '../../domain/reviews/problems.ts';
import { LetterNotSent } from '../../domain/memory-list/letters.ts';
import { MemoryListFull } from '../../domain/memory-list/service.ts';
import { StaffRefusal } from '../../domain/staff/problems.ts';
import { TooFast } from '../../domain/pace.ts';
import { IndexUnusable } from '../../indexer/search/index-guard.ts';
import { InvalidCursor } from '../../indexer/search/query.ts';
import { SavedSearchProblem } from '../../domain/saved-searches/problems.ts';
import { loggedPath } from '../logged-path.ts';
import { problem, ProblemError } from '../problems.ts';
import { SessionsAway } from '../sessions.ts';
import { isStaffProblem } from '../staff-problems.ts';

/**
 * The outermost middleware: turns whatever was thrown, and paths nobody serves, into a problem (RFC 9457). An unknown
 * error is logged whole and shown as an id only: answers carry neither stacks nor queries (ASVS 16.5.1).
 */
export function renderProblems({ logger }: { logger: Logger }): Middleware {
  return async function problemsRendered(ctx, next) {
    try {
      await next();
      if (ctx.status === 404 && ctx.body === undefined) throw problem('not-found');
      if (ctx.status === 405 && ctx.body === undefined) throw problem('method-not-allowed');
    } catch (error) {
      const { problem: shown, headers } = asProblem(error, ctx, logger);
      ctx.status = shown.status;
      ctx.set({ 'cache-control': 'no-store', ...headers });
      ctx.body = shown;
      ctx.type = 'application/problem+json';
    }
  };
}

const refused = ({ reason, details: { rule, ...about } }: Refusal) =>
  problem(reason, { ...(rule !== undefined && { rule }), ...(Object.keys(about).length > 0 && { about }) });

const accountProblem = ({ reason, retryAfterSeconds: seconds }: AccountProblem) =>
  problem(reason, {}, seconds === undefined ? {} : { 'retry-after': String(seconds) });

const limitProblem = ({ reason, about }: ListProblem | SavedSearchProblem | VoiceProblem) =>
  problem(reason, Object.keys(about).length > 0 ? { about } : {});

/** Whoever has to wait is told for how long; what is about the rest is told as it is. */
function moderationProblem({ reason, about: { seconds, ...about } }: ModerationProblem): ProblemError {
  const headers: Record<string, string> = seconds === undefined ? {} : { 'retry-after': String(seconds) };
  return problem(reason, Object.keys(about).length > 0 ? { about } : {}, headers);
}

const retryLater = { 'retry-after': '5' };

/** What an error means to a caller; unknown ones are logged under the id that the caller is shown. */
export function asProblem(error: unknown, ctx: Context, logger: Logger): ProblemError {
  if (error instanceof ProblemError) return error;
  if (error instanceof Refusal) return refused(error);
  if (error instanceof AccountProblem) return accountProblem(error);
  if (error instanceof ListProblem || error instanceof SavedSearchProblem || error instanceof VoiceProblem)
    return limitProblem(error);
  if (error instanceof ModerationProblem) return moderationProblem(error);
  if (error instanceof CommentProblem || error instanceof TipProblem) return problem(error.reason);
  if (error instanceof StaffRefusal && isStaffProblem(error.reason)) return problem(error.reason);
  if (error instanceof TooFast)
    return problem('too-fast', { about: { seconds: error.seconds } }, { 'retry-after': String(error.seconds) });
  if (error instanceof LetterNotSent) return problem('letter-not-sent', {}, retryLater);
  if (error instanceof MemoryListFull) return problem('memory-list-full');
  if (error instanceof InvalidCursor) return problem('cursor-invalid');
  if (error instanceof IndexUnusable) return problem('search-unavailable', {}, retryLater);
  if (isHttpError(error)) {
    return problem(error.status === 413 ? 'payload-too-large' : 'invalid-request', { detail: error.message });
  }
  const instance = `urn:uuid:${randomUUID()}`;
  logger.error(
    { err: withoutRequest(error), instance, path: loggedPath(ctx.path), requestId: ctx.state['requestId'] },
    'A request failed',
  );
  if (isAwayEngine(error)) return problem('search-unavailable', { instance }, retryLater);
  if (error instanceof MongoError || error instanceof SessionsAway)
    return problem('storage-unavailable', { instance }, retryLater);
  return problem('internal-error', { instance });
}

/** An engine's error carries the request that failed, and with it what someone looked for: that stays out of the log. */
function withoutRequest(error: unknown): unknown {
  if (!(error instanceof engineErrors.ElasticsearchClientError)) return error;
  const { name: type, message, stack } = error;
  return { type, message, stack, ...(error instanceof engineErrors.ResponseError && { statusCode: error.statusCode }) };
}

/** Errors that koa's own parts throw for what a client got wrong. */
function isHttpError(error: unknown): error is { status: number; message: string } {
  if (!(error instanceof Error) || !('expose' in error) || error.expose !== true || !('status' in error)) return false;
  return typeof error.status === 'number' && error.status >= 400 && error.status < 500;
}

function isAwayEngine(error: unknown): boolean {
  if (error instanceof engineErrors.ResponseError) return [404, 429, 502, 503, 504].includes(error.statusCode ?? 0);
  return (
    error instanceof engineErrors.ConnectionError ||
    error instanceof engineErrors.TimeoutError ||
    error instanceof engineErrors.NoLivingConnectionsError
  );
}
