import { z } from 'zod';
import { RatingSummary, Stars } from '../../domain/reviews/schema.ts';
import type { Reviews } from '../../domain/reviews/service.ts';
import { endpoint } from '../endpoint.ts';
import { sessionOf } from '../guards.ts';
import type { ProblemName } from '../problems.ts';
import { actorIn, idIn, readerIn } from './lists.ts';

const WorkRating = RatingSummary.extend({ yours: Stars.optional() });
const none = z.strictObject({});

const reading: readonly ProblemName[] = ['invalid-request', 'voiced-work-not-found', 'storage-unavailable'];
export const takingPart: readonly ProblemName[] = ['invalid-request', 'unauthorized', 'cross-site', 'csrf-token-wrong', 'storage-unavailable', 'community-not-started', 'writer-banned']; // prettier-ignore

/** Stars for works: one rating of each patron and work. */
export const ratingEndpoints = ({ reviews: { ratings } }: { reviews: Pick<Reviews, 'ratings'> }) => [
  endpoint({
    method: 'get',
    path: '/works/:id/rating',
    operationId: 'getRating',
    summary: 'How readers rate a work: their average, and how many gave one star, two, … five; and the reader’s own',
    patron: 'if-logged-in',
    query: none,
    answer: WorkRating,
    problems: reading,
    handle: async ({ ctx }) => withoutNothing(await ratings.of(idIn(ctx), readerIn(ctx))),
  }),
  endpoint({
    method: 'put',
    path: '/works/:id/rating',
    operationId: 'rate',
    summary: 'Rates a work with one to five stars, halves included; the last rating counts',
    patron: true,
    query: none,
    body: z.strictObject({ stars: Stars }),
    answer: WorkRating,
    problems: [...takingPart, 'voiced-work-not-found', 'payload-too-large', 'unsupported-media-type', 'too-fast'],
    async handle({ ctx, body }) {
      await ratings.rate(actorIn(ctx), idIn(ctx), body.stars);
      return withoutNothing(await ratings.of(idIn(ctx), readerIn(ctx)));
    },
  }),
  endpoint({
    method: 'delete',
    path: '/works/:id/rating',
    operationId: 'unrate',
    summary: 'Takes one’s rating back',
    patron: true,
    query: none,
    answer: WorkRating,
    problems: [...reading, 'unauthorized', 'cross-site', 'csrf-token-wrong'],
    async handle({ ctx }) {
      await ratings.unrate(sessionOf(ctx).account._id, idIn(ctx));
      return withoutNothing(await ratings.of(idIn(ctx)));
    },
  }),
  endpoint({
    method: 'get',
    path: '/me/ratings',
    operationId: 'getMyRatings',
    summary: 'One’s ratings, the last first',
    patron: true,
    query: none,
    answer: z.object({ items: z.array(z.object({ workId: z.string(), stars: Stars, at: z.iso.datetime() })) }),
    problems: ['invalid-request', 'unauthorized', 'storage-unavailable'],
    async handle({ ctx }) {
      const all = await ratings.ofPatron(sessionOf(ctx).account._id);
      return { items: all.map(({ work: workId, stars, at }) => ({ workId, stars, at: at.toISOString() })) };
    },
  }),
];

const withoutNothing = ({ yours, ...summary }: RatingSummary & { yours: number | undefined }) => ({
  ...summary,
  ...(yours !== undefined && { yours }),
});
