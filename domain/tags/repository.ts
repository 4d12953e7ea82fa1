import type { Collection, Db } from 'mongodb';
import { inserted } from '../insertion.ts';
import type { KeptText } from '../moderation/keeper.ts';
import type { Standing } from '../moderation/schema.ts';
import type { Tag } from './schema.ts';

export interface TagRepository {
  ensureIndexes(): Promise<void>;
  tag(id: string): Promise<Tag | undefined>;
  /** One that is there already stays as it is. */
  add(tag: Tag): Promise<void>;
  /** Those that stand so, by `standing.since`. */
  standing(state: Standing['state'], page: { after?: Date | undefined; most: number }): Promise<Tag[]>;
  /** False where it does not stand so any more. */
  move(read: Pick<KeptText, 'id' | 'standing'>, standing: Standing): Promise<boolean>;
  remove(id: string): Promise<void>;
  ofWorks(works: readonly string[]): Promise<Tag[]>;
  ofPatron(patron: string): Promise<Tag[]>;
}

export function tagRepository(database: Db): TagRepository {
  const tags: Collection<Tag> = database.collection('tags');
  return {
    async ensureIndexes() {
      await tags.createIndex({ work: 1 });
      await tags.createIndex({ patron: 1 });
      await tags.createIndex({ 'standing.state': 1, 'standing.since': 1 });
    },
    tag: async (_id) => (await tags.findOne({ _id })) ?? undefined,
    async add(tag) {
      await inserted(tags.insertOne(tag));
    },
    standing: (state, { after, most }) =>
      tags
        .find({ 'standing.state': state, ...(after && { 'standing.since': { $gt: after } }) })
        .sort({ 'standing.since': 1 })
        .limit(most)
        .toArray(),
    async move({ id: _id, standing: { state, since } }, next) {
      const asRead = { _id, 'standing.state': state, 'standing.since': since };
      return (await tags.updateOne(asRead, { $set: { standing: next } })).matchedCount === 1;
    },
    async remove(_id) {
      await tags.deleteOne({ _id });
    },
    ofWorks: (works) => tags.find({ work: { $in: [...works] } }).toArray(),
    ofPatron: (patron) => tags.find({ patron }).toArray(),
  };
}
