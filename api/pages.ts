import { Router } from '@koa/router';
import { html } from 'lit';
import type { WidgetOrigin } from '../config/widget-origins.ts';
import type { RelatedWorks, SearchQuery, SearchResult, WorkDetail } from '../domain/discovery/schema.ts';
import { accessibilityPage } from '../ui/pages/accessibility-page.ts';
import { frontPage, frontRows } from '../ui/pages/front-page.ts';
import { privacyPage } from '../ui/pages/privacy-page.ts';
import { searchPage, searchTitle } from '../ui/pages/search-page.ts';
import { wayBackPart } from '../ui/pages/way-back.ts';
import { workPage } from '../ui/pages/work-page.ts';
import { municipalityName } from '../ui/labels.ts';
import { labelled, listed } from '../ui/present.ts';
import { noWish, searchAddress, unfiltered } from '../ui/search/address.ts';
import { homeOf, isMunicipality } from '../ui/search/home.ts';
import { readLinks } from '../ui/search/links.ts';
import { workDescription, workJsonLd } from '../ui/work/description.ts';
import { embedRoutes } from './embed.ts';
import { galleryRoutes } from './gallery.ts';
import { PageProblem } from './page-problems.ts';
import { memoryListRoute } from './pages/memory-list.ts';
import { pageSearch, takeRemember } from './page-request.ts';
import { wayBack } from './way-back.ts';
import { pageContext, showPage } from './show-page.ts';
import { siteRoutes } from './site.ts';
import { assetRoutes } from './static.ts';

export interface PageDeps {
  readonly search: {
    search(query: SearchQuery, signal?: AbortSignal): Promise<SearchResult>;
    related(work: WorkDetail, signal?: AbortSignal): Promise<RelatedWorks>;
  };
  readonly catalogue: { workDetail(id: string): Promise<WorkDetail | undefined> };
  /** The service's address as the outside knows it, for canonical links. */
  readonly publicUrl: string;
  /** Sites of municipalities that works lead back to. */
  readonly widgetOrigins: readonly WidgetOrigin[];
}

const worksInRow = 16;

/** The pages patrons read, and what they load. What goes wrong is thrown: `pageProblems` shows it. */
export function pageRoutes({ search, catalogue, publicUrl, widgetOrigins }: PageDeps): Router {
  const router = new Router();

  router.get(['/', '/m/:municipality'], async (ctx) => {
    const context = pageContext(ctx, publicUrl);
    const named: string | undefined = ctx.params['municipality'];
    if (named !== undefined && !isMunicipality(named)) throw new PageProblem('missing');
    const municipality = named ?? context.municipality;
    const { reader, locale } = context;
    const rows = await Promise.all(
      frontRows(municipality).map(({ wish }) => worksOfRow(search, { ...noWish, ...wish, lang: locale })),
    );
    showPage(ctx, {
      ...context,
      municipality,
      home: municipality,
      ownSearch: true,
      ownTowns: true,
      title: municipality ? municipalityName(municipality, locale) : reader.t('site.name'),
      description: reader.t('site.description'),
      canonical: named === undefined ? '/' : `/m/${named}`,
      main: frontPage({ reader, municipality, rows }),
    });
  });

  router.get('/search', async (ctx) => {
    const context = pageContext(ctx, publicUrl);
    const { locale, home, remembered } = context;
    const forgetful = takeRemember(ctx);
    if (forgetful !== undefined) {
      ctx.status = 303;
      return ctx.redirect(forgetful);
    }
    const query = pageSearch(ctx.query, locale);
    if (query === 'beyond') throw new PageProblem('beyond');
    const { lang: _, facets: __, ...wish } = query;
    const result = await search.search(query, closing(ctx));
    const links = { ...readLinks(new URLSearchParams(ctx.search)), home };
    const state = { locale, wish, links, remembered, result: listed(labelled(result, locale)) };
    // Searches by words are for people: search engines are led to the search itself, the works, and what a subject or an
    // author has. Where nothing was found there is nothing to keep.
    const plain = wish.q === '' && searchAddress(wish) === searchAddress({ ...unfiltered(wish), subject: wish.subject, author: wish.author }); // prettier-ignore
    showPage(ctx, {
      ...context,
      ownSearch: true,
      filters: true,
      script: 'search',
      state,
      title: searchTitle(state),
      canonical: result.total === 0 ? undefined : plain ? searchAddress(wish) : '/search',
      main: searchPage(state),
    });
  });

  router.get('/works/:id', async (ctx) => {
    const context = pageContext(ctx, publicUrl);
    const { reader, locale, home } = context;
    const work = await catalogue.workDetail(ctx.params['id'] ?? '');
    if (!work) throw new PageProblem('missing');
    if (work.id !== ctx.params['id']) {
      ctx.status = 301; // it was merged into this one
      ctx.set('cache-control', 'no-cache'); // until staff think otherwise
      return ctx.redirect(`/works/${encodeURIComponent(work.id)}${ctx.search}`);
    }
    const own = homeOf({ branch: [], municipality: [] }, context.own, locale);
    const related = await search.related(work, closing(ctx)).catch(() => undefined);
    showPage(ctx, {
      ...context,
      title: work.title,
      description: workDescription(work, locale),
      kind: 'book',
      canonical: `/works/${encodeURIComponent(work.id)}`,
      jsonLd: workJsonLd(work, publicUrl),
      main: html`${wayBackPart(reader, wayBack(ctx, widgetOrigins))}${workPage({ reader, work, own, home, related })}`,
    });
  });

  router.get('/memory-list', memoryListRoute({ publicUrl }));

  router.get('/accessibility', (ctx) => {
    const context = pageContext(ctx, publicUrl);
    const { t } = context.reader;
    const [title, description] = [t('accessibility.title'), t('accessibility.intro')];
    showPage(ctx, { ...context, title, description, canonical: ctx.path, main: accessibilityPage(context.reader) });
  });

  router.get('/privacy', (ctx) => {
    const context = pageContext(ctx, publicUrl);
    const { t } = context.reader;
    const [title, description] = [t('privacy.title'), t('privacy.intro')];
    showPage(ctx, { ...context, title, description, canonical: ctx.path, main: privacyPage(context.reader) });
  });

  const gallery = galleryRoutes({ search, publicUrl });
  const embed = embedRoutes({ search, publicUrl });
  const site = siteRoutes({ publicUrl });
  const assets = assetRoutes();
  router.use(gallery.routes(), embed.routes(), site.routes(), assets.routes());
  return router;
}

/** Works of a row of the front page; none where the search is away: the page stands without them. */
async function worksOfRow(
  search: PageDeps['search'],
  query: Omit<SearchQuery, 'facets'>,
): Promise<SearchResult['items']> {
  try {
    return (await search.search({ ...query, size: worksInRow, facets: [] })).items;
  } catch {
    return [];
  }
}

/** Aborted when the reader has gone before the answer was there. */
function closing({ res }: { res: NodeJS.EventEmitter & { writableFinished: boolean } }): AbortSignal {
  const gone = new AbortController();
  res.once('close', () => res.writableFinished || gone.abort());
  return gone.signal;
}
