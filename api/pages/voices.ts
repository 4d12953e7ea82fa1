import { Router } from '@koa/router';
import type { Context } from 'koa';
import { z } from 'zod';
import { DisplayName } from '../../domain/accounts/display-name.ts';
import { FacetQuery } from '../../domain/discovery/schema.ts';
import { VoiceProblem } from '../../domain/reviews/problems.ts';
import { ReviewText, Stars } from '../../domain/reviews/schema.ts';
import { TagText } from '../../domain/tags/schema.ts';
import type { Reader } from '../../ui/messages/messages.ts';
import { reportAddress } from '../../ui/pages/report-page.ts';
import { reviewPage, type ReviewState } from '../../ui/pages/voices/review-page.ts';
import { tagsPage } from '../../ui/pages/voices/tags-page.ts';
import type { VoicesNote } from '../../ui/pages/voices/voices-part.ts';
import { workAddress } from '../../ui/search/work-address.ts';
import { PageProblem } from '../page-problems.ts';
import { problem } from '../problems.ts';
import type { Session } from '../sessions.ts';
import { pageContext, showPage } from '../show-page.ts';
import type { PageDeps } from './deps.ts';
import { field, goOn, readForm, refuseForeignForm, told } from './forms.ts';
import { logInFirst } from './log-in-first.ts';
import { visitorOf } from './visitor.ts';
import { waitingFor } from './work-voices.ts';

const tagsInCloud = 150;

