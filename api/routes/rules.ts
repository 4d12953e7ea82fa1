import { z } from 'zod';
import type { Audit } from '../../domain/audit/service.ts';
import { RuleSet } from '../../domain/circulation/rules/schema.ts';
import type { Circulation } from '../../domain/circulation/service.ts';
import { storeRules } from '../consortium-acts.ts';
import { endpoint } from '../endpoint.ts';
import { actorOf } from '../guards.ts';
import type { ProblemName } from '../problems.ts';

const reading: readonly ProblemName[] = ['invalid-request', 'unauthorized', 'not-allowed', 'not-found', 'storage-unavailable']; // prettier-ignore

/** The rules of use, which the whole region shares: all staff read and try them, admins set them. */
export const ruleEndpoints = ({ audit, circulation }: { audit: Audit; circulation: Circulation }) => [
  endpoint({
    method: 'get',
    path: '/staff/rules',
    operationId: 'getRules',
    summary: 'The rules of use, the last set first',
    staff: true,
    query: z.strictObject({}),
    answer: z.object({ ruleSets: z.array(RuleSet) }),
    problems: reading,
    handle: async () => ({ ruleSets: await circulation.rules.all() }),
  }),
  endpoint({
    method: 'post',
    path: '/staff/rules',
    operationId: 'setRules',
    summary: 'Sets the rules of use of the whole region from today or a later day on; admins do',
    staff: 'admin',
    query: z.strictObject({}),
    body: RuleSet.omit({ _id: true }).strict(),
    answer: RuleSet,
    problems: [
      ...reading,
      'cross-site',
      'csrf-token-wrong',
      'payload-too-large',
      'unsupported-media-type',
      'date-gone-by',
    ],
    async handle({ body, ctx }) {
      return storeRules({ audit, circulation }, { ...body, by: actorOf(ctx) });
    },
  }),
];
