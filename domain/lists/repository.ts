import type { Collection, Db } from 'mongodb';
import { most, type Invitation, type ListText, type Member, type WorkList } from './schema.ts';

/** Lists themselves. What several people may do at once is one conditional write each; only its text counts versions. */
export interface ListRepository {
  ensureIndexes(): Promise<void>;
  find(id: string): Promise<WorkList | undefined>;
  /** Those everybody may find, the last changed first. */
  publicOnes(page: { skip: number; size: number }): Promise<{ lists: WorkList[]; total: number }>;
  /** Those a patron owns or was invited to, the last changed first. */
  ofPatron(patron: string): Promise<WorkList[]>;
  countOwned(patron: string): Promise<number>;
  add(list: WorkList): Promise<void>;
  /** Undefined where it is not at `version` any more, or gone. */
  change(id: string, version: number, text: Partial<ListText>): Promise<WorkList | undefined>;
  /** False where there is no room for another member; one who is there already stays as they are. */
  addMember(id: string, member: Member): Promise<boolean>;
  /** Makes a reader a writer. */
  raiseMember(id: string, patron: string): Promise<void>;
  removeMember(id: string, memberId: string): Promise<void>;
  addInvitation(id: string, invitation: Invitation): Promise<boolean>;
  removeInvitation(id: string, invitation: string): Promise<void>;
  handOver(id: string, from: string, to: Member): Promise<void>;
  /** Lists that their owner has deleted, the last one first; they are in no other answer. */
  deletedOf(owner: string): Promise<WorkList[]>;
  /** Deletes it, so that it can be brought back. */
  lay(id: string): Promise<void>;
  /** False where it is not among those that `owner` has deleted since. */
  bringBack(id: string, owner: string, since: Date): Promise<boolean>;
  /** Lists that were deleted before. */
  deletedBefore(then: Date): Promise<string[]>;
  remove(id: string): Promise<void>;
}

/** Not deleted. */
const there = { deletedAt: { $exists: false } } as const;

export function listRepository(database: Db): ListRepository {
  const lists: Collection<WorkList> = database.collection('lists');
  const newest = { changedAt: -1, _id: 1 } as const;
  return {
    async ensureIndexes() {
      await lists.createIndex({ visibility: 1, ...newest });
      await lists.createIndex({ owner: 1 });
      await lists.createIndex({ 'members.patron': 1 });
      await lists.createIndex({ deletedAt: 1 }, { sparse: true });
    },
    find: async (id) => (await lists.findOne({ _id: id, ...there })) ?? undefined,
    async publicOnes({ skip, size }) {
      const everybodys = { visibility: 'public', ...there } as const;
      const [found, total] = await Promise.all([
        lists.find(everybodys, { sort: newest, skip, limit: size }).toArray(),
        lists.countDocuments(everybodys),
      ]);
      return { lists: found, total };
    },
    ofPatron: (patron) => lists.find({ $or: [{ owner: patron }, { 'members.patron': patron }], ...there }, { sort: newest }).toArray(), // prettier-ignore
    countOwned: (owner) => lists.countDocuments({ owner, ...there }),
    async add(list) {
      await lists.insertOne(list);
    },
    async change(_id, version, text) {
      const next = { ...text, version: version + 1, changedAt: new Date() };
      return (
        (await lists.findOneAndUpdate({ _id, version, ...there }, { $set: next }, { returnDocument: 'after' })) ??
        undefined
      );
    },
    async addMember(_id, member) {
      const room = { 'members.patron': { $ne: member.patron }, [`members.${most.members - 1}`]: { $exists: false } };
      const { matchedCount } = await lists.updateOne({ _id, ...room, ...there }, { $push: { members: member } });
      return matchedCount === 1 || (await lists.countDocuments({ _id, 'members.patron': member.patron })) === 1;
    },
    async raiseMember(_id, patron) {
      await lists.updateOne(
        { _id, members: { $elemMatch: { patron, role: 'reader' } } },
        { $set: { 'members.$.role': 'writer' } },
      );
    },
    async removeMember(_id, id) {
      await lists.updateOne({ _id }, { $pull: { members: { id } } });
    },
    async addInvitation(_id, invitation) {
      await lists.updateOne({ _id }, { $pull: { invitations: { expiresAt: { $lt: new Date() } } } });
      const room = { [`invitations.${most.invitations - 1}`]: { $exists: false } };
      const { matchedCount } = await lists.updateOne({ _id, ...room }, { $push: { invitations: invitation } });
      return matchedCount === 1;
    },
    async removeInvitation(_id, id) {
      await lists.updateOne({ _id }, { $pull: { invitations: { id } } });
    },
    async handOver(_id, owner, { id, patron }) {
      await lists.updateOne(
        { _id, owner },
        {
          $set: { owner: patron, byline: '', changedAt: new Date() },
          $pull: { members: { id } },
          $inc: { version: 1 },
        },
      );
    },
    deletedOf: (owner) => lists.find({ owner, deletedAt: { $exists: true } }, { sort: { deletedAt: -1 } }).toArray(),
    async lay(_id) {
      await lists.updateOne({ _id, ...there }, { $set: { deletedAt: new Date() } });
    },
    async bringBack(_id, owner, since) {
      const { matchedCount } = await lists.updateOne(
        { _id, owner, deletedAt: { $gt: since } },
        { $unset: { deletedAt: '' } },
      );
      return matchedCount === 1;
    },
    async deletedBefore(then) {
      const found = await lists.find({ deletedAt: { $lt: then } }, { projection: { _id: 1 } }).toArray();
      return found.map(({ _id }) => _id);
    },
    async remove(id) {
      await lists.deleteOne({ _id: id });
    },
  };
}