/** Rating, reviewing and tagging works by plain forms, and the cloud of all tags. */
export function voiceRoutes(deps: PageDeps): Router {
  const { accounts, catalogue, publicUrl, reviews, search, sessions, tags } = deps;
  const router = new Router();

  /** Undefined where one has to log in first: then that is where the answer leads. */
  function visiting(ctx: Context, next: string): Session | undefined {
    const session = visitorOf(ctx);
    if (!session) logInFirst(ctx, next, publicUrl);
    return session;
  }
  const actorOf = ({ account: { _id: patron, municipality } }: Session) => ({ patron, municipality });

  /** What a form of the page of a work does, and what is told of it there. */
  async function act(ctx: Context, session: Session, work: string, { t }: Reader): Promise<VoicesNote> {
    const actor = actorOf(session);
    const review = field(ctx, 'review');
    const tone = 'done';
    switch (field(ctx, 'do')) {
      case 'rate': {
        const stars = Stars.safeParse(Number(field(ctx, 'stars')));
        if (!stars.success) return { tone: 'refused', text: t('voices.noStars') };
        await reviews.ratings.rate(actor, work, stars.data);
        return { tone, text: t('voices.told.rated') };
      }
      case 'unrate':
        await reviews.ratings.unrate(actor.patron, work);
        return { tone, text: t('voices.told.unrated') };
      case 'delete':
        await reviews.withdraw(actor.patron, review);
        return { tone, text: t('voices.told.deleted'), undo: review };
      case 'undo':
        await reviews.bringBack(actor, review);
        return { tone, text: t('voices.told.undone') };
      case 'helpful':
        await reviews.vote(actor, review, true);
        return { tone, text: t('voices.told.helpful') };
      case 'unhelpful':
        await reviews.vote(actor, review, false);
        return { tone, text: t('voices.told.unhelpful') };
      case 'tag':
        await tags.add(actor, work, TagText.parse(field(ctx, 'tag')));
        return { tone, text: t('voices.told.tagged') };
      case 'untag':
        await tags.remove(actor.patron, work, TagText.parse(field(ctx, 'tag')));
        return { tone, text: t('voices.told.untagged') };
      default:
        throw problem('invalid-request');
    }
  }

  router.post('/works/:id/voices', readForm, async (ctx) => {
    const work = ctx.params['id'] ?? '';
    const session = visiting(ctx, `${workAddress(work)}#voices`);
    if (!session) return;
    const { reader } = pageContext(ctx, publicUrl);
    try {
      refuseForeignForm(ctx, publicUrl, session);
      await sessions.leaveNote(ctx, await act(ctx, session, work, reader));
    } catch (error) {
      const text = error instanceof z.ZodError ? reader.t('account.invalid') : told(error, reader).text;
      await sessions.leaveNote(ctx, { tone: 'refused', text } satisfies VoicesNote);
    }
    goOn(ctx, `${workAddress(work)}?told#voices`);
  });

  async function writing(
    ctx: Context,
  ): Promise<(ReviewState & { session: Session; review: string | undefined }) | undefined> {
    const work = await catalogue.workDetail(ctx.params['id'] ?? '');
    if (!work) throw new PageProblem('missing');
    const session = visiting(ctx, `${workAddress(work.id)}/review`);
    if (!session) return undefined;
    const { reader } = pageContext(ctx, publicUrl);
    const { patron } = actorOf(session);
    const [own, rating, waiting] = await Promise.all([
      reviews.ofWork(work.id, patron, { order: 'newest', page: 1, size: 1 }),
      reviews.ratings.of(work.id, patron),
      waitingFor(deps, reader, session.account.municipality),
    ]);
    const there = own.reviews.find(({ yours }) => yours);
    return {
      session,
      review: there?.review._id,
      reader,
      visitor: { name: session.account.name, csrfToken: session.csrfToken },
      work,
      text: there?.review ?? {},
      stars: rating.yours,
      displayName: session.account.displayName,
      typedName: undefined,
      version: there?.review.version,
      current: undefined,
      refused: undefined,
      waiting,
    };
  }

  function show(ctx: Context, state: ReviewState, status = 200): void {
    const title = state.reader.t('review.title', { title: state.work.title });
    showPage(ctx, { ...pageContext(ctx, publicUrl), title, script: 'voices', main: reviewPage(state) });
    ctx.set('cache-control', 'no-store');
    ctx.status = status;
  }

  router.get('/works/:id/review', async (ctx) => {
    const state = await writing(ctx);
    if (state) show(ctx, state);
  });

  router.post('/works/:id/review', readForm, async (ctx) => {
    const state = await writing(ctx);
    if (!state) return;
    const { session, review, work, reader } = state;
    const actor = actorOf(session);
    const stars = field(ctx, 'stars') === '' ? undefined : Number(field(ctx, 'stars'));
    const wish = { title: field(ctx, 'title'), text: field(ctx, 'text'), spoiler: field(ctx, 'spoiler') !== '', language: field(ctx, 'language') }; // prettier-ignore
    const typed = { ...state, text: wish, stars, typedName: field(ctx, 'displayName') };
    try {
      refuseForeignForm(ctx, publicUrl, session);
      const text = ReviewText.parse(wish);
      if (session.account.displayName === undefined)
        await accounts.setDisplayName(actor.patron, DisplayName.parse(typed.typedName));
      const given = Number(field(ctx, 'version'));
      const { done, review: kept } =
        review === undefined
          ? { done: true, ...(await reviews.write(actor, work.id, text)) }
          : await reviews.change(actor, review, { version: given, text });
      if (!done) return show(ctx, { ...typed, version: kept.version, current: ReviewText.parse(kept) }, 409);
      if (stars !== undefined) await reviews.ratings.rate(actor, work.id, Stars.parse(stars));
      const waits = kept.standing.state !== 'published';
      await sessions.leaveNote(ctx, { tone: 'done', text: reader.t(waits ? 'voices.told.waits' : 'voices.told.reviewed') } satisfies VoicesNote); // prettier-ignore
      goOn(ctx, `${workAddress(work.id)}?told#voices`);
    } catch (error) {
      const { text, status } = error instanceof z.ZodError ? { text: reader.t('account.invalid'), status: 400 } : told(error, reader); // prettier-ignore
      show(ctx, { ...typed, refused: text }, status);
    }
  });

  /** Words are shown without whose they are: reporting one leads to a tag of somebody else's that says it. */
  router.get('/tags/report', async (ctx) => {
    const asked = (name: string) => [ctx.query[name]].flat().at(-1);
    const session = visiting(ctx, `${ctx.path}${ctx.search}`);
    if (!session) return;
    const text = TagText.safeParse(asked('tag'));
    const found = text.success && (await tags.ofAnother(session.account._id, text.data, asked('work')).catch(missing));
    if (!found) throw new PageProblem('missing');
    goOn(ctx, reportAddress({ kind: 'tag', id: found._id }));
  });

  router.get('/tags', async (ctx) => {
    const context = pageContext(ctx, publicUrl);
    const { reader } = context;
    const { values } = await search.facet('tag', FacetQuery.parse({ size: tagsInCloud }));
    const shown = values.map(({ value: key, count: works }) => ({ key, works }));
    const [title, description] = [reader.t('tags.cloud'), reader.t('tags.cloudLead')];
    showPage(ctx, {
      ...context,
      title,
      description,
      canonical: '/tags',
      script: 'voices',
      main: tagsPage(reader, shown),
    });
  });

  return router;
}

function missing(error: unknown): never {
  throw error instanceof VoiceProblem ? new PageProblem('missing') : error;
}
