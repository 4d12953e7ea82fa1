import type { Db } from 'mongodb';
import { accountRepository } from './repository.ts';

/** What moderation asks of whoever writes. */
export interface Writer {
  readonly municipality: string;
  /** Since when they have proved who they are, or have had an account at all. */
  readonly since: Date;
  readonly isStaff: boolean;
}
export type FindWriter = (patron: string) => Promise<Writer | undefined>;

export function writersOf(database: Db): FindWriter {
  const repository = accountRepository(database);
  return async function find(patron) {
    const account = await repository.find(patron);
    if (!account || account.deletedAt) return undefined;
    const { municipality, serves, roles, webSince, createdAt } = account;
    const isStaff = roles.some((role) => role !== 'patron');
    return { municipality: (isStaff && serves) || municipality, since: webSince ?? createdAt, isStaff };
  };
}
