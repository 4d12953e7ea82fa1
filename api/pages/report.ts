import { Router } from '@koa/router';
import type { Context } from 'koa';
import { ReportNote, ReportReason, reportReasons, VoiceKind } from '../../domain/moderation/schema.ts';
import { reportPage, type ReportState } from '../../ui/pages/report-page.ts';
import { PageProblem } from '../page-problems.ts';
import { pageContext, showPage } from '../show-page.ts';
import type { PageDeps } from './deps.ts';
import { field, readForm, refuseForeignForm, told } from './forms.ts';
import { logInFirst } from './log-in-first.ts';
import { visitorOf } from './visitor.ts';

/** The page on which a text is reported, of whatever kind: without scripts. */
export function reportRoutes({ moderation, publicUrl }: Pick<PageDeps, 'moderation' | 'publicUrl'>): Router {
  const router = new Router();

  /** Undefined where one has to log in first. */
  async function reporting(ctx: Context & { params: Record<string, string> }): Promise<ReportState | undefined> {
    const session = visitorOf(ctx);
    if (!session) {
      logInFirst(ctx, ctx.path, publicUrl);
      return undefined;
    }
    const kind = VoiceKind.safeParse(ctx.params['kind']).data;
    const id = String(ctx.params['id']);
    const text = kind && (await moderation.published({ kind, id }));
    if (!kind || !text) throw new PageProblem('missing');
    const { reader, visitor } = pageContext(ctx, publicUrl);
    if (!visitor) throw new PageProblem('missing');
    const words = [text.title, text.text].filter(Boolean).join(' – ');
    return { reader, visitor, text: { kind, id }, words, back: text.about.address || '/', reasons: reportReasons, done: false }; // prettier-ignore
  }
  function show(ctx: Context, state: ReportState, status = 200): void {
    const title = state.reader.t('report.title');
    showPage(ctx, { ...pageContext(ctx, publicUrl), title, script: 'account', main: reportPage(state) });
    ctx.set('cache-control', 'no-store');
    ctx.status = status;
  }

  router.get('/report/:kind/:id', async (ctx) => {
    const state = await reporting(ctx);
    if (state) show(ctx, state);
  });
  router.post('/report/:kind/:id', readForm, async (ctx) => {
    const state = await reporting(ctx);
    const session = visitorOf(ctx);
    if (!state || !session) return;
    try {
      refuseForeignForm(ctx, publicUrl, session);
      const reason = ReportReason.catch('other').parse(field(ctx, 'reason'));
      const note = ReportNote.catch('').parse(field(ctx, 'note'));
      await moderation.report(session.account._id, state.text, { reason, note });
      show(ctx, { ...state, done: true });
    } catch (error) {
      const { text, status } = told(error, state.reader);
      show(ctx, { ...state, refused: text }, status);
    }
  });
  return router;
}
