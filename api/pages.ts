import { Router } from '@koa/router';
import type { ShownTip } from '../domain/tips/service.ts';
import type { SearchQuery, SearchResult } from '../domain/discovery/schema.ts';
import { accessibilityPage } from '../ui/pages/accessibility-page.ts';
import { frontPage, frontRows } from '../ui/pages/front-page.ts';
import { privacyPage } from '../ui/pages/privacy-page.ts';
import { searchPage, searchTitle } from '../ui/pages/search-page.ts';
import { municipalityName } from '../ui/labels.ts';
import { labelled, listed } from '../ui/present.ts';
import { noWish, searchAddress, unfiltered } from '../ui/search/address.ts';
import { isMunicipality } from '../ui/search/home.ts';
import { readLinks } from '../ui/search/links.ts';
import { embedRoutes } from './embed.ts';
import { galleryRoutes } from './gallery.ts';
import { PageProblem } from './page-problems.ts';
import { accountRoutes } from './pages/account.ts';
import { commentRoutes } from './pages/comments.ts';
import { messageRoutes } from './pages/messages.ts';
import { reportRoutes } from './pages/report.ts';
import { tipRoutes } from './pages/tips.ts';
import { accountListRoutes } from './pages/account-lists.ts';
import { publicListRoutes } from './pages/public-lists.ts';
import { addToListRoutes } from './pages/add-to-list.ts';
import { holdRoutes } from './pages/hold.ts';
import { listRoutes } from './pages/list.ts';
import { loginRoutes } from './pages/login.ts';
import { memoryListRoute } from './pages/memory-list.ts';
import type { PageDeps } from './pages/deps.ts';
import { savedSearchRoutes } from './pages/saved-searches.ts';
import { staffLoginRoutes } from './pages/staff-login.ts';
import { staffRoutes } from './pages/staff.ts';
import { accountReviewRoutes } from './pages/account-reviews.ts';
import { voiceRoutes } from './pages/voices.ts';
import { workRoutes } from './pages/work.ts';
import { closing } from './closing.ts';
import { countSearch } from './count-search.ts';
import { pageSearch, takeRemember } from './page-request.ts';
import { createCards } from './show-card.ts';
import { pageContext, showPage } from './show-page.ts';
import { siteRoutes } from './site.ts';
import { assetRoutes } from './static.ts';

const worksInRow = 16;
const tipsShown = 4;
const listsShown = 3;

/** The pages patrons read, and what they load. What goes wrong is thrown: `pageProblems` shows it. */
export function pageRoutes(deps: PageDeps): Router {
  const { search, catalogue, publicUrl } = deps;
  const router = new Router();

  router.get(['/', '/m/:municipality'], async (ctx) => {
    const context = pageContext(ctx, publicUrl);
    const named: string | undefined = ctx.params['municipality'];
    if (named !== undefined && !isMunicipality(named)) throw new PageProblem('missing');
    const municipality = named ?? context.municipality;
    const { reader, locale } = context;
    const [tips, lists, ...rows] = await Promise.all([
      tipsOfTown(deps.tips, municipality),
      deps.lists.everybodys.page({ q: '', sort: 'newest', page: 1, size: listsShown, filled: true }),
      ...frontRows(municipality).map(({ wish }) => worksOfRow(search, { ...noWish, ...wish, lang: locale })),
    ]);
    showPage(ctx, {
      ...context,
      municipality,
      home: municipality,
      ownSearch: true,
      ownTowns: true,
      script: 'front',
      title: municipality ? municipalityName(municipality, locale) : reader.t('site.name'),
      description: reader.t('site.description'),
      canonical: named === undefined ? '/' : `/m/${named}`,
      main: frontPage({ reader, municipality, rows, tips, lists: lists.lists }),
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
    countSearch({ count: deps.statistics.count, words: deps.searchWords }, query, result);
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
  const embed = embedRoutes({ search, lists: deps.lists, publicUrl });
  const site = siteRoutes({ publicUrl, catalogue });
  const showCard = createCards();
  const works = workRoutes(deps, showCard);
  const assets = assetRoutes();
  router.use(
    loginRoutes(deps).routes(),
    staffLoginRoutes(deps).routes(),
    staffRoutes(deps).routes(),
    accountRoutes(deps).routes(),
    savedSearchRoutes(deps).routes(),
    accountListRoutes(deps).routes(),
    publicListRoutes(deps).routes(),
    listRoutes(deps, showCard).routes(),
    addToListRoutes(deps).routes(),
    holdRoutes(deps).routes(),
    tipRoutes(deps).routes(),
    commentRoutes(deps).routes(),
    reportRoutes(deps).routes(),
    messageRoutes(deps).routes(),
    voiceRoutes(deps).routes(),
    accountReviewRoutes(deps).routes(),
    works.routes(),
    gallery.routes(),
    embed.routes(),
    site.routes(),
    assets.routes(),
  );
  return router;
}

/** The newest tips of a town, of the region where it has none; none at all where they cannot be read: the page stands without them. */
async function tipsOfTown(tips: PageDeps['tips'], municipality: string | undefined): Promise<readonly ShownTip[]> {
  const newest = async (wish: { municipality?: string | undefined }) => (await tips.page({ ...wish, page: 1, size: tipsShown })).tips; // prettier-ignore
  try {
    const own = municipality === undefined ? [] : await newest({ municipality });
    return own.length > 0 ? own : await newest({});
  } catch {
    return [];
  }
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
