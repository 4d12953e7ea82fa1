import { z } from 'zod';
import { DisplayName } from '../../domain/accounts/display-name.ts';
import type { Accounts } from '../../domain/accounts/service.ts';
import { standings } from '../../domain/moderation/schema.ts';
import { ReviewText, Stars } from '../../domain/reviews/schema.ts';
import { reviewOrders, type Reviews, type SeenReview } from '../../domain/reviews/service.ts';
import { endpoint } from '../endpoint.ts';
import { sessionOf } from '../guards.ts';
import { problem, type ProblemName } from '../problems.ts';
import { actorIn, idIn, readerIn } from './lists.ts';
import { takingPart } from './ratings.ts';

const ReviewAnswer = ReviewText.extend({
  id: z.string(),
  workId: z.string(),
  version: z.int(),
  /** The name its author goes by. */
  by: z.string().optional(),
  /** What its author gives the work. */
  stars: Stars.optional(),
  /** So many readers were helped by it. */
  helpful: z.int(),
  yours: z.boolean(),
  helpedYou: z.boolean(),
  /** Told of one’s own: others see what is published. */
  state: z.enum(standings).optional(),
  writtenAt: z.iso.datetime(),
  changedAt: z.iso.datetime(),
});
const OwnReview = ReviewAnswer.extend({
  /** What was written before, the first first. */
  history: z.array(ReviewText.extend({ version: z.int(), at: z.iso.datetime() })),
});
const Done = z.object({ done: z.literal(true) });
const done = { done: true } as const;
const none = z.strictObject({});

const writing: readonly ProblemName[] = [...takingPart, 'payload-too-large', 'unsupported-media-type', 'writing-too-fast', 'words-not-allowed', 'display-name-missing']; // prettier-ignore
const missing: readonly ProblemName[] = ['invalid-request', 'unauthorized', 'storage-unavailable', 'review-not-found'];

