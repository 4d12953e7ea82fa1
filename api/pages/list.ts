import { Router } from '@koa/router';
import type { Context } from 'koa';
import { html, nothing } from 'lit';
import { z } from 'zod';
import { SearchQuery } from '../../domain/discovery/schema.ts';
import { ListProblem } from '../../domain/lists/problems.ts';
import { ListText, MemberName, Order } from '../../domain/lists/schema.ts';
import type { SeenList } from '../../domain/lists/service.ts';
import { localDate } from '../../domain/local-date.ts';
import { readerOf } from '../../ui/messages/messages.ts';
import { commentsPart } from '../../ui/pages/comments-part.ts';
import { joinPage, invitationPath, type JoinState } from '../../ui/pages/list/join-page.ts';
import { listPage } from '../../ui/pages/list/list-page.ts';
import { isOpen, listPath, viewAddress, type ListState, type ListView } from '../../ui/pages/list/list-state.ts';
import { refusalText } from '../../ui/refusals.ts';
import { homeOf } from '../../ui/search/home.ts';
import { invitationAddress, listAddress } from '../list-address.ts';
import { PageProblem } from '../page-problems.ts';
import { addressLocale } from '../page-request.ts';
import type { ShowCard } from '../show-card.ts';
import { pageContext, showPage } from '../show-page.ts';
import { closing } from '../closing.ts';
import { commentsOn } from './comments.ts';
import type { PageDeps } from './deps.ts';
import { field, goOn, readForm, refuseForeignForm, told } from './forms.ts';
import { listActs, typedIn, type ListCame } from './list-acts.ts';
import { logInFirst } from './log-in-first.ts';
import { visitorOf } from './visitor.ts';

const pageSize = 50;

const LeftNote = z.object({
  /** Of comments: told by them. */
  comments: z.undefined().optional(),
  tone: z.enum(['done', 'refused']),
  text: z.string(),
  moved: z.string().optional(),
  undo: z.object({ work: z.string(), note: z.string(), before: z.string().optional() }).optional(),
});

