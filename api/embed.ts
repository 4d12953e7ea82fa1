import { Router } from '@koa/router';
import type { Context } from 'koa';
import type { SearchQuery, SearchResult } from '../domain/discovery/schema.ts';
import type { Lists } from '../domain/lists/service.ts';
import { readChoice } from '../ui/configurator/choice.ts';
import { snippetOf } from '../ui/configurator/snippet.ts';
import { widgetsPage } from '../ui/pages/widgets-page.ts';
import { noWish } from '../ui/search/address.ts';
import { pageContext, showPage } from './show-page.ts';

interface EmbedDeps {
  readonly search: { search(query: SearchQuery): Promise<SearchResult> };
  readonly lists: Pick<Lists, 'everybodys'>;
  readonly publicUrl: string;
}

/** For webmasters of towns: a page on which they put a widget together, and the frame that shows it as a page of theirs would. */
export function embedRoutes({ search, lists, publicUrl }: EmbedDeps): Router {
  const router = new Router();
  const choiceOf = async (ctx: Context, lang: ReturnType<typeof pageContext>['locale']) => {
    const [found, shared] = await Promise.all([
      search.search({ ...noWish, sort: 'popular', lang, size: 1, facets: [] }).catch(() => undefined),
      lists.everybodys.page({ q: '', sort: 'newest', page: 1, size: 1, filled: true }).catch(() => undefined),
    ]);
    const [work, list] = [found?.items[0]?.id, shared?.lists[0]?.list._id];
    return readChoice(new URLSearchParams(ctx.search), { lang, work, list });
  };

  router.get('/widgets', async (ctx) => {
    const context = pageContext(ctx, publicUrl);
    const { locale, reader: { t } } = context; // prettier-ignore
    const state = { locale, base: publicUrl, choice: await choiceOf(ctx, locale) };
    const [title, description] = [t('embed.title'), t('embed.lead')];
    showPage(ctx, { ...context, title, description, canonical: '/widgets', script: 'widgets', state, main: widgetsPage(state) }); // prettier-ignore
  });

  router.get('/widgets/preview', async (ctx) => {
    const { locale } = pageContext(ctx, publicUrl);
    const choice = await choiceOf(ctx, locale);
    // From wherever this page comes: the service may be reached by other addresses than its public one.
    const { html, css = '' } = snippetOf(choice, '');
    const nonce = String(ctx.state['nonce']);
    const ground = choice.colours ? choice.colours.paper : 'Canvas';
    ctx.set('cache-control', 'private, no-cache');
    ctx.type = 'html';
    ctx.body =
      `<!doctype html><html lang="${choice.lang}"><head><meta charset="utf-8"><title>${choice.widget}</title>` +
      '<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark">' +
      `<meta name="robots" content="noindex"><style nonce="${nonce}">body{margin:1rem;background:${ground}}${css}</style></head>` +
      `<body><main>${html}</main></body></html>`;
  });

  return router;
}
