import type { Collection, Db, Filter } from 'mongodb';
import { inserted } from '../insertion.ts';
import { asRead, type KeptText } from '../moderation/keeper.ts';
import type { Standing } from '../moderation/schema.ts';
import type { Comment, CommentedOn } from './schema.ts';

export interface CommentRepository {
  ensureIndexes(): Promise<void>;
  find(id: string): Promise<Comment | undefined>;
  /** Those that begin a thread, whoever may see them, the first first. */
  heads(on: CommentedOn, page: { skip: number; most: number }): Promise<Comment[]>;
  countHeads(on: CommentedOn): Promise<number>;
  /** Answers to these that may be seen by the reader, the first first. */
  answers(parents: readonly string[], reader: string | undefined): Promise<Comment[]>;
  /** How many published ones each has. */
  counts(kind: CommentedOn['kind'], ids: readonly string[]): Promise<Map<string, number>>;
  /** False where there is one with its id. */
  add(comment: Comment): Promise<boolean>;
  /** Undefined where it is not as it was read any more. */
  change(before: Comment, change: Partial<Comment>): Promise<Comment | undefined>;
  /** Of those that begin a thread an empty place is left. */
  remove(comment: Comment): Promise<void>;
  removeAllOn(on: CommentedOn): Promise<void>;
  standing(state: Standing['state'], page: { after?: Date | undefined; most: number }): Promise<Comment[]>;
  move(read: Pick<KeptText, 'id' | 'version' | 'standing'>, standing: Standing): Promise<boolean>;
  moveAuthor(from: string, to: string): Promise<void>;
  ofAuthor(author: string): Promise<Comment[]>;
  lastOf(author: string): Promise<Comment | undefined>;
}

const mostAnswers = 1_000;

export function commentRepository(database: Db): CommentRepository {
  const comments: Collection<Comment> = database.collection('comments');
  const published = 'published' as const;
  /** What has been taken away keeps its place: whether anything hangs on it is seen with its answers. */
  const heads = ({ kind, id }: CommentedOn): Filter<Comment> => ({ 'on.kind': kind, 'on.id': id, parent: { $exists: false } }); // prettier-ignore
  const seenBy = (reader: string | undefined): Filter<Comment> => ({
    $or: [{ 'standing.state': published }, ...(reader === undefined ? [] : [{ author: reader }])],
  });

  return {
    async ensureIndexes() {
      await comments.createIndex({ 'on.kind': 1, 'on.id': 1, writtenAt: 1 });
      await comments.createIndex({ parent: 1, writtenAt: 1 }, { sparse: true });
      await comments.createIndex({ author: 1, writtenAt: -1 }, { sparse: true });
      await comments.createIndex({ 'standing.state': 1, 'standing.since': 1 });
    },
    find: async (_id) => (await comments.findOne({ _id })) ?? undefined,
    heads: (on, { skip, most }) => comments.find(heads(on)).sort({ writtenAt: 1, _id: 1 }).skip(skip).limit(most).toArray(), // prettier-ignore
    countHeads: (on) => comments.countDocuments(heads(on)),
    answers: (parents, reader) =>
      comments
        .find({ parent: { $in: [...parents] }, ...seenBy(reader) })
        .sort({ writtenAt: 1, _id: 1 })
        .limit(mostAnswers)
        .toArray(),
    async counts(kind, ids) {
      const counted = await comments
        .aggregate<{ _id: string; count: number }>([
          {
            $match: {
              'on.kind': kind,
              'on.id': { $in: [...ids] },
              'standing.state': published,
              removedAt: { $exists: false },
            },
          },
          { $group: { _id: '$on.id', count: { $sum: 1 } } },
        ])
        .toArray();
      return new Map(counted.map(({ _id, count }) => [_id, count]));
    },
    add: (comment) => inserted(comments.insertOne(comment)),
    async change({ _id: id, version, standing }, change) {
      const next = { ...change, version: version + 1 };
      const before = { ...asRead({ id, version, standing }), removedAt: { $exists: false } };
      return (await comments.findOneAndUpdate(before, { $set: next }, { returnDocument: 'after' })) ?? undefined;
    },
    async remove({ _id, parent }) {
      if (parent !== undefined) await comments.deleteOne({ _id });
      else
        await comments.updateOne(
          { _id },
          {
            $set: { text: '', byline: '', removedAt: new Date(), 'standing.state': published },
            $unset: { author: '', editedAt: '', 'standing.cause': '', 'standing.by': '' },
            $inc: { version: 1 },
          },
        );
    },
    async removeAllOn({ kind, id }) {
      await comments.deleteMany({ 'on.kind': kind, 'on.id': id });
    },
    standing: (state, { after, most }) =>
      comments
        .find({
          'standing.state': state,
          removedAt: { $exists: false },
          ...(after && { 'standing.since': { $gt: after } }),
        })
        .sort({ 'standing.since': 1 })
        .limit(most)
        .toArray(),
    async move(read, standing) {
      const before = { ...asRead(read), removedAt: { $exists: false } };
      return (await comments.updateOne(before, { $set: { standing } })).matchedCount === 1;
    },
    async moveAuthor(author, to) {
      await comments.updateMany({ author }, { $set: { author: to } });
    },
    ofAuthor: (author) => comments.find({ author }).sort({ writtenAt: 1 }).toArray(),
    lastOf: async (author) => (await comments.findOne({ author }, { sort: { writtenAt: -1 } })) ?? undefined,
  };
}
