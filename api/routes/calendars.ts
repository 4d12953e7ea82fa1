import { z } from 'zod';
import { branchById } from '../../config/region/branches.ts';
import { municipalityOfBranch } from '../../domain/consortium/distance.ts';
import type { Audit } from '../../domain/audit/service.ts';
import { BranchCalendar } from '../../domain/consortium/schema.ts';
import type { Consortium } from '../../domain/consortium/service.ts';
import { localDate } from '../../domain/local-date.ts';
import { storeCalendar } from '../consortium-acts.ts';
import { endpoint } from '../endpoint.ts';
import { actorOf, ownTownOnly } from '../guards.ts';
import { problem, type ProblemName } from '../problems.ts';

const Calendar = BranchCalendar.omit({ _id: true }).extend({ branch: z.string() });

const reading: readonly ProblemName[] = ['invalid-request', 'unauthorized', 'not-allowed', 'not-found', 'branch-not-found', 'storage-unavailable']; // prettier-ignore

/** When branches are open: due dates and pickup days skip the days on which they are not. */
export const calendarEndpoints = ({ audit, consortium }: { audit: Audit; consortium: Consortium }) => [
  endpoint({
    method: 'get',
    path: '/staff/calendars/:branch',
    operationId: 'getCalendar',
    summary: 'The week of a branch, and the days that differ from it',
    staff: true,
    query: z.strictObject({}),
    answer: Calendar,
    problems: reading,
    async handle({ ctx }) {
      const { _id: branch, ...calendar } = await consortium.calendar(branchOf(ctx.params['branch']));
      return { branch, ...calendar };
    },
  }),
  endpoint({
    method: 'put',
    path: '/staff/calendars/:branch',
    operationId: 'setCalendar',
    summary: 'Sets when a branch is open; `version` is the one that was read. Staff of its town, and admins',
    staff: true,
    query: z.strictObject({}),
    body: BranchCalendar.omit({ _id: true }).strict(),
    answer: Calendar,
    problems: [...reading, 'cross-site', 'csrf-token-wrong', 'payload-too-large', 'unsupported-media-type', 'changed-meanwhile'], // prettier-ignore
    async handle({ body: { version, ...calendar }, ctx }) {
      const branch = branchOf(ctx.params['branch']);
      ownTownOnly(ctx, municipalityOfBranch(branch, localDate(new Date())) ?? branch);
      const next = { ...calendar, version: version + 1 };
      const stored = await storeCalendar(
        { audit, consortium },
        { _id: branch, ...calendar, version, by: actorOf(ctx) },
      );
      if (!stored) throw problem('changed-meanwhile');
      return { branch, ...next };
    },
  }),
];

function branchOf(id: string | undefined): string {
  if (id === undefined || !branchById(id)) throw problem('branch-not-found');
  return id;
}
