import { StaffRefusal } from './problems.ts';
import type { StaffRepository } from './repository.ts';
import type { StaffAccount } from './schema.ts';

/**
 * Takes rights from an account unless nobody would be left who could run the service. Looked at before and after: of two admins who
 * close each other at once, neither does. @throws StaffRefusal `last-admin`
 */
export async function keepingAnAdmin(
  { find, all, swap }: Pick<StaffRepository, 'find' | 'all' | 'swap'>,
  id: string,
  change: () => Promise<StaffAccount>,
): Promise<StaffAccount> {
  const before = await find(id);
  if (!before || !isActingAdmin(before)) return change();
  if (!(await all()).some((one) => one._id !== id && isActingAdmin(one))) throw new StaffRefusal('last-admin');
  const after = await change();
  if ((await all()).some(isActingAdmin)) return after;
  await swap(after, { ...before, sessionEpoch: after.sessionEpoch });
  throw new StaffRefusal('last-admin');
}

/** Those who were invited and have not come yet may never come. */
const isActingAdmin = ({ roles, closedAt, passwordHash, provider }: StaffAccount): boolean =>
  roles.includes('admin') && !closedAt && (passwordHash !== undefined || provider !== undefined);
