import type { StaffRefusalName } from '../domain/staff/problems.ts';

/** What accounts of staff refuse to admins, as problems of the same names. */
export const staffProblems = {
  'staff-not-found': { status: 404, title: 'Nobody works here under this id' },
  'email-taken': { status: 409, title: 'Somebody has an account with this address already' },
  'last-admin': { status: 409, title: 'Nobody would be left to run the service' },
  'told-by-provider': {
    status: 409,
    title: 'The account is another house’s, which tells its roles and how it logs in',
  },
} as const satisfies Partial<Record<StaffRefusalName, { status: number; title: string }>>;

export const isStaffProblem = (reason: StaffRefusalName): reason is keyof typeof staffProblems =>
  Object.hasOwn(staffProblems, reason);
