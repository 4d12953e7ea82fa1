import type { Db } from 'mongodb';
import { localDate } from '../local-date.ts';
import { accountRepository } from './repository.ts';
import { isBlocked } from './schema.ts';

/** What circulation asks of patrons before it lends or holds. Whoever knows an account by the id it had gets the one it was merged into. */
export function patronsOf(database: Db) {
  const repository = accountRepository(database);
  return {
    async find(asked: string) {
      let account = await repository.find(asked);
      while (account?.mergedInto !== undefined) account = await repository.find(account.mergedInto);
      if (!account || account.deletedAt) return undefined;
      const { _id: id, municipality, settings, cardState } = account;
      const cardBlocked = cardState !== 'valid' || isBlocked(account, localDate(new Date()));
      return { id, municipality, keepsHistory: settings.keepsHistory, cardBlocked };
    },
  };
}
