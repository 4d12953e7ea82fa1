import type { Collection, Db } from 'mongodb';
import { inserted } from '../insertion.ts';
import type { KeptText } from '../moderation/keeper.ts';
import type { Standing } from '../moderation/schema.ts';
import type { HelpfulVote, Rating, Review } from './schema.ts';

export interface VoiceRepository {
  ensureIndexes(): Promise<void>;

  storeRating(rating: Rating): Promise<void>;
  removeRating(id: string): Promise<void>;
  ratingsOfWorks(works: readonly string[]): Promise<Rating[]>;
  ratingsOfPatrons(patrons: readonly string[], works?: readonly string[]): Promise<Rating[]>;
  allStars(): AsyncIterable<Pick<Rating, 'stars'>>;
  ratingsFrom(stars: number): AsyncIterable<Rating>;
  ratedWorks(): Promise<string[]>;

  review(id: string): Promise<Review | undefined>;
  /** False where there is one already. */
  addReview(review: Review): Promise<boolean>;
  /** Compare-and-swap on the version and on whether it was taken back. */
  swapReview(before: Review, next: Review): Promise<boolean>;
  /** Those that stand so and were not taken back, by `standing.since`. */
  reviewsStanding(state: Standing['state'], page: { after?: Date | undefined; most: number }): Promise<Review[]>;
  /** False where it is not at that version any more, or does not stand so. */
  moveReview(read: Moved, standing: Standing): Promise<boolean>;
  withdrawReview(id: string, at: Date | undefined): Promise<void>;
  /** Those that were not taken back, in whatever state. */
  reviewsOfWorks(works: readonly string[]): Promise<Review[]>;
  reviewsOfPatron(patron: string): Promise<Review[]>;
  reviewsWithdrawnBefore(at: Date): Promise<Review[]>;
  removeReview(id: string): Promise<void>;

  /** Makes a review another account's of its author; it keeps its id, and with it its address. */
  giveReview(id: string, to: string): Promise<void>;

  addVote(vote: HelpfulVote): Promise<void>;
  removeVote(id: string): Promise<void>;
  votesOfReviews(reviews: readonly string[]): Promise<HelpfulVote[]>;
  votesOfPatron(patron: string): Promise<HelpfulVote[]>;
  removeVotesOf(where: { review: string } | { patron: string }): Promise<void>;

  /** The mean of all ratings that works are compared with, as it was last told. */
  mean(): Promise<number | undefined>;
  setMean(mean: number): Promise<void>;
}

/** What staff have read of a text. */
type Moved = Pick<KeptText, 'id' | 'version' | 'standing'>;

export function voiceRepository(database: Db): VoiceRepository {
  const ratings: Collection<Rating> = database.collection('ratings');
  const reviews: Collection<Review> = database.collection('reviews');
  const votes: Collection<HelpfulVote> = database.collection('helpfulVotes');
  const means: Collection<{ _id: string; mean: number }> = database.collection('ratingMeans');
  const standing = { withdrawnAt: { $exists: false } };

  return {
    async ensureIndexes() {
      await ratings.createIndex({ work: 1 });
      await ratings.createIndex({ patron: 1 });
      await reviews.createIndex({ work: 1 });
      await reviews.createIndex({ patron: 1 });
      await reviews.createIndex({ 'standing.state': 1, 'standing.since': 1 });
      await reviews.createIndex({ withdrawnAt: 1 }, { sparse: true });
      await votes.createIndex({ review: 1 });
      await votes.createIndex({ patron: 1 });
    },

    async storeRating({ _id, ...rating }) {
      await ratings.replaceOne({ _id }, rating, { upsert: true });
    },
    async removeRating(_id) {
      await ratings.deleteOne({ _id });
    },
    ratingsOfWorks: (works) => ratings.find({ work: { $in: [...works] } }).toArray(),
    ratingsOfPatrons: (patrons, works) =>
      ratings.find({ patron: { $in: [...patrons] }, ...(works && { work: { $in: [...works] } }) }).toArray(),
    allStars: () => ratings.find({}, { projection: { _id: 0, stars: 1 }, batchSize: 5_000 }),
    ratingsFrom: (stars) => ratings.find({ stars: { $gte: stars } }, { batchSize: 5_000 }),
    ratedWorks: () => ratings.distinct('work'),

    review: async (_id) => (await reviews.findOne({ _id })) ?? undefined,
    addReview: (review) => inserted(reviews.insertOne(review)),
    async swapReview({ _id, version, withdrawnAt }, next) {
      const same = withdrawnAt ? { withdrawnAt } : standing;
      const { matchedCount } = await reviews.replaceOne({ _id, version, ...same }, next);
      return matchedCount === 1;
    },
    reviewsStanding: (state, { after, most }) =>
      reviews
        .find({ 'standing.state': state, ...(after && { 'standing.since': { $gt: after } }), ...standing })
        .sort({ 'standing.since': 1 })
        .limit(most)
        .toArray(),
    async moveReview({ id, version, standing: { state, since } }, next) {
      const asRead = { _id: id, version, 'standing.state': state, 'standing.since': since };
      return (await reviews.updateOne(asRead, { $set: { standing: next } })).matchedCount === 1;
    },
    async withdrawReview(_id, at) {
      await reviews.updateOne({ _id }, at ? { $set: { withdrawnAt: at } } : { $unset: { withdrawnAt: '' } });
    },
    reviewsOfWorks: (works) => reviews.find({ work: { $in: [...works] }, ...standing }).toArray(),
    reviewsOfPatron: (patron) => reviews.find({ patron }).toArray(),
    reviewsWithdrawnBefore: (at) => reviews.find({ withdrawnAt: { $lt: at } }).toArray(),
    async removeReview(_id) {
      await reviews.deleteOne({ _id });
    },

    async giveReview(_id, to) {
      await reviews.updateOne({ _id }, { $set: { patron: to } });
    },

    async addVote(vote) {
      await inserted(votes.insertOne(vote));
    },
    async removeVote(_id) {
      await votes.deleteOne({ _id });
    },
    votesOfReviews: (ids) => votes.find({ review: { $in: [...ids] } }).toArray(),
    votesOfPatron: (patron) => votes.find({ patron }).toArray(),
    async removeVotesOf(where) {
      await votes.deleteMany(where);
    },

    mean: async () => (await means.findOne({ _id: 'all' }))?.mean,
    async setMean(mean) {
      await means.replaceOne({ _id: 'all' }, { mean }, { upsert: true });
    },
  };
}