/** The page of a list, for whoever may read it, and what its forms do. */
export function listRoutes(deps: PageDeps, showCard: ShowCard): Router {
  const { lists, search, sessions, consortium, publicUrl } = deps;
  const router = new Router();
  const acts = listActs(lists);

  const find = (id: string, patron: string | undefined): Promise<SeenList> =>
    lists.find(id, patron).catch((error: unknown) => {
      throw error instanceof ListProblem ? new PageProblem('missing') : error;
    });

  async function waitingOf(ctx: Context): Promise<string | undefined> {
    const municipality = visitorOf(ctx)?.account.municipality;
    if (municipality === undefined) return undefined;
    const { live, starts } = await consortium.begun('takePart', municipality, localDate(new Date()));
    const { reader } = pageContext(ctx, publicUrl);
    return live ? undefined : refusalText(reader, 'community-not-started', { municipality, starts });
  }

  /** The works of a view; the whole list where the search is away. */
  async function worksOf(ctx: Context, id: string, { q, available, order, page }: ListView) {
    const patron = visitorOf(ctx)?.account._id;
    const wish = SearchQuery.parse({ q, ...(available && { available: 'true' }) });
    const ask = (narrowed: boolean) =>
      lists.entries.page(id, patron, {
        order,
        page,
        size: pageSize,
        narrow: narrowed ? (works) => search.among(works, wish) : undefined,
      });
    const narrowed = q !== '' || available;
    try {
      return { ...(await ask(narrowed)), searchAway: false };
    } catch (error) {
      if (!narrowed || error instanceof ListProblem || closing(ctx)?.aborted) throw error;
      return { ...(await ask(false)), searchAway: true };
    }
  }

  async function show(ctx: Context, came?: ListCame, status = 200): Promise<void> {
    const session = visitorOf(ctx);
    const patron = session?.account._id;
    const { list, role, count } = await find(ctx.params['id'] ?? '', patron);
    const context = pageContext(ctx, publicUrl);
    const { reader, locale, home, own } = context;
    const view = viewIn(ctx);
    const { total, entries, searchAway } = await worksOf(ctx, list._id, view);
    const left = came ? undefined : session && (await sessions.takeNote(ctx));
    const note = came && 'note' in came ? came.note : LeftNote.safeParse(left).data;
    const at = note?.moved === undefined ? -1 : entries.findIndex(({ entry }) => entry._id === note.moved);
    const place = (view.page - 1) * pageSize + at + 1;
    const isIn = role === 'owner' || list.members.some((one) => one.patron === patron);
    const state: ListState = {
      reader,
      visitor: context.visitor,
      list: { ...list, id: list._id },
      role,
      count,
      view,
      total,
      entries,
      pageSize,
      own: homeOf({ branch: [], municipality: [] }, own, locale),
      home,
      address: listAddress(list._id, publicUrl),
      publicUrl,
      members: isIn ? list.members.map(({ id, name, role: does, patron: who }) => ({ id, name, role: does, you: who === patron })) : [], // prettier-ignore
      invitations: role === 'owner' ? list.invitations.filter(({ expiresAt }) => expiresAt.getTime() > Date.now()) : [],
      invited: came && 'invited' in came ? { address: invitationAddress(list._id, came.invited.token, publicUrl), expiresAt: came.invited.expiresAt } : undefined, // prettier-ignore
      note: note && (at < 0 ? note : { ...note, text: reader.t('list.moved', { title: note.text, place }) }),
      conflict: came && 'conflict' in came ? came.conflict : undefined,
      typed: came && 'typed' in came ? came.typed : undefined,
      waiting: await waitingOf(ctx),
      searchAway,
      saved: patron !== undefined && (await lists.everybodys.hasSaved(patron, list._id)),
    };
    const shared = list.visibility !== 'private';
    const comments = shared ? await commentsOn(deps, ctx, { kind: 'list', id: list._id }, { note: left }) : undefined;
    showPage(ctx, {
      ...context,
      title: list.title,
      description: list.description.slice(0, 300) || reader.t('list.count', { n: count }),
      script: 'list',
      canonical: list.visibility === 'public' && isOpen(list) ? listPath(list._id) : undefined,
      feed: isOpen(list) ? `/feeds/lists/${encodeURIComponent(list._id)}.atom` : undefined,
      card: isOpen(list) ? `${listPath(list._id)}/card.png` : undefined,
      main: html`${listPage(state)}${comments ? commentsPart(comments) : nothing}`,
    });
    if (session) ctx.set('cache-control', 'private, no-store');
    ctx.status = status;
  }

  router.get('/lists/:id', (ctx) => show(ctx));

  router.post('/lists/:id', readForm, async (ctx) => {
    const id = ctx.params['id'] ?? '';
    const session = visitorOf(ctx);
    const here = viewAddress(id, viewIn(ctx));
    if (!session) return logInFirst(ctx, here, publicUrl);
    const { reader } = pageContext(ctx, publicUrl);
    const { _id: patron, municipality } = session.account;
    try {
      refuseForeignForm(ctx, publicUrl, session);
      const act = acts[field(ctx, 'do')];
      if (!act) throw new PageProblem('invalid');
      const came = await act({ ctx, reader, id, actor: { patron, municipality } });
      if (!('note' in came)) return await show(ctx, came, 'conflict' in came ? 409 : 200);
      await sessions.leaveNote(ctx, came.note);
      return goOn(ctx, 'goTo' in came ? came.goTo : here);
    } catch (error) {
      if (error instanceof ListProblem && error.reason === 'list-not-found') throw new PageProblem('missing');
      if (error instanceof PageProblem) throw error;
      const refused =
        error instanceof z.ZodError ? { text: reader.t('list.invalid'), status: 400 } : told(error, reader);
      return show(ctx, { note: { tone: 'refused', text: refused.text }, typed: typedIn(ctx) }, refused.status);
    }
  });

  function showJoin(ctx: Context, more: Pick<JoinState, 'token' | 'name' | 'refused'>, status = 200): void {
    const context = pageContext(ctx, publicUrl);
    const { reader, visitor } = context;
    const main = joinPage({ reader, visitor, id: ctx.params['id'] ?? '', ...more });
    showPage(ctx, { ...context, title: reader.t('list.joinTitle'), script: 'list', main });
    ctx.set('cache-control', 'private, no-store');
    ctx.status = status;
  }

  router.get('/lists/:id/invitation', (ctx) => {
    const name = visitorOf(ctx)?.account.name.split(' ')[0] ?? '';
    showJoin(ctx, { token: '', name });
  });

  router.post('/lists/:id/invitation', readForm, async (ctx) => {
    const id = ctx.params['id'] ?? '';
    const session = visitorOf(ctx);
    if (!session) return logInFirst(ctx, invitationPath(id), publicUrl);
    const { reader } = pageContext(ctx, publicUrl);
    const { _id: patron, municipality } = session.account;
    const [name, token] = [field(ctx, 'name'), field(ctx, 'token').replace(/^.*#/, '')];
    try {
      refuseForeignForm(ctx, publicUrl, session);
      await lists.join(id, { patron, municipality }, { token: token.slice(0, 100), name: MemberName.parse(name) });
      await sessions.leaveNote(ctx, { tone: 'done', text: reader.t('list.joined') });
      return goOn(ctx, listPath(id));
    } catch (error) {
      const refused =
        error instanceof z.ZodError ? { text: reader.t('account.invalid'), status: 400 } : told(error, reader);
      return showJoin(ctx, { token, name, refused: refused.text }, refused.status);
    }
  });

  router.get('/lists/:id/card.png', async (ctx) => {
    const { t } = readerOf(addressLocale(ctx));
    const { list, count } = await find(ctx.params['id'] ?? '', undefined);
    const { title, byline } = ListText.parse(list);
    const author = byline === '' ? undefined : t('list.by', { name: byline });
    await showCard(ctx, { id: list._id, title, author, about: t('list.count', { n: count }), site: t('site.name') });
  });

  return router;
}

const View = z.object({
  q: z.string().trim().transform((text) => text.slice(0, 200)).catch(''),
  available: z.literal('true').transform(() => true).catch(false),
  order: Order.optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(2_000).catch(1),
}); // prettier-ignore

function viewIn(ctx: Context): ListView {
  const asked = (name: string) => [ctx.query[name]].flat().at(-1);
  const { order, ...view } = View.parse({ q: asked('q'), available: asked('available'), order: asked('order'), page: asked('page') }); // prettier-ignore
  return { ...view, order };
}
