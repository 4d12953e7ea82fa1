import { bodyParser } from '@koa/bodyparser';
import { Router } from '@koa/router';
import type { Context } from 'koa';
import { z } from 'zod';
import { importFormats } from '../../domain/lists/import.ts';
import { daysToRestore, ListText } from '../../domain/lists/schema.ts';
import { localDate } from '../../domain/local-date.ts';
import { listsPage, type ShownLists } from '../../ui/pages/account/lists.ts';
import { listPath } from '../../ui/pages/list/list-state.ts';
import { refusalText } from '../../ui/refusals.ts';
import type { Session } from '../sessions.ts';
import { pageContext, showPage } from '../show-page.ts';
import type { PageDeps } from './deps.ts';
import { field, goOn, refuseForeignForm, told } from './forms.ts';
import { logInFirst } from './log-in-first.ts';
import { visitorOf } from './visitor.ts';

const address = '/account/lists';
/** As much as the API takes. */
const readForm = bodyParser({ enableTypes: ['form'], formLimit: '3mb' });

const LeftNote = z.object({ tone: z.enum(['done', 'refused']), text: z.string(), deleted: z.string().optional() });
type LeftNote = z.infer<typeof LeftNote>;

type Came =
  | { readonly note: LeftNote }
  | { readonly goTo: string; readonly note?: LeftNote }
  | { readonly report: NonNullable<ShownLists['report']> };

/** A patron's lists: making, bringing, copying, merging, deleting and bringing back, by forms that need no script. */
export function accountListRoutes({ lists, sessions, consortium, publicUrl }: PageDeps): Router {
  const router = new Router();

  async function show(ctx: Context, session: Session, came?: Exclude<Came, { goTo: string }>, status = 200) {
    const { account } = session;
    const { _id: patron, municipality } = account;
    const context = pageContext(ctx, publicUrl);
    const { reader } = context;
    const note = came ? ('note' in came ? came.note : undefined) : LeftNote.safeParse(await sessions.takeNote(ctx)).data; // prettier-ignore
    const [seen, saved, deleted, { live, starts }] = await Promise.all([
      lists.ofPatron(patron),
      lists.everybodys.savedBy(patron),
      lists.deletedOf(patron),
      consortium.begun('takePart', municipality, localDate(new Date())),
    ]);
    const goneOn = (at: Date | undefined) => localDate(new Date((at?.getTime() ?? 0) + daysToRestore * 86_400_000));
    const main = listsPage(
      {
        reader,
        visitor: { name: account.name, csrfToken: session.csrfToken },
        address,
        card: undefined,
        children: [],
        note: note && note.deleted === undefined ? { ...note, about: {} } : undefined,
        waiting: undefined,
      },
      {
        lists: seen,
        saved,
        deleted: deleted.map(({ _id: id, title, deletedAt }) => ({ id, title, goneOn: goneOn(deletedAt) })),
        undo: note?.deleted === undefined ? undefined : { id: note.deleted, text: note.text },
        report: came && 'report' in came ? came.report : undefined,
        waiting: live ? undefined : refusalText(reader, 'community-not-started', { municipality, starts }),
      },
    );
    showPage(ctx, { ...context, title: reader.t('account.lists'), script: 'list', main });
    ctx.set('cache-control', 'no-store');
    ctx.status = status;
  }

  async function act(ctx: Context, { account }: Session): Promise<Came> {
    const { t, locale } = pageContext(ctx, publicUrl).reader;
    const actor = { patron: account._id, municipality: account.municipality };
    const id = field(ctx, 'list');
    const make = async (title: string) => (await lists.create(actor, ListText.parse({ title, language: locale }))).list;
    const titleOf = async (of: string) => (await lists.find(of, actor.patron)).list.title;
    const done = (text: string, more: Partial<LeftNote> = {}): Came => ({ note: { tone: 'done', text, ...more } });
    switch (field(ctx, 'do')) {
      case 'make':
        return { goTo: listPath((await make(field(ctx, 'title')))._id) };
      case 'copy': {
        const { list } = await lists.copy(id, actor);
        return { goTo: listPath(list._id), note: { tone: 'done', text: t('list.copied') } };
      }
      case 'delete': {
        const title = await titleOf(id);
        await lists.remove(id, actor.patron);
        return done(t('list.deleted', { title }), { deleted: id });
      }
      case 'restore':
        return done(t('list.restored', { title: (await lists.restore(id, actor.patron)).list.title }));
      case 'leave': {
        const { list } = await lists.find(id, actor.patron);
        const own = list.members.find(({ patron }) => patron === actor.patron);
        if (own) await lists.removeMember(id, actor.patron, own.id);
        return done(t('list.left', { title: list.title }));
      }
      case 'unsave':
        await lists.everybodys.unsave(actor.patron, id);
        return done(t('publicLists.told.unsaved'));
      case 'merge': {
        const into = field(ctx, 'into');
        if (into === id) return { note: { tone: 'refused', text: t('list.mergeSame') } };
        return done(t('list.merged', { ...(await lists.merge(into, actor, id)) }));
      }
      default: {
        const text = field(ctx, 'text');
        if (text === '') return { note: { tone: 'refused', text: t('list.importEmpty') } };
        const format = z.enum(importFormats).safeParse(field(ctx, 'format')).data ?? guessedFormat(text);
        const into = field(ctx, 'into') || (await make(t('list.importNewTitle')))._id;
        const came = await lists.importEntries({ id: into, actor, format, text });
        return { report: { id: into, title: await titleOf(into), came } };
      }
    }
  }

  const loggedIn = (ctx: Context): Session | undefined => {
    const session = visitorOf(ctx);
    if (!session) logInFirst(ctx, address, publicUrl);
    return session;
  };

  router.get(address, async (ctx) => {
    const session = loggedIn(ctx);
    if (session) await show(ctx, session);
  });

  router.post(address, readForm, async (ctx) => {
    const session = loggedIn(ctx);
    if (!session) return;
    const { reader } = pageContext(ctx, publicUrl);
    try {
      refuseForeignForm(ctx, publicUrl, session);
      const came = await act(ctx, session);
      if ('report' in came) return await show(ctx, session, came);
      if (came.note) await sessions.leaveNote(ctx, came.note);
      return goOn(ctx, 'goTo' in came ? came.goTo : address);
    } catch (error) {
      const { text, status } = error instanceof z.ZodError ? { text: reader.t('account.invalid'), status: 400 } : told(error, reader); // prettier-ignore
      return show(ctx, session, { note: { tone: 'refused', text } }, status);
    }
  });

  return router;
}

/** A table has words in it; what is nothing but numbers is a list of them. */
const guessedFormat = (text: string): (typeof importFormats)[number] =>
  /\p{L}{2}/u.test(text.replace(/isbn/gi, '').slice(0, 5_000)) || /^\ufeff?"?isbn/i.test(text) ? 'csv' : 'isbn';
