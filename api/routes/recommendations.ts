import { z } from 'zod';
import { WorkSummary } from '../../domain/discovery/schema.ts';
import type { Discovery } from '../../domain/discovery/service.ts';
import { reasons } from '../../domain/recommendations/schema.ts';
import type { Recommendations } from '../../domain/recommendations/service.ts';
import { endpoint } from '../endpoint.ts';
import { sessionOf } from '../guards.ts';
import { problem } from '../problems.ts';

interface Deps {
  readonly recommendations: Pick<Recommendations, 'beside' | 'forPatron'>;
  readonly discovery: Pick<Discovery, 'works'>;
}

export const recommendationEndpoints = ({ recommendations, discovery }: Deps) => [
  endpoint({
    method: 'get',
    path: '/works/:id/also-read',
    operationId: 'alsoRead',
    summary: 'Works that at least five patrons like who like this one, the closest first; empty where there are none',
    query: z.strictObject({ size: z.coerce.number().int().min(1).max(24).default(12) }),
    answer: z.object({ items: z.array(WorkSummary) }),
    problems: ['invalid-request', 'work-not-found', 'storage-unavailable'],
    async handle({ ctx, query: { size } }) {
      const [work] = await discovery.works([String(ctx.params['id'])]);
      if (!work) throw problem('work-not-found');
      return { items: (await discovery.works(await recommendations.beside(work.id))).slice(0, size) };
    },
  }),
  endpoint({
    method: 'get',
    path: '/me/recommendations',
    operationId: 'getRecommendations',
    summary: 'Works for the patron, in rows, each with the work it is recommended for and how that is known to be liked; empty for who has turned that off', // prettier-ignore
    patron: true,
    query: z.strictObject({}),
    answer: z.object({
      rows: z.array(z.object({ because: z.object({ reason: z.enum(reasons), work: WorkSummary }), items: z.array(WorkSummary) })), // prettier-ignore
    }),
    problems: ['invalid-request', 'unauthorized', 'storage-unavailable'],
    async handle({ ctx }) {
      const rows = await recommendations.forPatron(sessionOf(ctx).account._id);
      const shown = rows.map(async ({ liked: { work: id, reason }, works }) => {
        const [[work], items] = await Promise.all([discovery.works([id]), discovery.works(works)]);
        return work ? [{ because: { reason, work }, items }] : [];
      });
      return { rows: (await Promise.all(shown)).flat() };
    },
  }),
];
