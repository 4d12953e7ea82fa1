import { Router } from '@koa/router';
import type { Context } from 'koa';
import { z } from 'zod';
import { SearchQuery } from '../../domain/discovery/schema.ts';
import type { PublicList } from '../../domain/lists/public.ts';
import { publicSorts } from '../../domain/lists/schema.ts';
import { readerOf } from '../../ui/messages/messages.ts';
import { publicListsPage } from '../../ui/pages/list/public-page.ts';
import { listsAddress, listsFeed, type PublicView } from '../../ui/pages/list/public-part.ts';
import { atom } from '../atom.ts';
import { closing } from '../closing.ts';
import { listAddress } from '../list-address.ts';
import { PageProblem } from '../page-problems.ts';
import { addressLocale } from '../page-request.ts';
import { pageContext, showPage } from '../show-page.ts';
import type { PageDeps } from './deps.ts';

const onPage = 20;
const inFeed = 50;
/** Works of a search, the best of it, whose lists are looked for (each may stand on a thousand), and how many of these are shown. */
const worksAsked = 10;
const withFoundShown = 5;

/** The page of lists that everybody may find, and its feed. */
export function publicListRoutes({ lists: { everybodys }, catalogue, search, publicUrl }: PageDeps): Router {
  const router = new Router();

  router.get('/lists', async (ctx) => {
    const context = pageContext(ctx, publicUrl);
    const { reader } = context;
    const view = viewIn(ctx);
    const { q, sort, page } = view;
    const [work] = view.work === undefined ? [] : await catalogue.works([view.work]);
    if (view.work !== undefined && !work) throw new PageProblem('missing');
    const [{ total, lists: found }, others] = await Promise.all([
      work
        ? everybodys.having([work.id], { page, size: onPage })
        : everybodys.page({ q, sort, page, size: onPage, filled: true }),
      q !== '' && page === 1 && !work ? havingFound(ctx, q) : [],
    ]);
    const pages = Math.ceil(total / onPage);
    if (page > Math.max(1, pages)) throw new PageProblem('beyond');
    const shown = new Set(found.map(({ list }) => list._id));
    const withFound = others.filter(({ list }) => !shown.has(list._id)).slice(0, withFoundShown);
    showPage(ctx, {
      ...context,
      title: work ? reader.t('publicLists.withWork', { title: work.title }) : reader.t('publicLists.title'),
      description: reader.t('publicLists.lead'),
      script: 'list',
      canonical: q === '' && !work && sort === 'newest' ? listsAddress({ page }) : undefined,
      feed: work ? undefined : listsFeed(view),
      main: publicListsPage({ reader, view, total, pages, lists: found, work, withFound }),
    });
  });

  /** Lists with works that the words find; the page stands without them. */
  async function havingFound(ctx: Context, q: string): Promise<readonly PublicList[]> {
    try {
      const { items } = await search.search(SearchQuery.parse({ q, size: String(worksAsked), facets: '' }), closing(ctx)); // prettier-ignore
      const { lists: found } = await everybodys.having(items.map(({ id }) => id), { page: 1, size: 2 * withFoundShown }); // prettier-ignore
      return found;
    } catch {
      return [];
    }
  }

  router.get('/feeds/lists.atom', async (ctx) => {
    const { t, locale } = readerOf(addressLocale(ctx));
    const view = viewIn(ctx);
    const { lists: found } = await everybodys.page({ ...view, page: 1, size: inFeed, filled: true });
    ctx.set('cache-control', 'no-cache');
    ctx.type = 'application/atom+xml';
    ctx.body = atom({
      id: `${publicUrl}${listsFeed(view)}`,
      title: view.q === '' ? t('publicLists.title') : `${t('publicLists.title')}: ${view.q}`,
      updated: new Date(Math.max(0, ...found.map(({ list }) => list.changedAt.getTime()))),
      author: t('site.name'),
      language: locale,
      self: `${publicUrl}${listsFeed(view)}`,
      alternate: `${publicUrl}${listsAddress({ q: view.q, sort: view.sort })}`,
      entries: found.map(({ list, count }) => ({
        id: listAddress(list._id, publicUrl),
        title: list.title,
        updated: list.changedAt,
        authors: list.byline === '' ? [] : [list.byline],
        link: listAddress(list._id, publicUrl),
        summary: [t('list.count', { n: count }), list.description].filter(Boolean).join('. '),
      })),
    });
  });

  return router;
}

const View = z.object({
  q: z.string().trim().transform((text) => text.slice(0, 200)).catch(''),
  sort: z.enum(publicSorts).catch('newest'),
  work: z.string().min(1).max(200).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(2_000).catch(1),
}); // prettier-ignore

function viewIn(ctx: Context): PublicView {
  const asked = (name: string) => [ctx.query[name]].flat().at(-1);
  const { work, ...view } = View.parse({
    q: asked('q'),
    sort: asked('sort'),
    work: asked('work'),
    page: asked('page'),
  });
  return { ...view, work };
}
