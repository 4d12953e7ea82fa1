import { z } from 'zod';
import { AuditedAct, AuditEntry } from '../../domain/audit/schema.ts';
import type { Audit } from '../../domain/audit/service.ts';
import { locales } from '../../config/locales.ts';
import type { Staff } from '../../domain/staff/service.ts';
import { auditCsv } from '../../ui/audit-words.ts';
import { readerOf } from '../../ui/messages/messages.ts';
import { endpoint, Raw } from '../endpoint.ts';
import { namedEntries } from '../named-entries.ts';

const Shown = AuditEntry.omit({ _id: true, at: true }).extend({ at: z.iso.datetime(), act: AuditedAct });

export const auditEndpoints = ({ audit, staff }: { audit: Audit; staff: Pick<Staff, 'all'> }) => [
  endpoint({
    method: 'get',
    path: '/staff/audit',
    operationId: 'getAudit',
    summary: 'What staff have looked at and done, the last first; for admins. `before` goes on from the last one seen',
    staff: 'admin',
    query: z.strictObject({
      subject: z.string().max(300).optional(),
      by: z.string().max(300).optional(),
      act: AuditedAct.optional(),
      from: z.iso.datetime().optional(),
      before: z.iso.datetime().optional(),
      size: z.coerce.number().int().min(1).max(10_000).default(50),
      format: z.enum(['json', 'csv']).default('json'),
      lang: z.enum(locales).default('fi'),
    }),
    answer: z.object({ entries: z.array(Shown) }),
    alsoAs: ['text/csv'],
    problems: ['invalid-request', 'unauthorized', 'not-allowed', 'not-found', 'storage-unavailable'],
    async handle({ query: { before, from, format, lang, ...wish }, ctx }) {
      const range = { ...(from && { from: new Date(from) }), ...(before && { before: new Date(before) }) };
      const entries = await audit.entries({ ...wish, ...range });
      if (format === 'csv') {
        const reader = readerOf(lang);
        ctx.attachment(`${reader.t('audit.title')}.csv`);
        return new Raw('text/csv; charset=utf-8', auditCsv(reader, namedEntries(entries, await staff.all(), reader)));
      }
      return {
        entries: entries.map(({ at, by, act, subject, before, after, reason }) => ({ at: at.toISOString(), by, act, subject, before, after, reason })), // prettier-ignore
      };
    },
  }),
];
