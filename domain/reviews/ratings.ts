import { changeWork, namesOf, refuseTooEarly, standing, type Actor, type VoiceDeps } from './deps.ts';
import { lastOfEach, meanOf, summariseRatings, usualMean, voiceId } from './decisions.ts';
import { keepPace, type Pace } from '../pace.ts';
import type { VoiceRepository } from './repository.ts';
import type { Rating, RatingSummary } from './schema.ts';

/**
 * Stars: one rating of each patron and work, in one write of its own. No sum is kept anywhere: averages are counted from the
 * ratings whenever a work is shown or indexed, so that no crash can make them wrong.
 */
export interface Ratings {
  /** @throws TooFast; VoiceProblem `voiced-work-not-found`; ModerationProblem `community-not-started`, `writer-banned` */
  rate(actor: Actor, work: string, stars: number): Promise<void>;
  /** Takes a rating back; anybody may at any time. */
  unrate(patron: string, work: string): Promise<void>;
  /** @throws VoiceProblem `voiced-work-not-found` */
  of(work: string, patron?: string): Promise<RatingSummary & { yours: number | undefined }>;
  /** Those of a patron, the last first. */
  ofPatron(patron: string): Promise<Rating[]>;
  /** The mean that works are compared with. */
  mean(): Promise<number>;
  /** Counts the mean anew; where it has moved, all rated works are indexed anew. */
  refreshMean(): Promise<void>;
}

interface Deps extends VoiceDeps {
  readonly repository: VoiceRepository;
  readonly pace: Pace;
}

export function ratingsOver(deps: Deps): Ratings {
  const { repository, changes, now } = deps;
  const idOf = (patron: string, work: string) => voiceId('rating', patron, work);

  return {
    async rate(actor, asked, stars) {
      await refuseTooEarly(deps, actor);
      await deps.admission.refuseBanned(actor.patron);
      await keepPace(deps.pace, actor.patron);
      const work = await standing(deps, asked);
      const rating = { _id: idOf(actor.patron, work), work, patron: actor.patron, stars, at: now() };
      await changeWork(deps, work, () => repository.storeRating(rating));
    },

    async unrate(patron, asked) {
      const work = await standing(deps, asked);
      const names = await namesOf(deps, work);
      await changeWork(deps, work, async () => {
        for (const name of names) await repository.removeRating(idOf(patron, name));
      });
    },

    async of(asked, patron) {
      const work = await standing(deps, asked);
      const ratings = lastOfEach(await repository.ratingsOfWorks(await namesOf(deps, work)), ({ at }) => at);
      return { ...summariseRatings(ratings), yours: ratings.find((one) => one.patron === patron)?.stars };
    },

    ofPatron: async (patron) =>
      (await repository.ratingsOfPatrons([patron])).toSorted((a, b) => b.at.getTime() - a.at.getTime()),

    mean: async () => (await repository.mean()) ?? usualMean,

    async refreshMean() {
      let count = 0;
      let sum = 0;
      for await (const { stars } of repository.allStars()) {
        count += 1;
        sum += stars;
      }
      const mean = meanOf({ count, average: count > 0 ? sum / count : undefined });
      if (mean === ((await repository.mean()) ?? usualMean)) return;
      const rated = await repository.ratedWorks();
      const current = new Set(await Promise.all(rated.map((work) => deps.catalogue.standingWork(work))));
      await changes.recordChange(
        [...current].flatMap((work) => work ?? []),
        () => repository.setMean(mean),
      );
    },
  };
}
