import { Router } from '@koa/router';
import type { Context } from 'koa';
import { z } from 'zod';
import { Audience } from '../../domain/catalogue/schema.ts';
import { TipProblem } from '../../domain/tips/problems.ts';
import type { ShownTip } from '../../domain/tips/service.ts';
import { plainText } from '../../ui/markdown.ts';
import { tipForm, type TipFormState } from '../../ui/pages/tip-form.ts';
import { tipAddress, tipName, tipsAddress } from '../../ui/pages/tip-part.ts';
import { tipPage, tipsPage } from '../../ui/pages/tips-page.ts';
import { authorOf } from '../author.ts';
import { PageProblem } from '../page-problems.ts';
import { pageContext, showPage } from '../show-page.ts';
import { bylineOf, commentsOn, waitingFor } from './comments.ts';
import type { PageDeps } from './deps.ts';
import { goOn, readForm, refuseForeignForm, told } from './forms.ts';
import { tipDrafts, type TipWriting } from './tip-draft.ts';
import { logInFirst } from './log-in-first.ts';
import { visitorOf } from './visitor.ts';

const onPage = 20;
const LeftNote = z.object({ tips: z.literal(true), tone: z.enum(['done', 'refused']), text: z.string() });
type ParamContext = Context & { params: Record<string, string> };

/** Tips: all of them, one by itself, and the form in which they are written. None needs a script. */
export function tipRoutes(deps: PageDeps): Router {
  const { comments, sessions, tips, publicUrl } = deps;
  const drafts = tipDrafts(deps);
  const router = new Router();
  const last = (ctx: Context, name: string) => [ctx.query[name]].flat().at(-1);

  router.get('/tips', async (ctx) => {
    const context = pageContext(ctx, publicUrl);
    const { reader, home } = context;
    const audience = Audience.optional().catch(undefined).parse(last(ctx, 'audience'));
    const byStaff = last(ctx, 'byStaff') === 'true';
    const page = z.coerce.number().int().min(1).max(500).catch(1).parse(last(ctx, 'page'));
    const work = last(ctx, 'work');
    const wish = { page, size: onPage, audience, work, ...(byStaff && { byStaff }) };
    const { total, tips: found } = await tips.page(wish, visitorOf(ctx)?.account._id);
    const counts = await comments.counts('tip', found.map(({ tip }) => tip._id)); // prettier-ignore
    const note = visitorOf(ctx) && LeftNote.safeParse(await sessions.takeNote(ctx)).data;
    const pages = Math.max(1, Math.ceil(total / onPage));
    const main = tipsPage({ reader, home, audience, byStaff, tips: found, comments: counts, page, pages, note });
    const canonical = page === 1 && work === undefined && !byStaff ? tipsAddress({ audience }) : undefined;
    showPage(ctx, { ...context, title: reader.t('tips.title'), description: reader.t('tips.intro'), script: 'tips', canonical, main }); // prettier-ignore
  });

  router.get('/tips/new', async (ctx) => {
    const works = [ctx.query['work']].flat().filter((id) => id !== undefined).slice(0, 10); // prettier-ignore
    const by = await writing(ctx, '/tips/new');
    if (by) showForm(ctx, await drafts.begin(by, { works }));
  });
  router.post('/tips/new', readForm, (ctx) => takeForm(ctx, '/tips/new'));

  router.get('/tips/:id/edit', async (ctx) => {
    const shown = await own(ctx);
    if (!shown) return;
    const { tip } = shown;
    const by = await writing(ctx, `${tipAddress(tip._id)}/edit`);
    const works = tip.works.map(({ id }) => id);
    if (by) showForm(ctx, await drafts.begin(by, { works, version: tip.version, typed: { ...tip, find: '' } }));
  });
  router.post('/tips/:id/edit', readForm, async (ctx) => {
    const shown = await own(ctx);
    if (shown) await takeForm(ctx, `${tipAddress(shown.tip._id)}/edit`, shown);
  });

  router.get('/tips/:id', async (ctx) => {
    const context = pageContext(ctx, publicUrl);
    const { reader, home } = context;
    const shown = await seen(ctx);
    const { tip } = shown;
    const main = tipPage({
      reader,
      home,
      shown,
      address: `${publicUrl}${tipAddress(tip._id)}`,
      comments: await commentsOn(deps, ctx, { kind: 'tip', id: tip._id }),
    });
    const canonical = tip.standing.state === 'published' ? tipAddress(tip._id) : undefined;
    const card = shown.works[0]?.id === undefined ? undefined : `/works/${encodeURIComponent(shown.works[0].id)}/card.png`; // prettier-ignore
    showPage(ctx, { ...context, title: tipName(shown), description: plainText(tip.text, 200), script: 'tips', canonical, card, main }); // prettier-ignore
  });
  return router;

  async function seen(ctx: ParamContext): Promise<ShownTip> {
    try {
      return await tips.find(String(ctx.params['id']), visitorOf(ctx)?.account._id);
    } catch (error) {
      throw error instanceof TipProblem ? new PageProblem('missing') : error;
    }
  }

  /** A tip of the visitor’s own; undefined where one has to log in first. */
  async function own(ctx: ParamContext): Promise<ShownTip | undefined> {
    if (!visitorOf(ctx)) {
      logInFirst(ctx, ctx.path, publicUrl);
      return undefined;
    }
    const shown = await seen(ctx);
    if (!shown.own) throw new PageProblem('forbidden');
    return shown;
  }

  /** Undefined where one has to log in first. */
  async function writing(ctx: Context, address: string): Promise<TipWriting | undefined> {
    const session = visitorOf(ctx);
    const { reader } = pageContext(ctx, publicUrl);
    if (!session) {
      logInFirst(ctx, `${ctx.path}${ctx.search}`, publicUrl);
      return undefined;
    }
    const { account, csrfToken } = session;
    const [byline, waiting] = await Promise.all([
      bylineOf(deps, account._id),
      waitingFor(deps, reader, account.municipality),
    ]);
    return { author: authorOf(account), reader, csrfToken, address, byline, waiting };
  }

  function showForm(ctx: Context, state: TipFormState, status = 200): void {
    const title = state.reader.t(state.version === undefined ? 'tips.write' : 'tips.edit');
    showPage(ctx, { ...pageContext(ctx, publicUrl), title, script: 'tips', main: tipForm(state) });
    ctx.set('cache-control', 'no-store');
    ctx.status = status;
  }

  async function takeForm(ctx: Context, address: string, changed?: ShownTip): Promise<void> {
    const by = await writing(ctx, address);
    if (!by) return;
    try {
      refuseForeignForm(ctx, publicUrl, visitorOf(ctx));
    } catch (error) {
      const { text, status } = told(error, by.reader);
      return showForm(ctx, { ...(await drafts.begin(by, { works: [] })), refused: text }, status);
    }
    const came = await drafts.take(ctx, by, changed);
    if ('form' in came) return showForm(ctx, came.form, came.status);
    if (came.done === 'written') return goOn(ctx, tipAddress(came.id));
    await sessions.leaveNote(ctx, { tips: true, tone: 'done', text: by.reader.t('tips.deleted') });
    goOn(ctx, tipsAddress());
  }
}
