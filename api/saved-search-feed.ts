import { Router } from '@koa/router';
import type { SavedSearches } from '../domain/saved-searches/service.ts';
import { facetLabel } from '../ui/labels.ts';
import { displayName } from '../ui/names.ts';
import { workAddress } from '../ui/search/work-address.ts';
import { atom } from './atom.ts';
import { problem } from './problems.ts';

/** Works a feed tells of: those found last. */
const inFeed = 100;

/** What a saved search has found, at an address that nobody guesses and only the patron is told. */
export function savedSearchFeed({
  savedSearches,
  publicUrl,
}: {
  savedSearches: Pick<SavedSearches, 'byFeedKey' | 'found'>;
  publicUrl: string;
}): Router {
  const router = new Router();
  router.get('/feeds/searches/:key.atom', async (ctx) => {
    const search = await savedSearches.byFeedKey(String(ctx.params['key']));
    if (!search) throw problem('not-found');
    const found = await savedSearches.found(search, inFeed);
    ctx.set({ 'cache-control': 'private, no-cache', 'x-robots-tag': 'noindex' });
    ctx.type = 'application/atom+xml';
    ctx.body = atom({
      id: `urn:uuid:${search._id}`,
      title: search.name,
      updated: found[0]?.foundAt ?? search.createdAt,
      author: 'LASTU',
      language: search.language,
      self: feedAddress(search.feedKey, publicUrl),
      alternate: `${publicUrl}/account/searches/${search._id}`,
      entries: found.map(({ work, record, foundAt }) => {
        const edition = work.editions.find(({ recordId }) => recordId === record);
        const format = edition && facetLabel('format', edition.format, search.language);
        return {
          id: `${workAddress(work.id, { base: publicUrl })}#${encodeURIComponent(record)}`,
          title: work.title,
          updated: foundAt,
          authors: work.authors.map(displayName),
          link: workAddress(work.id, { base: publicUrl }),
          summary: [format, edition?.year, edition?.publisher].filter((one) => one !== undefined).join(', '),
        };
      }),
    });
  });
  return router;
}

export const feedAddress = (key: string, publicUrl: string): string => `${publicUrl}/feeds/searches/${key}.atom`;
