import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { KoaAdapter } from '@bull-board/koa';
import type { Queue } from 'bullmq';
import type { Middleware } from 'koa';
import { mayActAs } from '../domain/staff/schema.ts';
import type { Analysis } from '../indexer/analysis/analysis.ts';
import { goOn } from './pages/forms.ts';
import { workerSession } from './pages/visitor.ts';
import { problem } from './problems.ts';
import { refuseOtherSites } from './sessions.ts';

const path = '/staff/queues';

interface JobBoardDeps {
  readonly queues: readonly Queue[];
  readonly analysis: Pick<Analysis, 'morphology'>;
  readonly publicUrl: string;
}

/**
 * bull-board over the given queues at `/staff/queues`, beside the page of jobs, for experts. It has no accounts of its own:
 * it opens to staff who have logged in, and changes nothing for those who are no admins. Its title says so where libvoikko is
 * missing.
 */
export function jobBoard({ queues, analysis, publicUrl }: JobBoardDeps): Middleware {
  const boardOf = (readOnlyMode: boolean) => {
    const adapter = new KoaAdapter().setBasePath(path);
    createBullBoard({
      queues: queues.map((queue) => new BullMQAdapter(queue, { readOnlyMode })),
      serverAdapter: adapter,
      options: { uiConfig: { boardTitle: boardTitle(analysis) } },
    });
    return adapter.registerPlugin();
  };
  const [readOnly, whole] = [boardOf(true), boardOf(false)];

  return async function boardGuarded(ctx, next) {
    if (!isBelow(ctx.path)) return next();
    const session = workerSession(ctx);
    if (!session) {
      if (ctx.method === 'GET' && ctx.accepts(['json', 'html']) === 'html')
        return goOn(ctx, `/staff/login?next=${path}`);
      throw problem('unauthorized');
    }
    const { roles } = session.account;
    if (!mayActAs(roles, 'staff')) throw problem('not-allowed');
    const isAdmin = mayActAs(roles, 'admin');
    if (ctx.method !== 'GET' && ctx.method !== 'HEAD') {
      // the board knows nothing of our tokens: its own page alone can send these
      if (ctx.get('sec-fetch-site') === '' && ctx.get('origin') === '') throw problem('cross-site');
      refuseOtherSites(ctx, publicUrl);
      if (!isAdmin) throw problem('not-allowed');
    }
    // its page brings styles and settings within itself
    ctx.set(
      'content-security-policy',
      "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; frame-ancestors 'none'",
    );
    return isAdmin ? whole(ctx, next) : readOnly(ctx, next);
  };
}

/** Staff are told where searches are worse than they should be: nothing else on the board would show it. */
export const boardTitle = ({ morphology }: Pick<Analysis, 'morphology'>) =>
  morphology === 'voikko' ? 'LASTU' : 'LASTU: libvoikko is missing, Finnish is searched by rules only';

const isBelow = (requested: string) => requested === path || requested.startsWith(`${path}/`);
