import type { FindDisplayNames } from '../accounts/display-names.ts';
import type { KeptText, TextKeeper } from '../moderation/keeper.ts';
import { changeWork, type VoiceDeps } from './deps.ts';
import type { VoiceRepository } from './repository.ts';
import type { Review } from './schema.ts';

interface Deps {
  readonly repository: VoiceRepository;
  readonly deps: VoiceDeps;
  readonly displayNames: FindDisplayNames;
}

/** Reviews as staff judge them. */
export function reviewKeeper({ repository, deps, displayNames }: Deps): TextKeeper {
  async function kept(review: Review): Promise<KeptText> {
    const { _id: id, version, patron, title, text, changedAt, standing, history } = review;
    const [names, writer, [work]] = await Promise.all([
      displayNames([patron]),
      deps.findWriter(patron),
      deps.discovery.works([review.work]),
    ]);
    return {
      id,
      version,
      author: patron,
      municipality: writer?.municipality ?? '',
      byline: names.get(patron) ?? '',
      title,
      text,
      earlier: history.toReversed().map((before) => ({ title: before.title, text: before.text, at: before.at })),
      about: {
        title: work?.title ?? '',
        address: work ? `/works/${encodeURIComponent(work.id)}#review-${id}` : '',
      },
      writtenAt: changedAt,
      standing,
    };
  }

  return {
    async find(id) {
      const review = await repository.review(id);
      return review && !review.withdrawnAt ? kept(review) : undefined;
    },
    standing: async (state, page) => Promise.all((await repository.reviewsStanding(state, page)).map(kept)),
    async move(read, standing) {
      const review = await repository.review(read.id);
      if (!review) return false;
      const work = (await deps.catalogue.standingWork(review.work)) ?? review.work;
      return changeWork(deps, work, () => repository.moveReview(read, standing));
    },
  };
}
