import type { PersonalRecords } from '../accounts/privacy.ts';
import { changeWork, type VoiceDeps } from './deps.ts';
import { voiceId } from './decisions.ts';
import { moveVoices } from './move-voices.ts';
import type { VoiceRepository } from './repository.ts';

/** What is kept of a patron's ratings, reviews and votes. All of it goes with the account. */
export function voiceRecords({ repository, deps }: { repository: VoiceRepository; deps: VoiceDeps }): PersonalRecords {
  return {
    name: 'reviews',

    async export(patron) {
      const [ratings, reviews, votes] = await Promise.all([
        repository.ratingsOfPatrons([patron]),
        repository.reviewsOfPatron(patron),
        repository.votesOfPatron(patron),
      ]);
      return {
        ratings: ratings.map(({ work, stars, at }) => ({ work, stars, at })),
        reviews: reviews.map(({ _id: id, patron: _patron, ...review }) => ({ id, ...review })),
        helpful: votes.map(({ review, at }) => ({ review, at })),
      };
    },

    hindrance: async () => undefined,

    async count(patron) {
      const [ratings, reviews] = await Promise.all([repository.ratingsOfPatrons([patron]), repository.reviewsOfPatron(patron)]); // prettier-ignore
      return { ratings: ratings.length, reviews: reviews.filter(({ withdrawnAt }) => !withdrawnAt).length };
    },

    move: (from, to) => moveVoices({ repository, deps }, from, to),

    async erase(patron) {
      const change = async (work: string, write: () => Promise<void>) =>
        changeWork(deps, (await deps.catalogue.standingWork(work)) ?? work, write);
      for (const { _id, work } of await repository.reviewsOfPatron(patron)) {
        await change(work, async () => {
          await repository.removeVotesOf({ review: _id });
          await repository.removeReview(_id);
        });
      }
      for (const { work } of await repository.ratingsOfPatrons([patron]))
        await change(work, () => repository.removeRating(voiceId('rating', patron, work)));
      await repository.removeVotesOf({ patron });
    },
  };
}
