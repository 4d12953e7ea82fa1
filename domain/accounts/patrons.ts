import type { Db } from 'mongodb';
import { accountRepository } from './repository.ts';

/** What circulation asks of patrons before it lends or holds. */
export function patronsOf(database: Db) {
  const repository = accountRepository(database);
  return {
    async find(id: string) {
      const account = await repository.find(id);
      if (!account || account.deletedAt) return undefined;
      const { municipality, settings, cardState } = account;
      return { id, municipality, keepsHistory: settings.keepsHistory, cardBlocked: cardState !== 'valid' };
    },
  };
}
