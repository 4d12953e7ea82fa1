import type { Collection, Db } from 'mongodb';
import { inserted } from '../insertion.ts';
import type { KeptText } from '../moderation/keeper.ts';
import type { Standing } from '../moderation/schema.ts';
import type { Tag } from './schema.ts';

export interface TagRepository {
  ensureIndexes(): Promise<void>;
  tag(id: string): Promise<Tag | undefined>;
  /** Where a tag stood that staff had taken away before its writer did. */
  takenBack(id: string): Promise<Standing | undefined>;
  /** One that is there already stays as it is. */
  add(tag: Tag): Promise<void>;
  /** Those that stand so, by `standing.since`. */
  standing(state: Standing['state'], page: { after?: Date | undefined; most: number }): Promise<Tag[]>;
  /** False where it does not stand so any more. */
  move(read: Pick<KeptText, 'id' | 'standing'>, standing: Standing): Promise<boolean>;
  /** Takes a tag back, as its writer may. */
  remove(id: string): Promise<void>;
  /** Puts a tag in the place of another one, which goes; where there is one with its id, that stays. */
  give(tag: Tag, instead: string): Promise<void>;
  /** All of a patron's, those included that were taken back. */
  allOf(patron: string): Promise<Tag[]>;
  /** Of an account that is deleted: all there is of its tags. */
  removeForGood(patron: string): Promise<void>;
  ofWorks(works: readonly string[]): Promise<Tag[]>;
  /** A published one with a key, of these works where some are named. */
  ofAnother(patron: string, key: string, works?: readonly string[]): Promise<Tag | undefined>;
  ofPatron(patron: string): Promise<Tag[]>;
}

export function tagRepository(database: Db): TagRepository {
  const tags: Collection<Tag> = database.collection('tags');
  const there = { takenBackAt: { $exists: false } } as const;
  const takenAway = [
    { 'standing.state': 'hidden' },
    { 'standing.cause': { $in: ['reports', 'hidden-before'] } },
  ] as const;
  return {
    async ensureIndexes() {
      await tags.createIndex({ work: 1 });
      await tags.createIndex({ patron: 1 });
      await tags.createIndex({ key: 1, work: 1 });
      await tags.createIndex({ 'standing.state': 1, 'standing.since': 1 });
    },
    tag: async (_id) => (await tags.findOne({ _id, ...there })) ?? undefined,
    takenBack: async (_id) => (await tags.findOne({ _id, takenBackAt: { $exists: true } }))?.standing,
    async add(tag) {
      await inserted(tags.replaceOne({ _id: tag._id, takenBackAt: { $exists: true } }, tag, { upsert: true }));
    },
    standing: (state, { after, most }) =>
      tags
        .find({ 'standing.state': state, ...(after && { 'standing.since': { $gt: after } }), ...there })
        .sort({ 'standing.since': 1 })
        .limit(most)
        .toArray(),
    async move({ id: _id, standing: { state, since } }, next) {
      const asRead = { _id, 'standing.state': state, 'standing.since': since };
      return (await tags.updateOne(asRead, { $set: { standing: next } })).matchedCount === 1;
    },
    async remove(_id) {
      const { deletedCount } = await tags.deleteOne({ _id, $nor: [...takenAway] });
      if (deletedCount === 0) await tags.updateOne({ _id }, { $set: { takenBackAt: new Date() } });
    },
    async give(tag, instead) {
      await inserted(tags.insertOne(tag));
      await tags.deleteOne({ _id: instead });
    },
    allOf: (patron) => tags.find({ patron }).toArray(),
    async removeForGood(patron) {
      await tags.deleteMany({ patron });
    },
    ofWorks: (works) => tags.find({ work: { $in: [...works] }, ...there }).toArray(),
    async ofAnother(patron, key, works) {
      const found = await tags.findOne({ key, ...(works && { work: { $in: [...works] } }), patron: { $ne: patron }, 'standing.state': 'published', ...there }); // prettier-ignore
      return found ?? undefined;
    },
    ofPatron: (patron) => tags.find({ patron, ...there }).toArray(),
  };
}
