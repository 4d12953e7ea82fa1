import type { Db } from 'mongodb';
import { accountRepository } from './repository.ts';

/** The names that patrons have chosen for what others read of them; those who have none are missing. */
export type FindDisplayNames = (patrons: readonly string[]) => Promise<Map<string, string>>;

export function displayNamesOf(database: Db): FindDisplayNames {
  const { findAll } = accountRepository(database);
  return async (patrons) => {
    const accounts = patrons.length > 0 ? await findAll(patrons) : [];
    return new Map(accounts.flatMap(({ _id, displayName }) => (displayName === undefined ? [] : [[_id, displayName]])));
  };
}
