import type { Context } from 'koa';
import type { Locale } from '../config/locales.ts';
import { readerOf } from '../ui/messages/messages.ts';
import { renderPage, type Page } from '../ui/render.ts';
import { themeOf } from '../ui/search/home.ts';
import { isOfStaff, visitorOf, workerSession } from './pages/visitor.ts';
import { pageHome, pageLocale, pageMunicipality, rememberedHome } from './page-request.ts';
import { builtAssets } from './static.ts';

/** What a page is shown with, read from its request. */
export function pageContext(ctx: Context, publicUrl: string) {
  const locale: Locale = pageLocale(ctx);
  const home = pageHome(ctx);
  const remembered = rememberedHome(ctx);
  /** What the reader calls their own; `home` is kept in links, what is remembered need not be. */
  const own = home ?? remembered;
  const municipality = themeOf(
    [pageMunicipality(ctx)].filter((one) => one !== undefined),
    own,
  );
  const session = visitorOf(ctx) ?? workerSession(ctx);
  return {
    ofStaff: isOfStaff(ctx),
    visitor: session && { name: session.account.name, csrfToken: session.csrfToken },
    locale,
    reader: readerOf(locale),
    home,
    remembered,
    own,
    municipality,
    address: new URL(ctx.url, publicUrl),
  };
}

const assets = builtAssets();

/** Answers with a page. Pages differ by language and are made anew each time, so nothing between keeps them. */
export function showPage(ctx: Context, page: Page): void {
  const nonce: unknown = ctx.state['nonce'];
  ctx.set({ 'cache-control': 'private, no-cache', 'content-language': page.reader.locale });
  ctx.vary('Accept-Language, Cookie');
  ctx.type = 'html';
  ctx.body = renderPage(page, {
    assets: assets(page.reader.locale, page.script ?? 'page', page.visitor && 'own'),
    nonce: typeof nonce === 'string' ? nonce : undefined,
  });
}
