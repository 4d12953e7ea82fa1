import { Router } from '@koa/router';
import { curl } from '../ui/curl.ts';
import { pageLocale } from './page-request.ts';
import { readerOf } from '../ui/messages/messages.ts';

const day = 24 * 3600;

/** Small files a site is expected to have: its icon, and what lets a browser search it from its own address bar. */
export function siteRoutes({ publicUrl }: { publicUrl: string }): Router {
  const router = new Router();

  router.get('/favicon.svg', (ctx) => {
    ctx.set('cache-control', `public, max-age=${day}`);
    ctx.type = 'image/svg+xml';
    ctx.body = favicon;
  });

  router.get('/opensearch.xml', (ctx) => {
    const { t } = readerOf(pageLocale(ctx));
    const address = (path: string) => xml(`${publicUrl.replace(/\/$/, '')}${path}`);
    ctx.set('cache-control', `public, max-age=${day}`);
    ctx.vary('Accept-Language, Cookie');
    ctx.type = 'application/opensearchdescription+xml';
    ctx.body = `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>${xml(t('site.name'))}</ShortName>
  <Description>${xml(t('site.tagline'))}</Description>
  <InputEncoding>UTF-8</InputEncoding>
  <Image width="16" height="16" type="image/svg+xml">${address('/favicon.svg')}</Image>
  <Url type="text/html" method="get" template="${address('/search?q={searchTerms}')}"/>
  <Url type="application/opensearchdescription+xml" rel="self" template="${address('/opensearch.xml')}"/>
</OpenSearchDescription>
`;
  });

  return router;
}

/** The curl on paper; by night, on ink. */
const favicon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><style>rect{fill:#faf6ef}path{stroke:#1d4f6e}@media(prefers-color-scheme:dark){rect{fill:#201c18}path{stroke:#9ccdec}}</style><rect width="32" height="32" rx="4"/><path fill="none" stroke-width="3.2" stroke-linecap="round" transform="translate(8.6 26.5) scale(.72)" d="M-6 0L${curl.slice(1)}"/></svg>`;

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const xml = (text: string): string => text.replace(/[&<>"]/g, (character) => entities[character] ?? '');
