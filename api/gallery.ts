import { Router } from '@koa/router';
import type { SearchQuery, SearchResult } from '../domain/discovery/schema.ts';
import { wholePages } from '../ui/gallery/whole-pages.ts';
import { galleryPage } from '../ui/pages/gallery-page.ts';
import type { Scheme } from '../ui/pages/gallery-state.ts';
import { noWish } from '../ui/search/address.ts';
import { PageProblem } from './page-problems.ts';
import { pageContext, showPage } from './show-page.ts';

interface GalleryDeps {
  readonly search: { search(query: SearchQuery): Promise<SearchResult> };
  readonly publicUrl: string;
}

/** For those who build on the interface: every element and every seldom seen page, from samples alone. Not for search engines. */
export function galleryRoutes({ search, publicUrl }: GalleryDeps): Router {
  const router = new Router();

  router.get('/gallery', async (ctx) => {
    const context = pageContext(ctx, publicUrl);
    const { locale, municipality, reader } = context;
    const scheme = schemeOf(ctx.query['scheme']);
    const found = await search
      .search({ ...noWish, sort: 'popular', lang: locale, size: 1, facets: [] })
      .catch(() => undefined);
    const state = { locale, municipality, scheme, work: found?.items[0]?.id };
    const title = reader.t('gallery.title');
    showPage(ctx, { ...context, title, scheme, script: 'gallery', state, main: galleryPage(state) });
  });

  router.get('/gallery/:page', (ctx) => {
    const context = pageContext(ctx, publicUrl);
    const page = wholePages.get(ctx.params['page'] ?? '');
    if (!page) throw new PageProblem('missing');
    showPage(ctx, {
      ...context,
      title: `${ctx.params['page']} – ${context.reader.t('gallery.title')}`,
      scheme: schemeOf(ctx.query['scheme']),
      ownSearch: page.kind !== 'problem',
      ownTowns: page.kind === 'front',
      filters: page.filters ?? false,
      main: page.main(context.reader),
    });
  });

  return router;
}

const schemeOf = (asked: unknown): Scheme | undefined => (asked === 'light' || asked === 'dark' ? asked : undefined);
