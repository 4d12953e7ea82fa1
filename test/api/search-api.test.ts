import { expect } from 'chai';
import { facetNames, SearchQuery } from '../../domain/discovery/schema.ts';
import { brokenQueries } from '../support/hostile-queries.ts';
import { startService, type TestService } from '../support/service.ts';

describe('the HTTP API', () => {
  let service: TestService;
  const get = (path: string, headers: Record<string, string> = {}) => fetch(`${service.url}${path}`, { headers });
  const json = async (path: string) => (await get(path)).json();

  before(async () => (service = await startService()));
  after(() => service?.stop());

  describe('search', () => {
    it('finds the Kalevala, with editions, availability and facets in the reader’s language', async () => {
      const result = await json('/api/v1/search?q=kalevala&lang=sv');
      expect(result.items[0]).to.include({ title: 'Kalevala' });
      expect(result.items[0].editions.length).to.be.greaterThan(1);
      expect(result.total).to.be.greaterThan(1);
      const finnish = result.facets.language.find(({ value }: { value: string }) => value === 'fin');
      expect(finnish).to.deep.include({ label: 'Finska', selected: false });
    });

    it('finds author and title together, in Finnish forms and typed without dots', async () => {
      for (const q of ['waltari sinuhe', 'Sinuhe Egyptiläinen', 'sinuhe egyptilainen']) {
        const { items } = await json(`/api/v1/search?q=${encodeURIComponent(q)}&size=1`);
        expect(items[0]?.title, q).to.equal('Sinuhe egyptiläinen');
      }
    });

    it('names every mistake of a request at once, with a pointer to each', async () => {
      const answer = await get('/api/v1/search?size=1000&format=papyrus&nonsense=1&yearFrom=2000&yearTo=1990x');
      expect(answer.status).to.equal(400);
      expect(answer.headers.get('content-type')).to.match(/^application\/problem\+json/);
      const problem = await answer.json();
      expect(problem.type).to.equal('urn:lastu:problem:invalid-request');
      expect(problem.errors.map((one: { pointer: string }) => one.pointer)).to.have.members([
        '/size',
        '/format/0',
        '/nonsense',
        '/yearTo',
      ]);
    });

    it('counts each chosen facet value as selected, even one that nothing has', async () => {
      const { facets } = await json('/api/v1/search?q=kalevala&format=book&format=map');
      const selected = facets.format.filter((one: { selected: boolean }) => one.selected);
      expect(selected.map((one: { value: string }) => one.value)).to.have.members(['book', 'map']);
    });

    it('answers with the facets asked for and no others', async () => {
      const { facets } = await json('/api/v1/search?facets=format,language');
      expect(Object.keys(facets)).to.have.members(['format', 'language']);
    });

    it('refuses to page past what pages reach, and a cursor it has not given', async () => {
      expect((await get('/api/v1/search?page=1000&size=100')).status).to.equal(400);
      expect((await get('/api/v1/search?after=eyJhIjoxfQ')).status).to.equal(400);
    });
  });

  describe('works and records', () => {
    it('shows one work with the copies of its editions', async () => {
      const { items } = await json('/api/v1/search?q=sinuhe&size=1');
      const work = await json(`/api/v1/works/${items[0].id}`);
      expect(work.title).to.equal('Sinuhe egyptiläinen');
      expect(work.editions.flatMap((edition: { items: unknown[] }) => edition.items).length).to.be.greaterThan(0);
      expect(work.availability).to.deep.equal(items[0].availability);
    });

    it('gives a record in every format, by parameter and by Accept', async () => {
      const { items } = await json('/api/v1/search?q=sinuhe&size=1');
      const path = `/api/v1/records/${encodeURIComponent(items[0].editions[0].recordId)}`;
      const expected: Record<string, RegExp> = {
        marcxml: /<datafield tag="245"/,
        marc: /\x1d$/,
        ris: /^TY {2}- BOOK/m,
        bibtex: /^@book\{/,
        'csl-json': /"type": ?"book"/,
        jsonld: /"https?:\/\/schema\.org/,
        json: /"edition"/,
      };
      for (const [format, pattern] of Object.entries(expected)) {
        const answer = await get(`${path}?format=${format}`);
        expect(answer.status, format).to.equal(200);
        expect(await answer.text(), format).to.match(pattern);
      }
      const byAccept = await get(path, { accept: 'application/x-bibtex' });
      expect(await byAccept.text()).to.match(/^@book\{/);
      expect((await get(path, { accept: 'image/png' })).status).to.equal(406);
    });

    it('says plainly what is not there', async () => {
      for (const [path, type] of [
        ['/api/v1/works/w0', 'work-not-found'],
        ['/api/v1/records/nowhere.1', 'record-not-found'],
        ['/api/v1/nothing', 'not-found'],
      ]) {
        const answer = await get(`${path}`);
        expect(answer.status).to.equal(404);
        expect((await answer.json()).type).to.equal(`urn:lastu:problem:${type}`);
      }
    });

    it('takes no other method', async () => {
      const answer = await fetch(`${service.url}/api/v1/search`, { method: 'DELETE' });
      expect(answer.status).to.equal(405);
      expect(answer.headers.get('allow')).to.include('GET');
    });
  });

  describe('the values of a facet', () => {
    it('are found among all of them, and counted as the search counts them', async () => {
      const { values } = await json('/api/v1/facets/author?q=kalevala&contains=LONNROT');
      expect(values.map(({ value }: { value: string }) => value)).to.include('Lönnrot, Elias');
      const { total } = await json(`/api/v1/search?q=kalevala&author=${encodeURIComponent(values[0].value)}&size=0`);
      expect(values[0].count).to.equal(total);
    });

    it('are found by their names in the reader’s language', async () => {
      const { values, more } = await json('/api/v1/facets/language?contains=engel&lang=sv');
      expect(values.map(({ label }: { label: string }) => label)).to.deep.equal(['Engelska']);
      expect(more).to.equal(false);
      expect((await json('/api/v1/facets/branch?contains=pääkirjasto&size=1')).more).to.equal(true);
    });

    it('are refused for what is no facet, and for what no search takes', async () => {
      const answer = await get('/api/v1/facets/colour');
      expect(answer.status).to.equal(404);
      expect((await answer.json()).type).to.equal('urn:lastu:problem:facet-not-found');
      for (const query of ['size=0', 'size=1000', 'page=2', 'yearFrom=2000&yearTo=1990', 'contains=' + 'a'.repeat(101)])
        expect((await get(`/api/v1/facets/author?${query}`)).status, query).to.equal(400);
      for (const contains of brokenQueries.map((text) => text.slice(0, 100)))
        expect((await get(`/api/v1/facets/author?contains=${encodeURIComponent(contains.toWellFormed())}`)).status, contains).to.equal(200); // prettier-ignore
    });
  });

  describe('decades', () => {
    it('are counted with the search, under all filters but the years', async () => {
      const { facets } = await json('/api/v1/search?q=kalevala&yearFrom=1990&yearTo=1999&facets=year&lang=en');
      const nineties = facets.year.find(({ value }: { value: string }) => value === '1990');
      expect(nineties).to.include({ label: '1990s', selected: true });
      expect(facets.year.length).to.be.greaterThan(1);
      const { total } = await json('/api/v1/search?q=kalevala&yearFrom=1990&yearTo=1999&size=0');
      expect(nineties.count).to.equal(total);
    });
  });

  describe('beside a work', () => {
    it('stand similar works and its availability', async () => {
      const { items } = await json('/api/v1/search?q=sinuhe&size=1');
      const [{ id, availability }] = items;
      const similar = await json(`/api/v1/works/${id}/similar?size=5`);
      expect(similar.items).to.have.length(5);
      expect(similar.items.map((one: { id: string }) => one.id)).not.to.include(id);
      const held = await json(`/api/v1/works/${id}/availability`);
      expect(held).to.deep.include(availability);
      const total = held.editions.reduce((sum: number, one: { availability: { total: number } }) => sum + one.availability.total, 0); // prettier-ignore
      expect(total).to.equal(held.total);
      for (const path of ['similar', 'availability'])
        expect((await get(`/api/v1/works/none/${path}`)).status, path).to.equal(404);
      expect((await get(`/api/v1/works/${id}/similar?size=1000`)).status).to.equal(400);
    });
  });

  describe('the OpenAPI document', () => {
    it('describes every path and every parameter of search', async () => {
      const document = await json('/api/v1/openapi.json');
      expect(document.openapi).to.equal('3.1.0');
      expect(document.paths).to.include.all.keys(
        '/search',
        '/facets/{name}',
        '/works/{id}',
        '/works/{id}/similar',
        '/works/{id}/availability',
        '/records/{id}',
        '/municipalities',
        '/branches',
        '/suggest',
        '/staff/works/merge',
        '/staff/works/{id}/split',
        '/staff/works/{id}/decisions',
        '/staff/work-decisions/{id}/undo',
      );
      const named = document.paths['/search'].get.parameters.map((one: { name: string }) => one.name);
      expect(named).to.have.members(Object.keys(SearchQuery.shape));
      expect(named).to.include.members(facetNames);
      const available = document.paths['/search'].get.parameters.find(
        (one: { name: string }) => one.name === 'available',
      );
      expect(available.schema.type).to.equal('boolean');
    });
  });

  describe('operations', () => {
    it('is alive and ready, and counts what it does', async () => {
      expect((await get('/healthz')).status).to.equal(200);
      expect(await json('/readyz')).to.deep.include({
        status: 'ready',
        checks: { mongodb: 'ok', redis: 'ok', index: 'ok' },
      });
      expect(await (await get('/metrics')).text()).to.match(
        /lastu_http_request_duration_seconds_count\{method="GET",route="\/api\/v1\/search",status="200"\} \d+/,
      );
    });

    it('sends an answer that the reader has already only once', async () => {
      const first = await get('/api/v1/municipalities');
      const etag = first.headers.get('etag') ?? '';
      const again = { 'if-none-match': etag, 'cache-control': 'max-age=0' }; // else fetch asks past all caches
      expect((await get('/api/v1/municipalities', again)).status).to.equal(304);
    });

    it('protects its pages: no sniffing, no foreign scripts, no framing by others', async () => {
      const { headers } = await get('/');
      expect(headers.get('x-content-type-options')).to.equal('nosniff');
      expect(headers.get('content-security-policy')).to.match(/script-src 'self' 'nonce-[\w-]{20,}'/);
      expect(headers.get('content-security-policy')).to.include("frame-ancestors 'self'");
      expect(headers.has('x-powered-by')).to.equal(false);
    });

    it('lets any site read, without credentials', async () => {
      const answer = await get('/api/v1/search?q=kissa', { origin: 'https://www.heinola.fi' });
      expect(answer.headers.get('access-control-allow-origin')).to.equal('*');
      expect(answer.headers.has('access-control-allow-credentials')).to.equal(false);
    });
  });
});
