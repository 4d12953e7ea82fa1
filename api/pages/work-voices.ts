import type { Context } from 'koa';
import { z } from 'zod';
import { FacetQuery, type WorkDetail } from '../../domain/discovery/schema.ts';
import { localDate } from '../../domain/local-date.ts';
import { reviewOrders, type SeenReview } from '../../domain/reviews/service.ts';
import type { Reader } from '../../ui/messages/messages.ts';
import type { ShownReview } from '../../ui/pages/voices/review-part.ts';
import type { VoicesState } from '../../ui/pages/voices/voices-part.ts';
import { refusalText } from '../../ui/refusals.ts';
import type { PageDeps } from './deps.ts';
import { visitorOf } from './visitor.ts';

const Note = z.object({ tone: z.enum(['done', 'refused']), text: z.string(), undo: z.string().optional() });
const Wish = z.object({
  reviews: z.enum(reviewOrders).catch('helpful'),
  from: z.coerce.number().int().min(1).max(1_000).catch(1),
});
const reviewsOnPage = 10;
const mostSuggestions = 40;

type Deps = Pick<PageDeps, 'consortium' | 'reviews' | 'search' | 'sessions' | 'tags'>;

/** What the page of a work shows of its readers. */
export async function workVoices(
  ctx: Context,
  { id }: Pick<WorkDetail, 'id'>,
  reader: Reader,
  deps: Deps,
): Promise<VoicesState> {
  // prettier-ignore
  const { reviews, search, sessions, tags } = deps;
  const session = visitorOf(ctx);
  const patron = session?.account._id;
  const { reviews: order, from: page } = Wish.parse(ctx.query);
  const [rating, found, own, popular, waiting, note] = await Promise.all([
    reviews.ratings.of(id, patron),
    reviews.ofWork(id, patron, { order, page, size: reviewsOnPage }),
    tags.ofWork(id, patron),
    session
      ? search.facet('tag', FacetQuery.parse({ size: mostSuggestions })).catch(() => undefined) // the page stands without them
      : undefined,
    session ? waitingFor(deps, reader, session.account.municipality) : undefined,
    session && ctx.query['told'] !== undefined ? sessions.takeNote(ctx) : undefined,
  ]);
  // One's own stands first, so that it is not on the pages after.
  const first = page === 1 ? found : await reviews.ofWork(id, patron, { order, page: 1, size: 1 });
  return {
    reader,
    work: id,
    visitor: session && { name: session.account.name, csrfToken: session.csrfToken },
    rating,
    reviews: found.reviews.map(shownReview),
    total: found.total,
    hasReviewed: first.reviews.some(({ yours }) => yours),
    order,
    page,
    pages: Math.ceil(found.total / reviewsOnPage),
    tags: own,
    suggestions: popular?.values.map(({ label }) => label) ?? [],
    waiting,
    note: Note.safeParse(note).data,
  };
}

/** Why patrons of a municipality may not take part yet, in the reader's words. */
export async function waitingFor(
  { consortium }: Pick<Deps, 'consortium'>,
  reader: Reader,
  municipality: string,
): Promise<string | undefined> {
  // prettier-ignore
  const { live, starts } = await consortium.begun('takePart', municipality, localDate(new Date()));
  return live ? undefined : refusalText(reader, 'community-not-started', { municipality, starts });
}

function shownReview({ review, by, stars, helpful, yours, helpedYou }: SeenReview): ShownReview {
  const { _id: id, title, text, spoiler, language, createdAt, changedAt, version, standing } = review;
  return {
    id,
    by,
    stars,
    title,
    text,
    spoiler,
    language,
    writtenOn: localDate(createdAt),
    editedOn: version > 1 ? localDate(changedAt) : undefined,
    helpful,
    yours,
    helpedYou,
    state: standing.state,
  };
}
