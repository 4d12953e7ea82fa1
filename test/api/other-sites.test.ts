import { expect } from 'chai';
import { readWidgetOrigins } from '../../config/widget-origins.ts';
import { startService, type TestService } from '../support/service.ts';

describe('other sites', () => {
  let open: TestService;
  let named: TestService;
  const lahti = 'https://www.lahti.fi';

  before(async () => {
    const origins = readWidgetOrigins(`lahti=${lahti} https://kirjasto.lahti.fi heinola=https://www.heinola.fi/`);
    if ('wrong' in origins) throw new Error(origins.wrong);
    [open, named] = await Promise.all([
      startService(),
      startService({ widgetOrigins: origins, fill: async () => undefined }),
    ]);
  });
  after(async () => {
    await Promise.all([open?.stop(), named?.stop()]);
  });

  const allowed = async ({ url }: TestService, path: string, origin: string) =>
    (await fetch(`${url}${path}`, { headers: { origin } })).headers.get('access-control-allow-origin');

  it('may all read what is public, where none is named', async () => {
    expect(await allowed(open, '/api/v1/municipalities', 'https://any.example')).to.equal('*');
    expect(await allowed(open, '/api/v1/staff/works/w1/decisions', 'https://any.example')).to.equal(null);
  });

  it('are held to those that are named, each answered by its name', async () => {
    for (const origin of [lahti, 'https://kirjasto.lahti.fi', 'https://www.heinola.fi'])
      expect(await allowed(named, '/api/v1/municipalities', origin)).to.equal(origin);
    for (const origin of ['https://any.example', 'https://lahti.fi', 'http://www.lahti.fi', 'null'])
      expect(await allowed(named, '/api/v1/municipalities', origin)).to.equal(null);
    const { headers } = await fetch(`${named.url}/api/v1/municipalities`, { headers: { origin: lahti } });
    expect(headers.get('vary')).to.match(/origin/i);
    expect(headers.get('access-control-allow-credentials')).to.equal(null);
  });

  it('may load the script of the widgets, asking each time by its stable name, and keeping for ever what it has by the names it gives', async () => {
    const script = await fetch(`${named.url}/widgets/lastu.js`, { headers: { origin: 'https://any.example' } });
    expect(script.headers.get('access-control-allow-origin')).to.equal('*');
    expect(script.headers.get('cache-control')).to.equal('no-cache');
    const same = { 'if-none-match': script.headers.get('etag') ?? '', 'cache-control': 'max-age=0' };
    expect((await fetch(`${named.url}/widgets/lastu.js`, { headers: same })).status).to.equal(304);
    expect(script.headers.get('set-cookie')).to.equal(null);
    const [, part] = /import\([`'"]\.\/(search-box-[\w-]+\.js)/.exec(await script.text()) ?? [];
    const loaded = await fetch(`${named.url}/widgets/${part}`);
    expect(loaded.headers.get('cache-control')).to.match(/max-age=31536000.*immutable/);
    expect((await fetch(`${named.url}/widgets/lastu.js.br`)).status).to.equal(404);
    expect((await fetch(`${named.url}/widgets/nowhere-0ldHash_.js`)).status).to.equal(404);
  });

  it('are led back to where they are named, and nowhere else', async () => {
    const { items } = (await (await fetch(`${open.url}/api/v1/title-lists/popular`)).json()) as {
      items: { id: string }[];
    };
    const page = async (from: string) =>
      (await fetch(`${open.url}/works/${items[0]?.id}?from=${encodeURIComponent(from)}`)).text();
    expect(await page('http://localhost:8080/kirjasto')).to.contain('href="http://localhost:8080/kirjasto"');
    for (const from of [
      'https://www.lahti.fi/',
      'javascript:alert(1)',
      'http://localhost@evil.example/',
      '//evil.example',
      'http://user:x@localhost/',
    ])
      expect(await page(from), from).not.to.contain('way-back');
  });
});

describe('lists of titles', () => {
  let service: TestService;
  before(async () => {
    service = await startService();
  });
  after(() => service?.stop());
  const list = async (path: string) => {
    const answer = await fetch(`${service.url}/api/v1/title-lists/${path}`);
    return { status: answer.status, body: await answer.json() };
  };

  it('are the works that came last and the most borrowed ones, of the region or of a place', async () => {
    const { body: arrivals } = await list('new?size=20');
    const ids: string[] = arrivals.items.map(({ id }: { id: string }) => id);
    expect(ids).to.have.lengthOf(20);
    const stored = await service.services.indexer.source.readWorks(ids);
    const days = ids.map((id) => {
      const items = stored.find((work) => work.id === id)?.items ?? [];
      const firstDays = Map.groupBy(items, ({ recordId }) => recordId)
        .values()
        .map((copies) => copies.flatMap(({ acquiredOn }) => acquiredOn ?? []).toSorted()[0] ?? '');
      return [...firstDays].toSorted().at(-1) ?? '';
    });
    expect(days).to.deep.equal(days.toSorted().toReversed());
    expect(days).not.to.include('');
    for (const [name, branch] of [
      ['municipality', 'heinola'],
      ['branch', 'lahti-ahtiala'],
    ] as const) {
      const { body } = await list(`popular?${name}=${branch}&size=5`);
      expect(body.items).to.have.lengthOf(5);
      for (const { availability } of body.items)
        expect(availability.branches.map((one: { branch: string }) => one.branch)).to.include(branch);
    }
  });

  it('tell what they do not know', async () => {
    expect((await list('worst')).body.type).to.equal('urn:lastu:problem:title-list-not-found');
    const wrong = await list('new?municipality=paris&branch=x&size=1000');
    expect(wrong.status).to.equal(400);
    expect(wrong.body.errors).to.have.lengthOf(3);
  });
});
