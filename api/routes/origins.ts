import { z } from 'zod';
import { municipalities } from '../../config/region/municipalities.ts';
import { originOf } from '../../config/widget-origins.ts';
import type { Audit } from '../../domain/audit/service.ts';
import { TownOrigins } from '../../domain/consortium/schema.ts';
import type { Consortium } from '../../domain/consortium/service.ts';
import { storeOrigins } from '../consortium-acts.ts';
import { endpoint } from '../endpoint.ts';
import { actorOf, ownTownOnly } from '../guards.ts';
import { problem, type ProblemName } from '../problems.ts';

const Shown = TownOrigins.omit({ _id: true }).extend({ municipality: z.string() });
const Origin = z.string().refine((address) => originOf(address) === address, { error: 'is no origin' });

const reading: readonly ProblemName[] = ['invalid-request', 'unauthorized', 'not-allowed', 'not-found', 'storage-unavailable']; // prettier-ignore

/** The sites of each town that may show widgets, beside those of the installation's settings. */
export const originEndpoints = ({ audit, consortium }: { audit: Audit; consortium: Consortium }) => [
  endpoint({
    method: 'get',
    path: '/staff/origins/:municipality',
    operationId: 'getOrigins',
    summary: 'Sites that a municipality has named for its widgets',
    staff: true,
    query: z.strictObject({}),
    answer: Shown,
    problems: reading,
    async handle({ ctx }) {
      const { _id: municipality, ...named } = await consortium.originsOf(townOf(ctx.params['municipality']));
      return { municipality, ...named };
    },
  }),
  endpoint({
    method: 'put',
    path: '/staff/origins/:municipality',
    operationId: 'setOrigins',
    summary: 'Names the sites; `version` is the one that was read, 0 for the first. Staff of the town, and admins',
    staff: true,
    query: z.strictObject({}),
    body: z.strictObject({ version: z.int().min(0), origins: z.array(Origin).max(50) }),
    answer: Shown,
    problems: [...reading, 'cross-site', 'csrf-token-wrong', 'payload-too-large', 'unsupported-media-type', 'changed-meanwhile'], // prettier-ignore
    async handle({ body: { version, origins }, ctx }) {
      const municipality = townOf(ctx.params['municipality']);
      ownTownOnly(ctx, municipality);
      const stored = await storeOrigins({ audit, consortium }, { municipality, version, origins, by: actorOf(ctx) });
      if (!stored) throw problem('changed-meanwhile');
      return { municipality, version: version + 1, origins };
    },
  }),
];

function townOf(id: string | undefined): string {
  if (id === undefined || !municipalities.some((one) => one.id === id)) throw problem('not-found');
  return id;
}
