import { rewritten, saysTheSame, voiceId } from './decisions.ts';
import { changeWork, namesOf, type VoiceDeps } from './deps.ts';
import type { VoiceRepository } from './repository.ts';
import { mostVersions, type Review } from './schema.ts';

/**
 * Gives what a patron has said to another account of theirs. Where both have said something of one work, the later rating counts,
 * and the later review is read, with the earlier one in its history. May be repeated.
 */
export async function moveVoices(
  { repository, deps }: { repository: VoiceRepository; deps: VoiceDeps },
  from: string,
  to: string,
): Promise<void> {
  const change = async (work: string, write: () => Promise<void>) =>
    changeWork(deps, (await deps.catalogue.standingWork(work)) ?? work, write);

  for (const rating of await repository.ratingsOfPatrons([from]))
    await change(rating.work, async () => {
      const { _id, work } = rating;
      const [own] = await repository.ratingsOfPatrons([to], [work]);
      const moved = { ...rating, _id: voiceId('rating', to, work), patron: to };
      if (!own || own.at < rating.at) await repository.storeRating(moved);
      await repository.removeRating(_id);
    });

  for (const review of await repository.reviewsOfPatron(from))
    await change(review.work, async () => {
      const own = review.withdrawnAt ? undefined : await reviewOfSameWork(review);
      if (!own) return repository.giveReview(review._id, to);
      if (!(await repository.swapReview(own, joined(own, review)))) throw new Error('The review was changed meanwhile');
      for (const { _id, patron, at } of await repository.votesOfReviews([review._id])) {
        if (patron !== to && patron !== from) await repository.addVote({ _id: voiceId('vote', patron, own._id), review: own._id, patron, at }); // prettier-ignore
        await repository.removeVote(_id);
      }
      return repository.removeReview(review._id);
    });

  for (const { _id, review, at } of await repository.votesOfPatron(from)) {
    const isOwn = (await repository.review(review))?.patron === to; // nobody is helped by what they have written
    if (!isOwn) await repository.addVote({ _id: voiceId('vote', to, review), review, patron: to, at });
    await repository.removeVote(_id);
  }

  async function reviewOfSameWork({ work }: Review): Promise<Review | undefined> {
    const standing = (await deps.catalogue.standingWork(work)) ?? work;
    const there = await repository.reviewsOfWorks([...new Set([work, ...(await namesOf(deps, standing))])]);
    return there.find(({ patron }) => patron === to);
  }
}

/** The review that stays, with what the other one said: the later text is read, the earlier is history. Joining twice is joining once. */
function joined(own: Review, other: Review): Review {
  const isThere = [own, ...own.history].some((one) => saysTheSame({ ...own, ...one }, other));
  if (isThere) return { ...own, version: own.version + 1 };
  const { title, text, spoiler, language, standing, changedAt: at } = other;
  const said = { title, text, spoiler, language };
  if (at > own.changedAt) return rewritten(own, said, standing, at);
  const history = [{ ...said, version: 0, at }, ...own.history].slice(-mostVersions);
  return { ...own, version: own.version + 1, history };
}
