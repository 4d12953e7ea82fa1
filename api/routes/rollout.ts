import { z } from 'zod';
import { municipalities } from '../../config/region/municipalities.ts';
import { Rollout } from '../../domain/consortium/schema.ts';
import type { Consortium } from '../../domain/consortium/service.ts';
import type { Audit } from '../../domain/audit/service.ts';
import { storeRollout } from '../consortium-acts.ts';
import { endpoint } from '../endpoint.ts';
import { actorOf, ownTownOnly } from '../guards.ts';
import { problem, type ProblemName } from '../problems.ts';

const Shown = z.object({ municipality: z.string(), version: z.int(), starts: Rollout.shape.starts });

const reading: readonly ProblemName[] = ['invalid-request', 'unauthorized', 'not-allowed', 'not-found', 'storage-unavailable']; // prettier-ignore

/** From which day on each municipality has which part of the service. One that says nothing has all of it. */
export const rolloutEndpoints = ({ audit, consortium }: { audit: Audit; consortium: Consortium }) => [
  endpoint({
    method: 'get',
    path: '/staff/rollout',
    operationId: 'getRollout',
    summary: 'First days of the phases, of municipalities that have set any',
    staff: true,
    query: z.strictObject({}),
    answer: z.object({ rollouts: z.array(Shown) }),
    problems: reading,
    handle: async () => ({
      rollouts: (await consortium.rollouts()).map(({ _id, version, starts }) => ({
        municipality: _id,
        version,
        starts,
      })),
    }),
  }),
  endpoint({
    method: 'put',
    path: '/staff/rollout/:municipality',
    operationId: 'setRollout',
    summary:
      'Sets the first days of a municipality’s phases; `version` is the one that was read, 0 for the first. Staff of the town, and admins',
    staff: true,
    query: z.strictObject({}),
    body: z.strictObject({ version: z.int().min(0), starts: Rollout.shape.starts }),
    answer: Shown,
    problems: [...reading, 'cross-site', 'csrf-token-wrong', 'payload-too-large', 'unsupported-media-type', 'changed-meanwhile'], // prettier-ignore
    async handle({ body: { version, starts }, ctx }) {
      const municipality = String(ctx.params['municipality']);
      if (!municipalities.some(({ id }) => id === municipality)) throw problem('not-found');
      ownTownOnly(ctx, municipality);
      const stored = await storeRollout({ audit, consortium }, { municipality, version, starts, by: actorOf(ctx) });
      if (!stored) throw problem('changed-meanwhile');
      return { municipality, version: version + 1, starts };
    },
  }),
];