/** Reviews of works, under names of their authors’ choice. */
export const reviewEndpoints = ({ reviews, accounts }: { reviews: Reviews; accounts: Accounts }) => [
  endpoint({
    method: 'get',
    path: '/works/:id/reviews',
    operationId: 'getReviews',
    summary: 'Reviews of a work: the reader’s own first, then those that helped most, or the newest',
    patron: 'if-logged-in',
    query: z.strictObject({
      order: z.enum(reviewOrders).default('helpful'),
      page: z.coerce.number().int().min(1).max(1_000).default(1),
      size: z.coerce.number().int().min(1).max(100).default(20),
    }),
    answer: z.object({ total: z.int(), items: z.array(ReviewAnswer) }),
    problems: ['invalid-request', 'voiced-work-not-found', 'storage-unavailable'],
    async handle({ ctx, query }) {
      const { total, reviews: found } = await reviews.ofWork(idIn(ctx), readerIn(ctx), query);
      return { total, items: found.map(presentReview) };
    },
  }),
  endpoint({
    method: 'post',
    path: '/works/:id/reviews',
    operationId: 'writeReview',
    summary: 'Reviews a work, once; needs a display name. `state` tells whether others see it yet',
    patron: true,
    query: none,
    body: ReviewText.strict(),
    answer: ReviewAnswer,
    problems: [...writing, 'voiced-work-not-found', 'already-reviewed'],
    handle: async ({ ctx, body }) => presentReview(await reviews.write(actorIn(ctx), idIn(ctx), body)),
  }),
  endpoint({
    method: 'get',
    path: '/reviews/:id',
    operationId: 'getReview',
    summary: 'A review',
    patron: 'if-logged-in',
    query: none,
    answer: ReviewAnswer,
    problems: ['invalid-request', 'review-not-found', 'storage-unavailable'],
    handle: async ({ ctx }) => presentReview(await reviews.find(idIn(ctx), readerIn(ctx))),
  }),
  endpoint({
    method: 'put',
    path: '/reviews/:id',
    operationId: 'changeReview',
    summary: 'Writes a review anew. `version` is the one that was read: where it was changed since, both are told. What stood there before is kept', // prettier-ignore
    patron: true,
    query: none,
    body: ReviewText.extend({ version: z.int() }).strict(),
    answer: ReviewAnswer,
    problems: [...writing, 'review-not-found', 'changed-meanwhile'],
    async handle({ ctx, body }) {
      const { version, ...text } = body;
      const { done: changed, ...seen } = await reviews.change(actorIn(ctx), idIn(ctx), { version, text });
      if (!changed) throw problem('changed-meanwhile', { current: presentReview(seen), yours: body });
      return presentReview(seen);
    },
  }),
  endpoint({
    method: 'delete',
    path: '/reviews/:id',
    operationId: 'withdrawReview',
    summary: 'Takes a review back. For a day it can be brought again; then it is gone, its history too',
    patron: true,
    query: none,
    answer: Done,
    problems: [...missing, 'cross-site', 'csrf-token-wrong'],
    async handle({ ctx }) {
      await reviews.withdraw(sessionOf(ctx).account._id, idIn(ctx));
      return done;
    },
  }),
  endpoint({
    method: 'post',
    path: '/reviews/:id/return',
    operationId: 'bringReviewBack',
    summary: 'Brings a review again that was taken back less than a day ago',
    patron: true,
    query: none,
    answer: ReviewAnswer,
    problems: [...takingPart, 'review-not-found'],
    handle: async ({ ctx }) => presentReview(await reviews.bringBack(actorIn(ctx), idIn(ctx))),
  }),
  endpoint({
    method: 'put',
    path: '/reviews/:id/helpful',
    operationId: 'callReviewHelpful',
    summary: 'The review has helped the reader; said twice it counts once',
    patron: true,
    query: none,
    answer: ReviewAnswer,
    problems: [...takingPart, 'review-not-found', 'own-review', 'too-fast'],
    async handle({ ctx }) {
      await reviews.vote(actorIn(ctx), idIn(ctx), true);
      return presentReview(await reviews.find(idIn(ctx), readerIn(ctx)));
    },
  }),
  endpoint({
    method: 'delete',
    path: '/reviews/:id/helpful',
    operationId: 'callReviewHelpfulNoMore',
    summary: 'Takes that back',
    patron: true,
    query: none,
    answer: ReviewAnswer,
    problems: [...takingPart, 'review-not-found', 'own-review'],
    async handle({ ctx }) {
      await reviews.vote(actorIn(ctx), idIn(ctx), false);
      return presentReview(await reviews.find(idIn(ctx), readerIn(ctx)));
    },
  }),
  endpoint({
    method: 'get',
    path: '/me/reviews',
    operationId: 'getMyReviews',
    summary: 'One’s reviews with what was written before, the last changed first',
    patron: true,
    query: none,
    answer: z.object({ items: z.array(OwnReview) }),
    problems: ['invalid-request', 'unauthorized', 'storage-unavailable'],
    async handle({ ctx }) {
      const own = await reviews.ofPatron(sessionOf(ctx).account._id);
      return {
        items: own.map((seen) => ({
          ...presentReview(seen),
          history: seen.review.history.map(({ at, ...before }) => ({ ...before, at: at.toISOString() })),
        })),
      };
    },
  }),
  endpoint({
    method: 'put',
    path: '/me/display-name',
    operationId: 'setDisplayName',
    summary:
      'The name that others read over what one writes, also over what was written before; never the one on the card',
    patron: true,
    query: none,
    body: z.strictObject({ displayName: DisplayName }),
    answer: z.object({ displayName: z.string() }),
    problems: ['invalid-request', 'unauthorized', 'cross-site', 'csrf-token-wrong', 'storage-unavailable', 'payload-too-large', 'unsupported-media-type', 'display-name-taken', 'display-name-tells-who', 'display-name-tells-nothing', 'display-name-official', 'writer-banned', 'words-not-allowed'], // prettier-ignore
    async handle({ ctx, body }) {
      await accounts.setDisplayName(sessionOf(ctx).account._id, body.displayName);
      return body;
    },
  }),
];

function presentReview({ review, by, stars, helpful, yours, helpedYou }: SeenReview): z.input<typeof ReviewAnswer> {
  const { _id: id, work: workId, version, title, text, spoiler, language, standing, createdAt, changedAt } = review;
  return {
    id,
    workId,
    version,
    title,
    text,
    spoiler,
    language,
    ...(by !== undefined && { by }),
    ...(stars !== undefined && { stars }),
    helpful,
    yours,
    helpedYou,
    ...(yours && { state: standing.state }),
    writtenAt: createdAt.toISOString(),
    changedAt: changedAt.toISOString(),
  };
}
