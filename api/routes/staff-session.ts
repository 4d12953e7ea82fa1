import { z } from 'zod';
import { StaffRole } from '../../domain/staff/schema.ts';
import { endpoint } from '../endpoint.ts';
import { problem } from '../problems.ts';
import type { StaffSessions } from '../sessions.ts';

export const staffSessionEndpoints = ({ staffSessions }: { staffSessions: Pick<StaffSessions, 'current'> }) => [
  endpoint({
    method: 'get',
    path: '/staff/session',
    operationId: 'getStaffSession',
    summary: 'Who of the staff has logged in, at /staff/login',
    query: z.strictObject({}),
    answer: z.object({
      worker: z.object({ id: z.string(), name: z.string(), roles: z.array(StaffRole), serves: z.string().optional() }),
      /** To be sent as `X-CSRF-Token` with everything that changes something. */
      csrfToken: z.string(),
    }),
    problems: ['unauthorized', 'storage-unavailable'],
    async handle({ ctx }) {
      const session = await staffSessions.current(ctx);
      if (!session) throw problem('unauthorized');
      const { account: { _id: id, name, roles, serves }, csrfToken } = session; // prettier-ignore
      return { worker: { id, name, roles, ...(serves !== undefined && { serves }) }, csrfToken };
    },
  }),
];
