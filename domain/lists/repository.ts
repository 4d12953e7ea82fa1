import type { Collection, Db } from 'mongodb';
import { asRead, type KeptText } from '../moderation/keeper.ts';
import type { Standing } from '../moderation/schema.ts';
import { most, type Invitation, type Member, type WorkList } from './schema.ts';

/** Lists themselves. What several people may do at once is one conditional write each; only its text counts versions. */
export interface ListRepository {
  ensureIndexes(): Promise<void>;
  find(id: string): Promise<WorkList | undefined>;
  /** Those a patron owns or was invited to, the last changed first. */
  ofPatron(patron: string): Promise<WorkList[]>;
  countOwned(patron: string): Promise<number>;
  add(list: WorkList): Promise<void>;
  /** Undefined where it is not at that version any more, does not stand as it did, or is gone. */
  change(before: WorkList, change: Partial<WorkList>): Promise<WorkList | undefined>; // prettier-ignore
  /** Lists that others could read which stand so, by `standing.since`. */
  standing(state: Standing['state'], page: { after?: Date | undefined; most: number }): Promise<WorkList[]>;
  /** False where it is not as it was read any more. */
  judge(read: Pick<KeptText, 'id' | 'version' | 'standing'>, standing: Standing): Promise<boolean>;
  /** False where there is no room for another member; one who is there already stays as they are. */
  addMember(id: string, member: Member): Promise<boolean>;
  /** Makes a reader a writer. */
  raiseMember(id: string, patron: string): Promise<void>;
  removeMember(id: string, memberId: string): Promise<void>;
  addInvitation(id: string, invitation: Invitation): Promise<boolean>;
  removeInvitation(id: string, invitation: string): Promise<void>;
  removeInvitations(id: string): Promise<void>;
  handOver(id: string, from: string, to: Member): Promise<void>;
  /** Makes what a patron owns or takes part in another account's of theirs; deleted lists too. */
  move(from: string, to: string): Promise<void>;
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
/** Never shared since lists are judged. */
const unjudged = { standing: { $exists: false } } as const;

export function listRepository(database: Db): ListRepository {
  const lists: Collection<WorkList> = database.collection('lists');
  async function raiseMember(_id: string, patron: string): Promise<void> {
    const raise = { $set: { 'members.$[one].role': 'writer' as const } };
    await lists.updateOne({ _id }, raise, { arrayFilters: [{ 'one.patron': patron }] });
  }
  const newest = { changedAt: -1, _id: 1 } as const;
  return {
    async ensureIndexes() {
      await lists.createIndex({ owner: 1 });
      await lists.createIndex({ 'standing.state': 1, 'standing.since': 1 }, { sparse: true });
      await lists.createIndex({ 'members.patron': 1 });
      await lists.createIndex({ deletedAt: 1 }, { sparse: true });
    },
    find: async (id) => (await lists.findOne({ _id: id, ...there })) ?? undefined,
    ofPatron: (patron) => lists.find({ $or: [{ owner: patron }, { 'members.patron': patron }], ...there }, { sort: newest }).toArray(), // prettier-ignore
    countOwned: (owner) => lists.countDocuments({ owner, ...there }),
    async add(list) {
      await lists.insertOne(list);
    },
    async change({ _id, version, standing }, change) {
      const next = { ...change, version: version + 1, changedAt: new Date() };
      const before = {
        ...(standing ? asRead({ id: _id, version, standing }) : { _id, version, ...unjudged }),
        ...there,
      };
      return (await lists.findOneAndUpdate(before, { $set: next }, { returnDocument: 'after' })) ?? undefined;
    },
    standing: (state, { after, most: limit }) =>
      lists
        .find({ 'standing.state': state, ...(after && { 'standing.since': { $gt: after } }), ...there })
        .sort({ 'standing.since': 1 })
        .limit(limit)
        .toArray(),
    async judge(read, standing) {
      const { id: _id, version } = read;
      const { matchedCount } = await lists.updateOne(
        { $or: [asRead(read), { _id, version, ...unjudged }] },
        { $set: { standing } },
      );
      return matchedCount === 1;
    },
    async addMember(_id, member) {
      const room = { 'members.patron': { $ne: member.patron }, [`members.${most.members - 1}`]: { $exists: false } };
      const { matchedCount } = await lists.updateOne({ _id, ...room, ...there }, { $push: { members: member } });
      return matchedCount === 1 || (await lists.countDocuments({ _id, 'members.patron': member.patron })) === 1;
    },
    raiseMember,
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
    async removeInvitations(_id) {
      await lists.updateOne({ _id }, { $set: { invitations: [] } });
    },
    async handOver(_id, owner, { id, patron }) {
      await lists.updateOne(
        { _id, owner },
        {
          $set: { owner: patron, byline: '', changedAt: new Date() },
          $unset: { words: '', wordsBy: '' },
          $pull: { members: { id } },
          $inc: { version: 1 },
        },
      );
    },
    async move(from, to) {
      await lists.updateMany({ owner: from }, { $set: { owner: to }, $pull: { members: { patron: to } } });
      const both = await lists.find({ 'members.patron': from, $or: [{ owner: to }, { 'members.patron': to }] }).toArray(); // prettier-ignore
      for (const { _id, members } of both) {
        const wrote = members.some(({ patron, role }) => patron === from && role === 'writer');
        if (wrote) await raiseMember(_id, to);
        await lists.updateOne({ _id }, { $pull: { members: { patron: from } } });
      }
      const rename = { $set: { 'members.$[one].patron': to } };
      await lists.updateMany({ 'members.patron': from }, rename, { arrayFilters: [{ 'one.patron': from }] });
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
