import type { Db } from 'mongodb';
import type { FindDisplayNames } from '../accounts/display-names.ts';
import type { PersonalRecords } from '../accounts/privacy.ts';
import type { Voices } from '../discovery/heard-work.ts';
import { keepPace, type Pace } from '../pace.ts';
import type { TextKeeper } from '../moderation/keeper.ts';
import { lastOfEach, rewritten, saysTheSame, summariseRatings, voiceId } from './decisions.ts';
import { changeWork, namesOf, refuseTooEarly, standing as standingWork, type Actor, type VoiceDeps } from './deps.ts';
import { voiceRecords } from './personal-records.ts';
import { VoiceProblem } from './problems.ts';
import { ratingsOver, type Ratings } from './ratings.ts';
import { voiceRepository } from './repository.ts';
import type { RatingSummary, Review, ReviewText } from './schema.ts';
import { reviewKeeper } from './keeper.ts';

/** A review as somebody sees it. */
export interface SeenReview {
  readonly review: Review;
  /** The name its author has chosen; absent once they have none. */
  readonly by: string | undefined;
  readonly stars: number | undefined;
  readonly helpful: number;
  readonly yours: boolean;
  readonly helpedYou: boolean;
}

export const reviewOrders = ['helpful', 'newest'] as const;
export type ReviewOrder = (typeof reviewOrders)[number];

/** What readers say of a work in stars and words, as far as it is found and sorted by it. */
export interface Heard {
  readonly ratings: RatingSummary;
  readonly texts: Voices['reviews'];
}

/**
 * Reviews and ratings. A review stands under the name its author has chosen, one of each patron and work. Others see those
 * that are published; their authors see theirs in whatever state they are.
 */
export interface Reviews {
  ensureIndexes(): Promise<void>;
  readonly ratings: Ratings;
  /** What accounts export and delete. */
  readonly records: PersonalRecords;
  /** How staff judge reviews. */
  readonly keeper: TextKeeper;
  /** @throws VoiceProblem `voiced-work-not-found` */
  ofWork(work: string, patron: string | undefined, wish: { order: ReviewOrder; page: number; size: number }): Promise<{ total: number; reviews: SeenReview[] }>; // prettier-ignore
  /** A patron's own reviews, those taken back left out, the last first. */
  ofPatron(patron: string): Promise<SeenReview[]>;
  /** @throws VoiceProblem `review-not-found` where it is not there for them */
  find(id: string, patron: string | undefined): Promise<SeenReview>;
  /** @throws VoiceProblem `voiced-work-not-found`, `display-name-missing`, `already-reviewed`; and those of `Admission.admit` */
  write(actor: Actor, work: string, text: ReviewText): Promise<SeenReview>;
  /** `done` is false where it is not at `version` any more: it is the present one. @throws as `write`, `review-not-found` */
  change(actor: Actor, id: string, wish: { version: number; text: ReviewText }): Promise<SeenReview & { done: boolean }>; // prettier-ignore
  /** Takes a review back; for a day it can be brought again. */
  withdraw(patron: string, id: string): Promise<void>;
  bringBack(actor: Actor, id: string): Promise<SeenReview>;
  /** @throws VoiceProblem `own-review`, `review-not-found`; TooFast */
  vote(actor: Actor, id: string, helpful: boolean): Promise<void>;
  /** For the index: what is said of works, by their ids. Works of which nothing is said are left out. */
  heard(works: ReadonlyMap<string, readonly string[]>): Promise<Map<string, Heard>>;
  /** Removes for good what was taken back more than a day ago, and counts the mean of ratings anew. */
  tidy(): Promise<void>;
}

/** How long what was taken back can be brought again. */
const dayMs = 86_400_000;

export interface ReviewDeps extends Omit<VoiceDeps, 'now'> {
  readonly database: Db;
  readonly now?: () => Date;
  /** The names that these patrons have chosen for what others read of them. */
  readonly displayNames: FindDisplayNames;
  /** How often a patron may rate, and call reviews helpful. */
  readonly pace: Pace;
}

