import { Router } from '@koa/router';
import type { Context } from 'koa';
import { z } from 'zod';
import { ListText } from '../../domain/lists/schema.ts';
import { localDate } from '../../domain/local-date.ts';
import { addToListAddress, addToListPage } from '../../ui/pages/list/add-page.ts';
import type { ListNote } from '../../ui/pages/list/list-state.ts';
import { refusalText } from '../../ui/refusals.ts';
import { PageProblem } from '../page-problems.ts';
import type { Session } from '../sessions.ts';
import { pageContext, showPage } from '../show-page.ts';
import type { PageDeps } from './deps.ts';
import { field, goOn, readForm, refuseForeignForm, told } from './forms.ts';
import { logInFirst } from './log-in-first.ts';
import { visitorOf } from './visitor.ts';

const LeftNote = z.object({ tone: z.enum(['done', 'refused']), text: z.string() });

/** Adding a work to one's lists, by a page that needs no scripts; where there are some, it is shown in a dialog. */
export function addToListRoutes({ lists, catalogue, sessions, consortium, publicUrl }: PageDeps): Router {
  const router = new Router();

  async function workIn(ctx: Context): Promise<{ id: string; title: string }> {
    const [work] = await catalogue.works([ctx.params['id'] ?? '']);
    if (!work) throw new PageProblem('missing');
    return work;
  }

  const loggedIn = (ctx: Context): Session | undefined => {
    const session = visitorOf(ctx);
    if (!session) logInFirst(ctx, addToListAddress(ctx.params['id'] ?? ''), publicUrl);
    return session;
  };

  async function show(ctx: Context, { account, csrfToken }: Session, note?: ListNote, status = 200): Promise<void> {
    const work = await workIn(ctx);
    const context = pageContext(ctx, publicUrl);
    const { reader } = context;
    const { _id: patron, name, municipality } = account;
    const { live, starts } = await consortium.begun('takePart', municipality, localDate(new Date()));
    const found = await lists.forWork(patron, work.id);
    const main = addToListPage({
      reader,
      visitor: { name, csrfToken },
      work,
      lists: found.map(({ list, count, entry }) => ({ id: list._id, title: list.title, count, entry })),
      note: note ?? LeftNote.safeParse(await sessions.takeNote(ctx)).data,
      waiting: live ? undefined : refusalText(reader, 'community-not-started', { municipality, starts }),
    });
    showPage(ctx, { ...context, title: `${reader.t('list.addTitle')}: ${work.title}`, script: 'list', main });
    ctx.set('cache-control', 'no-store');
    ctx.status = status;
  }

  router.get('/works/:id/lists', async (ctx) => {
    const session = loggedIn(ctx);
    if (session) await show(ctx, session);
  });

  router.post('/works/:id/lists', readForm, async (ctx) => {
    const session = loggedIn(ctx);
    if (!session) return;
    const { reader } = pageContext(ctx, publicUrl);
    const { t, locale } = reader;
    const actor = { patron: session.account._id, municipality: session.account.municipality };
    const work = await workIn(ctx);
    try {
      refuseForeignForm(ctx, publicUrl, session);
      const isNew = field(ctx, 'do') === 'make';
      const { list } = isNew
        ? await lists.create(actor, ListText.parse({ title: field(ctx, 'title'), language: locale }))
        : await lists.find(field(ctx, 'list'), actor.patron);
      const { _id: id, title } = list;
      const out = field(ctx, 'do') === 'takeOut';
      if (out) await lists.entries.remove(id, actor, field(ctx, 'entry'));
      else await lists.entries.add(id, actor, { work: work.id, note: '' });
      await sessions.leaveNote(ctx, { tone: 'done', text: t(out ? 'list.takenOutOf' : 'list.addedTo', { title }) });
      return goOn(ctx, addToListAddress(work.id));
    } catch (error) {
      const { text, status } = error instanceof z.ZodError ? { text: t('account.invalid'), status: 400 } : told(error, reader); // prettier-ignore
      return show(ctx, session, { tone: 'refused', text }, status);
    }
  });

  return router;
}
