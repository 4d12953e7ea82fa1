import type { Collection, Db } from 'mongodb';
import { inserted, isDuplicate } from '../insertion.ts';
import type { PatronAccount } from './schema.ts';

export interface AccountRepository {
  ensureIndexes(): Promise<void>;
  find(id: string): Promise<PatronAccount | undefined>;
  findAll(ids: readonly string[]): Promise<PatronAccount[]>;
  /** Whose card it is; where the account was merged into another, that one, unless the card was not to be used then. */
  byCard(cardNumber: string): Promise<PatronAccount | undefined>;
  /** Likewise. */
  byCalendarKey(key: string): Promise<PatronAccount | undefined>;
  /** Accounts that were merged into one. */
  mergedInto(id: string): Promise<PatronAccount[]>;
  /** Those whose merging is not finished. */
  merging(): Promise<PatronAccount[]>;
  /** What doubles are told by, of all accounts that are there. */
  identities(): AsyncIterable<Identity>;
  /** Makes the cards, or the calendars, of accounts that were merged into one worth nothing. */
  forgetMerged(id: string, field: 'cardNumber' | 'calendarKey'): Promise<void>;
  /** Accounts in whose names each of these words begins a word, by name. */
  named(words: readonly string[], limit: number): Promise<PatronAccount[]>;
  /** Ids of accounts whose deletion is not finished. */
  erasing(): Promise<string[]>;
  /** False where the card number is taken. */
  add(account: PatronAccount): Promise<boolean>;
  /**
   * Stores `next` in the place of the account as it was read; undefined where another has changed it since.
   * @throws CardNumberTaken, DisplayNameTaken
   */
  swap(before: PatronAccount, next: PatronAccount): Promise<PatronAccount | undefined>;
}

/** What two accounts of one person have in common. */
export type Identity = Pick<PatronAccount, '_id' | 'name' | 'birthDate' | 'notSameAs'> & {
  readonly contact: Pick<PatronAccount['contact'], 'email'>;
};

export class CardNumberTaken extends Error {
  override readonly name = 'CardNumberTaken';
}

export class DisplayNameTaken extends Error {
  override readonly name = 'DisplayNameTaken';
}

export function accountRepository(database: Db): AccountRepository {
  const accounts: Collection<PatronAccount> = database.collection('patrons');
  async function keptAccount(found: PatronAccount | null): Promise<PatronAccount | undefined> {
    let account = found;
    while (account?.mergedInto !== undefined && account.cardState === 'valid') account = await accounts.findOne({ _id: account.mergedInto }); // prettier-ignore
    return account?.mergedInto === undefined ? (account ?? undefined) : undefined;
  }

  return {
    async ensureIndexes() {
      await accounts.createIndex({ cardNumber: 1 }, { unique: true, sparse: true });
      await accounts.createIndex({ erasing: 1 }, { sparse: true });
      await accounts.createIndex({ calendarKey: 1 }, { unique: true, sparse: true });
      await accounts.createIndex({ displayNameKey: 1 }, { unique: true, sparse: true });
      await accounts.createIndex({ mergedInto: 1 }, { sparse: true });
      await accounts.createIndex({ merge: 1 }, { sparse: true });
      // staff were told from patrons by their cards once; they have accounts of their own
      await database
        .collection('patrons')
        .updateMany({ roles: { $exists: true } }, { $unset: { roles: '', serves: '' } });
    },
    find: async (id) => (await accounts.findOne({ _id: id })) ?? undefined,
    findAll: (ids) => accounts.find({ _id: { $in: [...ids] } }).toArray(),
    byCard: async (cardNumber) => keptAccount(await accounts.findOne({ cardNumber })),
    byCalendarKey: async (calendarKey) => keptAccount(await accounts.findOne({ calendarKey })),
    mergedInto: (id) => accounts.find({ mergedInto: id }).toArray(),
    merging: () => accounts.find({ merge: { $exists: true } }).toArray(),
    identities: () =>
      accounts.find<Identity>(
        { deletedAt: { $exists: false } },
        { projection: { name: 1, birthDate: 1, notSameAs: 1, 'contact.email': 1 }, batchSize: 5_000 },
      ),
    async forgetMerged(id, field) {
      await accounts.updateMany({ mergedInto: id }, { $unset: { [field]: '' }, $inc: { version: 1 } });
    },
    named: (words, limit) =>
      accounts
        .find({
          deletedAt: { $exists: false },
          $and: words.map((word) => ({ name: { $regex: `(^|[\\s-])${escaped(word)}`, $options: 'i' } })),
        })
        .sort({ name: 1, _id: 1 })
        .limit(limit)
        .toArray(),
    async erasing() {
      const found = await accounts.find({ erasing: true }, { projection: { _id: 1 } }).toArray();
      return found.map(({ _id }) => _id);
    },
    add: (account) => inserted(accounts.insertOne(account)),
    async swap({ _id, version }, after) {
      const next = { ...after, version: version + 1 };
      try {
        const { matchedCount } = await accounts.replaceOne({ _id, version }, next);
        return matchedCount === 1 ? next : undefined;
      } catch (error) {
        if (!isDuplicate(error)) throw error;
        throw error.message.includes('displayNameKey') ? new DisplayNameTaken() : new CardNumberTaken();
      }
    },
  };
}

const escaped = (word: string) => word.replace(/[^\p{L}\p{N}]/gu, String.raw`\$&`);