export function createReviews({ database, displayNames, pace, now = () => new Date(), ...rest }: ReviewDeps): Reviews {
  const repository = voiceRepository(database);
  const deps: VoiceDeps = { ...rest, now };
  const ratings = ratingsOver({ ...deps, repository, pace });

  async function seen(reviews: readonly Review[], patron: string | undefined): Promise<SeenReview[]> {
    const authors = [...new Set(reviews.map((review) => review.patron))];
    const [names, votes, given] = await Promise.all([
      displayNames(authors),
      repository.votesOfReviews(reviews.map(({ _id }) => _id)),
      repository.ratingsOfPatrons(authors, [...new Set(reviews.map(({ work }) => work))]),
    ]);
    return reviews.map((review) => {
      const own = votes.filter((vote) => vote.review === review._id);
      return {
        review,
        by: names.get(review.patron),
        stars: given.find((one) => one.patron === review.patron && one.work === review.work)?.stars,
        helpful: own.length,
        yours: review.patron === patron,
        helpedYou: own.some((vote) => vote.patron === patron),
      };
    });
  }
  async function shown(review: Review, patron: string | undefined): Promise<SeenReview> {
    const [one] = await seen([review], patron);
    if (!one) throw new VoiceProblem('review-not-found');
    return one;
  }
  async function visible(id: string, patron: string | undefined): Promise<Review> {
    const review = await repository.review(id);
    const mayRead =
      review && !review.withdrawnAt && (review.standing.state === 'published' || review.patron === patron);
    if (!mayRead) throw new VoiceProblem('review-not-found');
    return review;
  }
  async function own(id: string, patron: string): Promise<Review> {
    const review = await repository.review(id);
    if (review?.patron !== patron) throw new VoiceProblem('review-not-found');
    return review;
  }
  /** Where a text stands that is written now. */
  async function admitted(
    { patron }: Actor,
    { title, text }: ReviewText,
    before?: Review,
  ): Promise<Review['standing']> {
    const name = (await displayNames([patron])).get(patron);
    if (name === undefined) throw new VoiceProblem('display-name-missing');
    return deps.admission.admit({ kind: 'review', patron, texts: [title, text, name], before: before?.standing });
  }

  const publishedOf = (reviews: readonly Review[]) => lastOfEach(reviews, ({ createdAt }) => createdAt);

  return {
    ratings,
    records: voiceRecords({ repository, deps }),
    keeper: reviewKeeper({ repository, deps, displayNames }),
    ensureIndexes: () => repository.ensureIndexes(),

    async ofWork(asked, patron, { order, page, size }) {
      const work = await standingWork(deps, asked);
      const all = publishedOf(await repository.reviewsOfWorks(await namesOf(deps, work)));
      const votes = Map.groupBy(await repository.votesOfReviews(all.map(({ _id }) => _id)), ({ review }) => review);
      const helpful = ({ _id }: Review) => (order === 'helpful' ? (votes.get(_id)?.length ?? 0) : 0);
      const sorted = all
        .filter((review) => review.standing.state === 'published' || review.patron === patron)
        .toSorted((a, b) => Number(b.patron === patron) - Number(a.patron === patron) || helpful(b) - helpful(a) || b.createdAt.getTime() - a.createdAt.getTime()); // prettier-ignore
      return { total: sorted.length, reviews: await seen(sorted.slice((page - 1) * size, page * size), patron) };
    },

    async ofPatron(patron) {
      const all = (await repository.reviewsOfPatron(patron)).filter(({ withdrawnAt }) => !withdrawnAt);
      return seen(all.toSorted((a, b) => b.changedAt.getTime() - a.changedAt.getTime()), patron); // prettier-ignore
    },

    find: async (id, patron) => shown(await visible(id, patron), patron),

    async write(actor, asked, text) {
      await refuseTooEarly(deps, actor);
      const { patron } = actor;
      const work = await standingWork(deps, asked);
      const names = await namesOf(deps, work);
      const there = await repository.reviewsOfWorks(names);
      if (there.some((one) => one.patron === patron)) throw new VoiceProblem('already-reviewed');
      const _id = voiceId('review', patron, work);
      const earlier = (await repository.reviewsOfPatron(patron)).filter((one) => names.includes(one.work));
      // taken back and written anew, what staff have hidden is what they have hidden
      const standing = await admitted(
        actor,
        text,
        earlier.find((one) => one.standing.state !== 'published'),
      );
      const at = now();
      const review: Review = {
        _id,
        version: 1,
        work,
        patron,
        ...text,
        standing,
        createdAt: at,
        changedAt: at,
        history: [],
      };
      const withdrawn = earlier.find((one) => one._id === _id);
      const stored = await changeWork(deps, work, async () => {
        if (!withdrawn) return repository.addReview(review);
        await repository.removeVotesOf({ review: _id });
        return repository.swapReview(withdrawn, { ...review, version: withdrawn.version + 1 });
      });
      if (!stored) throw new VoiceProblem('already-reviewed');
      return shown((await repository.review(_id)) ?? review, patron);
    },

    async change(actor, id, { version, text }) {
      const before = await own(id, actor.patron);
      if (before.withdrawnAt) throw new VoiceProblem('review-not-found');
      await refuseTooEarly(deps, actor);
      if (saysTheSame(before, text)) return { ...(await shown(before, actor.patron)), done: true };
      if (before.version !== version) return { ...(await shown(before, actor.patron)), done: false };
      const next = rewritten(before, text, await admitted(actor, text, before), now());
      const done = await changeWork(deps, await standingWork(deps, before.work), () =>
        repository.swapReview(before, next),
      );
      return { ...(await shown(await own(id, actor.patron), actor.patron)), done };
    },

    async withdraw(patron, id) {
      const review = await own(id, patron);
      // of a work that is gone as well: what one has written is one's own
      const work = (await deps.catalogue.standingWork(review.work)) ?? review.work;
      await changeWork(deps, work, () => repository.withdrawReview(id, now()));
    },

    async bringBack(actor, id) {
      const review = await own(id, actor.patron);
      await refuseTooEarly(deps, actor);
      await deps.admission.refuseBanned(actor.patron);
      await changeWork(deps, await standingWork(deps, review.work), () => repository.withdrawReview(id, undefined));
      return shown(await own(id, actor.patron), actor.patron);
    },

    async vote(actor, id, helpful) {
      const review = await visible(id, actor.patron);
      if (review.patron === actor.patron) throw new VoiceProblem('own-review');
      const _id = voiceId('vote', actor.patron, id);
      if (!helpful) return repository.removeVote(_id);
      await refuseTooEarly(deps, actor);
      await deps.admission.refuseBanned(actor.patron);
      await keepPace(pace, actor.patron);
      await repository.addVote({ _id, review: id, patron: actor.patron, at: now() });
    },

    async heard(works) {
      const names = [...works.values()].flat();
      const [rated, reviewed] = await Promise.all([repository.ratingsOfWorks(names), repository.reviewsOfWorks(names)]);
      const ratingsOf = Map.groupBy(rated, ({ work }) => work);
      const reviewsOf = Map.groupBy(reviewed, ({ work }) => work);
      const heard = new Map<string, Heard>();
      for (const [work, all] of works) {
        const given = lastOfEach(all.flatMap((name) => ratingsOf.get(name) ?? []), ({ at }) => at); // prettier-ignore
        const texts = publishedOf(all.flatMap((name) => reviewsOf.get(name) ?? []))
          .filter(({ standing }) => standing.state === 'published')
          .toSorted((a, b) => b.createdAt.getTime() - a.createdAt.getTime() || (a._id < b._id ? -1 : 1))
          .map(({ title, text, language }) => ({ text: `${title} ${text}`.trim(), language }));
        if (given.length + texts.length > 0) heard.set(work, { ratings: summariseRatings(given), texts });
      }
      return heard;
    },

    async tidy() {
      for (const { _id } of await repository.reviewsWithdrawnBefore(new Date(now().getTime() - dayMs))) {
        await repository.removeVotesOf({ review: _id });
        await repository.removeReview(_id);
      }
      await ratings.refreshMean();
    },
  };
}
