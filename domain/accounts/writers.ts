import type { Db } from 'mongodb';
import type { StaffAccount } from '../staff/schema.ts';
import { accountRepository } from './repository.ts';

/** What moderation asks of whoever writes. */
export interface Writer {
  readonly municipality: string;
  /** Since when they have proved who they are, or have had an account at all. */
  readonly since: Date;
  readonly isStaff: boolean;
}
export type FindWriter = (patron: string) => Promise<Writer | undefined>;

/** @param findStaff whom an account of staff belongs to: they write as the library of their municipality */
export function writersOf(
  database: Db,
  findStaff: (id: string) => Promise<Pick<StaffAccount, 'serves' | 'createdAt' | 'closedAt'> | undefined>,
): FindWriter {
  const repository = accountRepository(database);
  return async function find(patron) {
    const account = await repository.find(patron);
    if (!account) return writerOfStaff(await findStaff(patron));
    if (account.deletedAt) return undefined;
    const { municipality, webSince, createdAt } = account;
    return { municipality, since: webSince ?? createdAt, isStaff: false };
  };
}

const writerOfStaff = (
  account: Pick<StaffAccount, 'serves' | 'createdAt' | 'closedAt'> | undefined,
): Writer | undefined =>
  account?.serves === undefined || account.closedAt
    ? undefined
    : { municipality: account.serves, since: account.createdAt, isStaff: true };
