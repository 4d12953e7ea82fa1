import { Router } from '@koa/router';
import { partitionCount } from '../config/queues.ts';
import { municipalities } from '../config/region/municipalities.ts';
import type { Discovery } from '../domain/discovery/service.ts';
import { curl } from '../ui/curl.ts';
import { pageLocale } from './page-request.ts';
import { readerOf } from '../ui/messages/messages.ts';
import { workAddress } from '../ui/search/work-address.ts';

const day = 24 * 3600;

interface SiteDeps {
  readonly publicUrl: string;
  readonly catalogue: Pick<Discovery, 'workIds'>;
}

/** Small files a site is expected to have: its icon, what lets a browser search it from its own address bar, and for search engines what there is. */
export function siteRoutes({ publicUrl, catalogue }: SiteDeps): Router {
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

  router.get('/robots.txt', (ctx) => {
    ctx.set('cache-control', `public, max-age=${day}`);
    ctx.type = 'text/plain';
    ctx.body = `User-agent: *\nDisallow: /api/\nDisallow: /staff/\nDisallow: /account\nSitemap: ${publicUrl}/sitemap.xml\n`;
  });

  // One file for each partition, of which none comes near the 50,000 addresses and 50 MB that one may have
  // (https://www.sitemaps.org/protocol.html) before the catalogue has 700,000 works.
  router.get('/sitemap.xml', (ctx) => {
    const files = ['pages', ...Array.from({ length: partitionCount }, (_none, partition) => `works-${partition}`)];
    const entries = files.map((name) => `<sitemap><loc>${xml(`${publicUrl}/sitemap/${name}.xml`)}</loc></sitemap>`);
    ctx.set('cache-control', `public, max-age=${day}`);
    ctx.type = 'application/xml';
    ctx.body = `${xmlHead}<sitemapindex xmlns="${sitemaps}">${entries.join('')}</sitemapindex>`;
  });

  router.get('/sitemap/pages.xml', (ctx) => {
    const towns = municipalities.map(({ id }) => `/m/${id}`);
    ctx.type = 'application/xml';
    ctx.body = siteMap(
      ['/', '/search', '/lists', '/tips', '/tags', ...towns, '/widgets', '/accessibility', '/privacy'].map(
        (path) => publicUrl + path,
      ),
    );
  });

  router.get('/sitemap/works-:partition.xml', async (ctx) => {
    const partition = Number(ctx.params['partition']);
    if (!Number.isInteger(partition) || partition < 0 || partition >= partitionCount) return;
    const addresses: string[] = [];
    for await (const id of catalogue.workIds(partition)) addresses.push(workAddress(id, { base: publicUrl }));
    ctx.set('cache-control', `public, max-age=${day}`);
    ctx.type = 'application/xml';
    ctx.body = siteMap(addresses);
  });

  return router;
}

const xmlHead = '<?xml version="1.0" encoding="UTF-8"?>\n';
const sitemaps = 'http://www.sitemaps.org/schemas/sitemap/0.9';

const siteMap = (addresses: readonly string[]): string =>
  `${xmlHead}<urlset xmlns="${sitemaps}">${addresses.map((address) => `<url><loc>${xml(address)}</loc></url>`).join('')}</urlset>`;

/** The curl on paper; by night, on ink. */
const favicon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><style>rect{fill:#faf6ef}path{stroke:#1d4f6e}@media(prefers-color-scheme:dark){rect{fill:#201c18}path{stroke:#9ccdec}}</style><rect width="32" height="32" rx="4"/><path fill="none" stroke-width="3.2" stroke-linecap="round" transform="translate(8.6 26.5) scale(.72)" d="M-6 0L${curl.slice(1)}"/></svg>`;

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const xml = (text: string): string => text.replace(/[&<>"]/g, (character) => entities[character] ?? '');
