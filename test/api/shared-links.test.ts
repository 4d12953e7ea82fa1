import { inflateSync } from 'node:zlib';
import { expect } from 'chai';
import { startService, type TestService } from '../support/service.ts';

describe('A link to us', () => {
  let service: TestService;
  let id: string;
  before(async () => {
    service = await startService();
    const found = (await (await fetch(`${service.url}/api/v1/search?q=taikatalvi&size=1`)).json()) as {
      items: { id: string }[];
    };
    id = found.items[0]?.id ?? '';
  });
  after(() => service?.stop());

  const page = async (path: string) => (await fetch(`${service.url}${path}`)).text();
  const propertiesOf = (html: string) =>
    new Map([...html.matchAll(/<meta property="([^"]+)" content="([^"]*)">/g)].map(([, name = '', value = '']) => [name, value])); // prettier-ignore

  it('is shown with the work, its language and a drawn card where it is shared', async () => {
    const html = await page(`/works/${id}?lang=fi`);
    const properties = propertiesOf(html);
    expect(properties.get('og:title')).to.contain('Taikatalvi');
    expect(properties.get('og:locale')).to.equal('fi_FI');
    expect(new URL(properties.get('og:image') ?? '').pathname).to.equal(`/works/${encodeURIComponent(id)}/card.png`);
    expect(html).to.contain('<meta name="twitter:card" content="summary_large_image">');
    expect(html).to.match(/<link rel="alternate" hreflang="x-default" href="[^"?]+\/works\/[^"?]+">/);
    for (const locale of ['fi', 'sv', 'en'])
      expect(html).to.match(new RegExp(`hreflang="${locale}" href="[^"]+lang=${locale}"`));
  });

  it('has a card of 1200 by 630 pixels with something on it, of a work and of the service', async () => {
    for (const path of [`/works/${id}/card.png`, '/card.png?lang=sv']) {
      const answer = await fetch(`${service.url}${path}`);
      expect(answer.headers.get('content-type')).to.equal('image/png');
      expect(answer.headers.get('set-cookie')).to.equal(null);
      const png = Buffer.from(await answer.arrayBuffer());
      expect(png.subarray(0, 8).toString('latin1')).to.equal('\x89PNG\r\n\x1a\n');
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).to.deep.equal([1200, 630]);
      expect(new Set(pixelsOf(png)).size).to.be.greaterThan(20);
      const again = await fetch(`${service.url}${path}`, { headers: { 'if-none-match': answer.headers.get('etag') ?? '', 'cache-control': 'max-age=0' } }); // prettier-ignore
      expect(again.status).to.equal(304);
    }
    expect((await fetch(`${service.url}/works/nowhere/card.png`)).status).to.equal(404);
  });

  it('tells machines what the work is, its editions, and where a copy can be borrowed', async () => {
    const [, json = '{}'] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(await page(`/works/${id}?lang=fi`)) ?? []; // prettier-ignore
    const thing = JSON.parse(json) as Record<string, unknown> & { offers: Record<string, unknown>[] };
    expect(thing).to.include({ '@context': 'https://schema.org', '@type': 'Book' });
    expect(thing['workExample']).to.have.property('length').greaterThan(0);
    for (const offer of thing.offers) {
      expect(offer['availability']).to.match(/^https:\/\/schema\.org\/(?:InStock|OutOfStock)$/);
      expect(offer['seller']).to.have.property('@type', 'Library');
    }
  });

  it('is among what search engines are told of', async () => {
    const index = await page('/sitemap.xml');
    expect(await page('/robots.txt')).to.contain('/sitemap.xml');
    const files = [...index.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = '']) => new URL(address).pathname);
    const maps = await Promise.all(files.map(page));
    expect(maps.some((map) => map.includes(`/works/${encodeURIComponent(id)}</loc>`))).to.equal(true);
    expect((await fetch(`${service.url}/sitemap/works-99.xml`)).status).to.equal(404);
  });
});

/** The bytes of a picture before its filters are taken back: enough to see that it is no blank. */
function pixelsOf(png: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at);
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  return inflateSync(Buffer.concat(parts));
}
