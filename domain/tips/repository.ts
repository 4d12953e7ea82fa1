import type { Collection, Db, Filter } from 'mongodb';
import type { Audience } from '../catalogue/schema.ts';
import { inserted } from '../insertion.ts';
import { asRead, type KeptText } from '../moderation/keeper.ts';
import type { Standing } from '../moderation/schema.ts';
import type { Tip } from './schema.ts';

/** Which tips; all that everybody may read where nothing is said. */
export interface TipChoice {
  readonly audience?: Audience | undefined;
  readonly municipality?: string | undefined;
  /** About one of these works. */
  readonly works?: readonly string[] | undefined;
  /** By library staff only. */
  readonly byStaff?: boolean | undefined;
}

export interface TipRepository {
  ensureIndexes(): Promise<void>;
  find(id: string): Promise<Tip | undefined>;
  /** Published ones, the newest first. */
  page(choice: TipChoice, range: { skip: number; most: number }): Promise<Tip[]>;
  count(choice: TipChoice): Promise<number>;
  /** False where there is one with its id. */
  add(tip: Tip): Promise<boolean>;
  /** Undefined where it is not as it was read any more. */
  change(before: Tip, change: Partial<Tip>): Promise<Tip | undefined>;
  remove(id: string): Promise<void>;
  standing(state: Standing['state'], page: { after?: Date | undefined; most: number }): Promise<Tip[]>;
  move(read: Pick<KeptText, 'id' | 'version' | 'standing'>, standing: Standing): Promise<boolean>;
  moveAuthor(from: string, to: string): Promise<void>;
  ofAuthor(author: string): Promise<Tip[]>;
  /** Published ones with any of these works, the newest first. */
  about(works: readonly string[]): Promise<Tip[]>;
}

export function tipRepository(database: Db): TipRepository {
  const tips: Collection<Tip> = database.collection('tips');
  const chosen = ({ audience, municipality, works, byStaff }: TipChoice): Filter<Tip> => ({
    'standing.state': 'published',
    ...(audience && { audiences: audience }),
    ...(municipality !== undefined && { municipality }),
    ...(works && { 'works.id': { $in: [...works] } }),
    ...(byStaff && { byStaff }),
  });
  return {
    async ensureIndexes() {
      await tips.createIndex({ 'standing.state': 1, audiences: 1, writtenAt: -1 });
      await tips.createIndex({ 'standing.state': 1, municipality: 1, writtenAt: -1 });
      await tips.createIndex({ 'standing.state': 1, writtenAt: -1 });
      await tips.createIndex({ 'standing.state': 1, 'standing.since': 1 });
      await tips.createIndex({ 'works.id': 1, writtenAt: -1 });
      await tips.createIndex({ author: 1, writtenAt: -1 }, { sparse: true });
    },
    find: async (_id) => (await tips.findOne({ _id })) ?? undefined,
    page: (choice, { skip, most }) =>
      tips.find(chosen(choice)).sort({ writtenAt: -1, _id: 1 }).skip(skip).limit(most).toArray(),
    count: (choice) => tips.countDocuments(chosen(choice)),
    add: (tip) => inserted(tips.insertOne(tip)),
    async change({ _id: id, version, standing }, change) {
      const next = { ...change, version: version + 1 };
      const before = asRead({ id, version, standing });
      return (await tips.findOneAndUpdate(before, { $set: next }, { returnDocument: 'after' })) ?? undefined;
    },
    async remove(_id) {
      await tips.deleteOne({ _id });
    },
    standing: (state, { after, most }) =>
      tips
        .find({ 'standing.state': state, ...(after && { 'standing.since': { $gt: after } }) })
        .sort({ 'standing.since': 1 })
        .limit(most)
        .toArray(),
    async move(read, standing) {
      return (await tips.updateOne(asRead(read), { $set: { standing } })).matchedCount === 1;
    },
    async moveAuthor(author, to) {
      await tips.updateMany({ author }, { $set: { author: to } });
    },
    about: (works) => tips.find({ 'works.id': { $in: [...works] }, 'standing.state': 'published' }).sort({ writtenAt: -1, _id: 1 }).toArray(), // prettier-ignore
    ofAuthor: (author) => tips.find({ author }).sort({ writtenAt: -1 }).toArray(),
  };
}
