import { z } from 'zod';
import { AuditedAct, AuditEntry } from '../../domain/audit/schema.ts';
import type { Audit } from '../../domain/audit/service.ts';
import { endpoint } from '../endpoint.ts';
import { adminOnly } from '../guards.ts';

const Shown = AuditEntry.omit({ _id: true, at: true }).extend({ at: z.iso.datetime(), act: AuditedAct });

export const auditEndpoints = ({ audit }: { audit: Audit }) => [
  endpoint({
    method: 'get',
    path: '/staff/audit',
    operationId: 'getAudit',
    summary: 'What staff have looked at and done, the last first; for admins. `before` goes on from the last one seen',
    staff: true,
    query: z.strictObject({
      subject: z.string().max(300).optional(),
      by: z.string().max(300).optional(),
      before: z.iso.datetime().optional(),
      size: z.coerce.number().int().min(1).max(200).default(50),
    }),
    answer: z.object({ entries: z.array(Shown) }),
    problems: ['invalid-request', 'unauthorized', 'not-allowed', 'not-found', 'storage-unavailable'],
    async handle({ query: { before, ...wish }, ctx }) {
      adminOnly(ctx);
      const entries = await audit.entries({ ...wish, ...(before !== undefined && { before: new Date(before) }) });
      return {
        entries: entries.map(({ at, by, act, subject, before, after, reason }) => ({ at: at.toISOString(), by, act, subject, before, after, reason })), // prettier-ignore
      };
    },
  }),
];
