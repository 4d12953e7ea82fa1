import { Router } from '@koa/router';
import type { Context } from 'koa';
import { z } from 'zod';
import { Audience } from '../../domain/catalogue/schema.ts';
import { SearchQuery } from '../../domain/discovery/schema.ts';
import { TipProblem } from '../../domain/tips/problems.ts';
import { NewTip } from '../../domain/tips/schema.ts';
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
import { field, fields, goOn, readForm, refuseForeignForm, told } from './forms.ts';
import { visitorOf } from './visitor.ts';

const onPage = 20;
const worksFound = 8;
const LeftNote = z.object({ tips: z.literal(true), tone: z.enum(['done', 'refused']), text: z.string() });
type ParamContext = Context & { params: Record<string, string> };

/** Tips: all of them, one by itself, and the form in which they are written. None needs a script. */
export function tipRoutes(deps: PageDeps): Router {
  const { catalogue, comments, search, sessions, tips, publicUrl } = deps;
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
    const state = await writing(ctx, '/tips/new', { version: undefined, works });
    if (state) showForm(ctx, state);
  });
  router.post('/tips/new', readForm, (ctx) => takeForm(ctx, '/tips/new', undefined));

  router.get('/tips/:id/edit', async (ctx) => {
    const shown = await own(ctx);
    if (!shown) return;
    const { tip } = shown;
    const state = await writing(ctx, `${tipAddress(tip._id)}/edit`, { version: tip.version, works: tip.works.map(({ id }) => id) }); // prettier-ignore
    if (state) showForm(ctx, { ...state, typed: { ...tip, find: '' } });
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
    const main = tipPage({ reader, home, shown, comments: await commentsOn(deps, ctx, { kind: 'tip', id: tip._id }) });
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
      goOn(ctx, `/login?next=${encodeURIComponent(ctx.path)}`);
      return undefined;
    }
    const shown = await seen(ctx);
    if (!shown.own) throw new PageProblem('forbidden');
    return shown;
  }

  async function writing(
    ctx: Context,
    address: string,
    { version, works }: { version: number | undefined; works: readonly string[] },
  ): Promise<TipFormState | undefined> {
    const session = visitorOf(ctx);
    const { reader, visitor } = pageContext(ctx, publicUrl);
    if (!session || !visitor) {
      goOn(ctx, `/login?next=${encodeURIComponent(`${ctx.path}${ctx.search}`)}`);
      return undefined;
    }
    const [chosen, byline, waiting] = await Promise.all([
      catalogue.works(works),
      bylineOf(deps, session.account._id),
      waitingFor(deps, reader, session.account.municipality),
    ]);
    const typed = { title: '', text: '', byline: byline ?? '', audiences: audiencesOf(chosen), find: '' };
    return { reader, visitor, address, version, typed, chosen, found: undefined, waiting };
  }

  function showForm(ctx: Context, state: TipFormState, status = 200): void {
    const title = state.reader.t(state.version === undefined ? 'tips.write' : 'tips.edit');
    showPage(ctx, { ...pageContext(ctx, publicUrl), title, script: 'tips', main: tipForm(state) });
    ctx.set('cache-control', 'no-store');
    ctx.status = status;
  }

  async function takeForm(ctx: Context, address: string, changed: ShownTip | undefined): Promise<void> {
    const works = [...new Set(fields(ctx, 'works'))].slice(0, 20);
    const version = changed && (Number(field(ctx, 'version')) || changed.tip.version);
    const empty = await writing(ctx, address, { version, works });
    const session = visitorOf(ctx);
    if (!empty || !session) return;
    const { reader } = empty;
    const audiences = Audience.array().catch([]).parse(fields(ctx, 'audiences'));
    const typed = { title: field(ctx, 'title'), text: field(ctx, 'text'), byline: field(ctx, 'byline'), audiences, find: field(ctx, 'find') }; // prettier-ignore
    const state = { ...empty, typed };
    try {
      refuseForeignForm(ctx, publicUrl, session);
      if (field(ctx, 'do') === 'find') return showForm(ctx, { ...state, found: await found(ctx, typed.find) });
      if (field(ctx, 'do') === 'delete' && changed) {
        await tips.remove(session.account._id, changed.tip._id);
        await comments.removeAllOn({ kind: 'tip', id: changed.tip._id });
        await sessions.leaveNote(ctx, { tips: true, tone: 'done', text: reader.t('tips.deleted') });
        return goOn(ctx, tipsAddress());
      }
      const tip = NewTip.parse({ ...typed, works, language: reader.locale });
      const author = authorOf(session.account);
      if (!changed || version === undefined) return goOn(ctx, tipAddress((await tips.create(author, tip)).tip._id));
      const after = await tips.change(author, changed.tip._id, { version, tip });
      if (after.done) return goOn(ctx, tipAddress(changed.tip._id));
      showForm(ctx, { ...state, version: after.tip.version, refused: reader.t('tips.stale') }, 409);
    } catch (error) {
      if (error instanceof z.ZodError) return showForm(ctx, { ...state, refused: reader.t('tips.invalid') }, 400);
      const { text, status } = told(error, reader);
      showForm(ctx, { ...state, refused: text }, status);
    }
  }

  async function found(ctx: Context, words: string): Promise<TipFormState['found']> {
    if (words === '') return undefined;
    const { locale } = pageContext(ctx, publicUrl);
    const query = SearchQuery.safeParse({ q: words, size: String(worksFound), lang: locale });
    return query.success ? (await search.search({ ...query.data, facets: [] })).items : [];
  }
}

/** Whom works are for, as far as they say. */
const audiencesOf = (works: readonly { audience?: Audience | undefined }[]): Audience[] => [
  ...new Set(works.flatMap(({ audience }) => audience ?? [])),
];
