import type { Collection, Db } from 'mongodb';
import { inserted, isDuplicate } from '../insertion.ts';
import { StaffRefusal } from './problems.ts';
import type { StaffAccount } from './schema.ts';

export interface StaffRepository {
  ensureIndexes(): Promise<void>;
  find(id: string): Promise<StaffAccount | undefined>;
  byEmail(email: string): Promise<StaffAccount | undefined>;
  byInvitation(hash: string): Promise<StaffAccount | undefined>;
  byProvider(issuer: string, subject: string): Promise<StaffAccount | undefined>;
  /** By name. */
  all(): Promise<StaffAccount[]>;
  /** @throws StaffRefusal `email-taken` */
  add(account: StaffAccount): Promise<void>;
  /** Stores `next` in the place of the account as it was read; undefined where another has changed it since. @throws StaffRefusal `email-taken` */
  swap(before: StaffAccount, next: StaffAccount): Promise<StaffAccount | undefined>;
  /** Reads, decides and swaps, until nobody has changed it meanwhile. @throws StaffRefusal `staff-not-found`, and as `swap` */
  amend(id: string, decide: (account: StaffAccount) => StaffAccount | Promise<StaffAccount>): Promise<StaffAccount>;
}

export function staffRepository(database: Db): StaffRepository {
  const staff: Collection<StaffAccount> = database.collection('staff');
  const one = async (filter: Parameters<typeof staff.findOne>[0]) => (await staff.findOne(filter ?? {})) ?? undefined;
  const find = (id: string) => one({ _id: id });
  async function swap({ _id, version }: StaffAccount, after: StaffAccount) {
    const next = { ...after, version: version + 1 };
    try {
      const { matchedCount } = await staff.replaceOne({ _id, version }, next);
      return matchedCount === 1 ? next : undefined;
    } catch (error) {
      throw isDuplicate(error) ? new StaffRefusal('email-taken') : error;
    }
  }
  return {
    find,
    swap,
    async ensureIndexes() {
      await staff.createIndex({ email: 1 }, { unique: true });
      await staff.createIndex({ 'invitation.hash': 1 }, { sparse: true });
      await staff.createIndex({ 'provider.issuer': 1, 'provider.subject': 1 });
    },
    byEmail: (email) => one({ email }),
    byInvitation: (hash) => one({ 'invitation.hash': hash }),
    byProvider: (issuer, subject) => one({ 'provider.issuer': issuer, 'provider.subject': subject }),
    all: () => staff.find().sort({ name: 1, _id: 1 }).toArray(),
    async add(account) {
      if (!(await inserted(staff.insertOne(account)))) throw new StaffRefusal('email-taken');
    },
    async amend(id, decide) {
      for (;;) {
        const before = await find(id);
        if (!before) throw new StaffRefusal('staff-not-found');
        const after = await swap(before, await decide(before));
        if (after) return after;
      }
    },
  };
}
