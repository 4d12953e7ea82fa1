import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { KoaAdapter } from '@bull-board/koa';
import type { Queue } from 'bullmq';
import type { Context, Middleware } from 'koa';
import type { Analysis } from '../indexer/analysis/analysis.ts';
import { problem } from './problems.ts';
import { givenSecret, sameSecret } from './staff-token.ts';

const path = '/staff/queues';

/**
 * bull-board over the given queues at `/staff/queues`. It has no accounts of its own, so it stays closed, as if it were
 * not there, unless a token is configured, and opens only to who gives it: as the password of HTTP Basic (any user
 * name), or as a bearer token. Its title says so where libvoikko is missing.
 */
export function jobBoard({ queues, token, analysis }: JobBoardDeps): Middleware {
  if (token === undefined) {
    return async function boardClosed(ctx, next) {
      if (isBelow(ctx.path)) throw problem('not-found');
      await next();
    };
  }
  const adapter = new KoaAdapter().setBasePath(path);
  createBullBoard({
    queues: queues.map((queue) => new BullMQAdapter(queue)),
    serverAdapter: adapter,
    options: { uiConfig: { boardTitle: boardTitle(analysis) } },
  });
  const board = adapter.registerPlugin();
  return async function boardGuarded(ctx, next) {
    if (!isBelow(ctx.path)) return next();
    if (!sameSecret(givenSecret(ctx, ['bearer', 'basic']), token)) {
      throw problem('unauthorized', {}, { 'www-authenticate': 'Basic realm="LASTU", charset="UTF-8"' });
    }
    if (ctx.method !== 'GET' && ctx.method !== 'HEAD' && isFromElsewhere(ctx)) {
      throw problem('unauthorized', { detail: 'Changes are taken from the board itself only' });
    }
    // its page brings styles and settings within itself
    ctx.set(
      'content-security-policy',
      "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; frame-ancestors 'none'",
    );
    return board(ctx, next);
  };
}

interface JobBoardDeps {
  readonly queues: readonly Queue[];
  readonly token: string | undefined;
  readonly analysis: Pick<Analysis, 'morphology'>;
}

/** Staff are told where searches are worse than they should be: nothing else on the board would show it. */
export const boardTitle = ({ morphology }: Pick<Analysis, 'morphology'>) =>
  morphology === 'voikko' ? 'LASTU' : 'LASTU: libvoikko is missing, Finnish is searched by rules only';

const isBelow = (requested: string) => requested === path || requested.startsWith(`${path}/`);

/** Browsers send Basic credentials with requests that other sites cause, too. */
function isFromElsewhere(ctx: Context): boolean {
  const site = ctx.get('sec-fetch-site');
  return site !== '' && site !== 'same-origin' && site !== 'none';
}
