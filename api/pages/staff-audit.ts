import { z } from 'zod';
import { AuditedAct, auditedActs } from '../../domain/audit/schema.ts';
import { LocalDate, plusDays } from '../../domain/local-date.ts';
import { auditPage } from '../../ui/pages/staff-audit-page.ts';
import { namedEntries } from '../named-entries.ts';
import type { PageDeps } from './deps.ts';
import type { StaffPage } from './staff-page.ts';

const pageSize = 100;
const text = z.string().trim().max(300);

/** What was asked for; what cannot be asked for is left out. */
const Wish = z.object({
  by: text.min(1).optional().catch(undefined),
  act: AuditedAct.optional().catch(undefined),
  subject: text.min(1).optional().catch(undefined),
  from: LocalDate.optional().catch(undefined),
  until: LocalDate.optional().catch(undefined),
  before: z.iso.datetime().optional().catch(undefined),
});

/** What staff have looked at and done, for admins. */
export const auditPages = ({ audit, staff }: Pick<PageDeps, 'audit' | 'staff'>): StaffPage[] => [
  {
    address: '/staff/audit',
    group: 'upkeep',
    name: 'audit.title',
    lead: 'audit.lead',
    role: 'admin',
    async main({ reader, ctx }) {
      const { before, from, until, ...wish } = Wish.parse(ctx.query);
      const end = [before, until === undefined ? undefined : startOf(plusDays(until, 1))].filter((one) => one !== undefined).toSorted()[0]; // prettier-ignore
      const range = { ...(from && { from: new Date(startOf(from)) }), ...(end && { before: new Date(end) }) };
      const people = await staff.all();
      const entries = namedEntries(await audit.entries({ ...wish, ...range, size: pageSize }), people, reader);
      const last = entries.length === pageSize ? entries.at(-1) : undefined;
      const asked = { ...wish, from, until };
      return auditPage(reader, {
        wish: { ...wish, ...(from && { from }), ...(until && { until }) },
        people: people.map(({ _id: id, name }) => ({ id, name })),
        acts: auditedActs,
        entries,
        older: last && `/staff/audit?${queryOf({ ...asked, before: last.at.toISOString() })}`,
        csv: `/api/v1/staff/audit?${queryOf({ ...wish, from: range.from?.toISOString(), before: range.before?.toISOString(), size: '10000', format: 'csv', lang: reader.locale })}`, // prettier-ignore
      });
    },
  },
];

/** The day in Finland begins two hours before it does in UTC, or three: an hour too much is shown rather than too little. */
const startOf = (date: string): string =>
  new Date(new Date(`${date}T00:00:00Z`).getTime() - 3 * 3_600_000).toISOString();

const queryOf = (values: Readonly<Record<string, string | undefined>>): string =>
  new URLSearchParams(Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))).toString(); // prettier-ignore
