import { Router } from '@koa/router';
import type { Context } from 'koa';
import { z } from 'zod';
import { Byline, CommentedOn, CommentText } from '../../domain/comments/schema.ts';
import { localDate } from '../../domain/local-date.ts';
import type { CommentsState } from '../../ui/pages/comments-part.ts';
import { refusalText } from '../../ui/refusals.ts';
import { authorOf } from '../author.ts';
import { PageProblem } from '../page-problems.ts';
import { pageContext } from '../show-page.ts';
import type { PageDeps } from './deps.ts';
import { field, goOn, readForm, refuseForeignForm, told } from './forms.ts';
import { logInFirst } from './log-in-first.ts';
import { visitorOf } from './visitor.ts';

/** Left for the page that follows a form: told once, on what it is about. */
const LeftNote = z.object({
  /** What they are on. */
  comments: z.string(),
  tone: z.enum(['done', 'refused']),
  text: z.string(),
  form: z.string().optional(),
  draft: z.object({ text: z.string(), byline: z.string() }).optional(),
});
type LeftNote = z.infer<typeof LeftNote>;

type Deps = Pick<PageDeps, 'accounts' | 'comments' | 'consortium' | 'sessions' | 'publicUrl'>;

/** What comments on something are drawn from, for the page that they stand on (`commentsPart`). */
export async function commentsOn(
  deps: Deps,
  ctx: Context,
  on: CommentedOn,
  /** What was left for the page, where it has been taken already. */
  taken?: { readonly note: unknown },
): Promise<CommentsState> {
  const { comments, sessions, publicUrl } = deps;
  const session = visitorOf(ctx);
  const { reader, visitor } = pageContext(ctx, publicUrl);
  const asked = Number([ctx.query['comments']].flat().at(-1));
  const page = Number.isInteger(asked) && asked > 0 ? Math.min(asked, 1_000) : 1;
  const [{ threads, pages }, counts, byline, waiting, left] = await Promise.all([
    comments.threads(on, session?.account._id, page),
    comments.counts(on.kind, [on.id]),
    session && bylineOf(deps, session.account._id),
    session && waitingFor(deps, reader, session.account.municipality),
    taken ? taken.note : session && sessions.takeNote(ctx),
  ]);
  const note = LeftNote.safeParse(left).data;
  return {
    reader,
    visitor,
    on,
    address: addressOf(on),
    threads,
    count: counts.get(on.id) ?? 0,
    page,
    pages,
    byline,
    waiting,
    note: note?.comments === keyOf(on) ? note : undefined,
  };
}

/** The name that somebody is likely to write under: what they want to be called, or were called the last time. */
export const bylineOf = async (
  { accounts, comments }: Pick<PageDeps, 'accounts' | 'comments'>,
  patron: string,
): Promise<string | undefined> =>
  (await accounts.displayNames([patron])).get(patron) ?? (await comments.lastByline(patron));

/** Why patrons of a municipality cannot write yet; undefined where they can. */
export async function waitingFor(
  { consortium }: Pick<PageDeps, 'consortium'>,
  reader: CommentsState['reader'],
  municipality: string,
): Promise<string | undefined> {
  const { live, starts } = await consortium.begun('takePart', municipality, localDate(new Date()));
  return live ? undefined : refusalText(reader, 'community-not-started', { municipality, starts });
}

/** Takes the forms of comments, wherever they stand, and leads back to where they do. */
export function commentRoutes(deps: Deps): Router {
  const { comments, sessions, publicUrl } = deps;
  const router = new Router();
  router.post('/comments', readForm, async (ctx) => {
    const session = visitorOf(ctx);
    const { reader } = pageContext(ctx, publicUrl);
    const on = CommentedOn.safeParse({ kind: field(ctx, 'kind'), id: field(ctx, 'on') }).data;
    if (!on) throw new PageProblem('invalid');
    const address = addressOf(on);
    if (!session) return logInFirst(ctx, `${address}#comments`, publicUrl);
    const typed = { text: field(ctx, 'text'), byline: field(ctx, 'byline') };
    const form = field(ctx, 'parent') || field(ctx, 'comment') || undefined;
    const leave = (note: Omit<LeftNote, 'comments'>) => sessions.leaveNote(ctx, { comments: keyOf(on), ...note });
    try {
      refuseForeignForm(ctx, publicUrl, session);
      goOn(ctx, await act(ctx, { on, author: authorOf(session.account), typed, leave }));
    } catch (error) {
      const text = error instanceof z.ZodError ? reader.t('comments.invalid') : told(error, reader).text;
      await leave({ tone: 'refused', text, form, draft: typed });
      goOn(ctx, `${address}#${form === undefined ? 'comments' : `comment-${form}`}`);
    }
  });
  return router;

  async function act(ctx: Context, { on, author, typed, leave }: { on: CommentedOn; author: ReturnType<typeof authorOf>; typed: { text: string; byline: string }; leave(note: Omit<LeftNote, 'comments'>): Promise<void> }): Promise<string> {
    const { reader: { t } } = pageContext(ctx, publicUrl);
    const address = addressOf(on);
    const id = field(ctx, 'comment');
    switch (field(ctx, 'do')) {
      case 'remove':
        await comments.remove(author.patron, id);
        await leave({ tone: 'done', text: t('comments.deleted') });
        return `${address}#comments`;
      case 'change': {
        const wish = { version: z.coerce.number().int().parse(field(ctx, 'version')), text: CommentText.parse(typed.text) };
        const { done } = await comments.change(author.patron, id, wish);
        if (!done) await leave({ tone: 'refused', text: t('comments.stale'), form: id });
        return `${address}#comment-${id}`;
      }
      default: {
        const wish = { text: CommentText.parse(typed.text), byline: Byline.parse(typed.byline) };
        const parent = field(ctx, 'parent') || undefined;
        const { _id, standing } = await comments.write(author, { on, ...wish, ...(parent !== undefined && { parent }) });
        if (standing.state !== 'published') await leave({ tone: 'done', text: t('comments.sentPending') });
        return `${address}#comment-${_id}`;
      }
    }
  } // prettier-ignore
}

const addressOf = ({ kind, id }: CommentedOn): string => `/${kind}s/${encodeURIComponent(id)}`;
const keyOf = ({ kind, id }: CommentedOn): string => `${kind}:${id}`;
