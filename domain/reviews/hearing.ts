import type { Catalogue } from '../catalogue/service.ts';
import type { HeardWork } from '../discovery/heard-work.ts';
import type { Tips } from '../tips/service.ts';
import type { Tags } from '../tags/service.ts';
import { likingOf } from './decisions.ts';
import type { Ratings } from './ratings.ts';
import type { Reviews } from './service.ts';

interface Deps {
  readonly catalogue: Pick<Catalogue, 'readWorks' | 'namesOfWorks'>;
  readonly reviews: Pick<Reviews, 'heard'> & { readonly ratings: Pick<Ratings, 'mean'> };
  readonly tags: Pick<Tags, 'heard'>;
  readonly tips: Pick<Tips, 'heard'>;
}

/** Reads works with what readers say of them: also under the ids of works that were merged into them. */
export function hearing({ catalogue, reviews, tags, tips }: Deps): (ids: readonly string[]) => Promise<HeardWork[]> {
  return async (ids) => {
    const [works, names, mean] = await Promise.all([
      catalogue.readWorks(ids),
      catalogue.namesOfWorks(ids),
      reviews.ratings.mean(),
    ]);
    const [heard, tagged, tipped] = await Promise.all([reviews.heard(names), tags.heard(names), tips.heard(names)]);
    return works.map((work) => {
      const { ratings, texts = [] } = heard.get(work.id) ?? {};
      const own = tagged.get(work.id) ?? [];
      const written = [...texts, ...(tipped.get(work.id) ?? [])];
      if (!ratings && own.length + written.length === 0) return work;
      const { count = 0, average } = ratings ?? {};
      const rating = average === undefined ? {} : { rating: { count, average, liking: likingOf({ count, average }, mean) } }; // prettier-ignore
      return { ...work, voices: { ...rating, reviews: written, tags: own } };
    });
  };
}
