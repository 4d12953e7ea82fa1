import { expect } from 'chai';
import { SearchQuery } from '../../domain/discovery/schema.ts';
import { drainAll } from '../../indexer/drain.ts';
import type { ReadRecord } from '../../domain/catalogue/marc/read.ts';
import { buildMarc } from '../support/books.ts';
import type { Browser } from '../support/cookie-browser.ts';
import { iso2709File } from '../support/marc-files.ts';
import { startService, type TestService } from '../support/service.ts';
import { staffBrowser } from '../support/staff.ts';

describe('a broken record of an import, tried again', () => {
  let service: TestService;
  let outi: Browser;
  const sound = (id: string, title: string, index = 0): ReadRecord => ({ marc: buildMarc({ id, title }), index, position: 0, bytes: new Uint8Array(), warnings: [] }); // prettier-ignore
  /** What a reader of another day could not make anything of. */
  const unread = (index: number, bytes: Uint8Array, length = bytes.length): ReadRecord => ({ problem: { reason: 'bad-leader', message: 'the leader is not that of a MARC 21 record', index, position: 0, bytes, length } }); // prettier-ignore
  const bytesOf = (id: string, title: string) => new Uint8Array(iso2709File([sound(id, title)]));
  before(async () => {
    service = await startService({ fill: async () => undefined });
    ({ browser: outi } = await staffBrowser(service, { name: 'Outi Aho', roles: ['admin'] }));
  });
  after(() => service?.stop());

  const take = (records: ReadRecord[]) => service.services.catalogue.importRecords({ source: 'test', file: 'test.mrc', records }); // prettier-ignore
  const retry = (id: string, index: number) => outi.ask('POST', `/staff/imports/${encodeURIComponent(id)}/problems/${index}/retry`); // prettier-ignore

  it('is in the catalogue, and counts as broken no more, where it can be read today', async () => {
    const { _id } = await take([sound('b1', 'Kettu'), unread(1, bytesOf('b2', 'Karhu'))]);
    const { status, body } = await retry(_id, 1);
    expect([status, body.outcome, body.records]).to.deep.equal([200, 'stored', ['test.b2']]);
    expect(body.import.counts).to.deep.include({ read: 2, added: 2, broken: 0 });
    expect((await outi.ask('GET', `/staff/imports/${encodeURIComponent(_id)}/problems`)).body.items).to.deep.equal([]);
    await drainAll(service.services.indexer);
    await service.services.connections.elasticsearch.indices.refresh({ index: service.services.indexer.aliases.read });
    expect((await service.services.search.search(SearchQuery.parse({ q: 'karhu' }))).total).to.equal(1);
    expect((await retry(_id, 1)).status, 'there is nothing left to try').to.equal(404);
    const [noted] = await service.services.audit.entries({ act: 'brokenRecordRetried', size: 1 });
    expect(noted?.after).to.deep.equal({ file: 'test.mrc', record: 2, outcome: 'stored' });
  });

  it('stays where it is while it is broken, and where only its beginning was kept', async () => {
    const bytes = new TextEncoder().encode('tämä ei ole tietue');
    const { _id } = await take([unread(0, bytes), unread(1, bytesOf('b3', 'Susi'), 2_000_000)]);
    const { body } = await retry(_id, 0);
    expect([body.outcome, body.import.counts.broken]).to.deep.equal(['broken', 2]);
    expect(body.reason).to.be.a('string').and.not.equal('');
    expect((await retry(_id, 1)).body.outcome).to.equal('incomplete');
    expect((await retry(_id, 7)).status).to.equal(404);
    expect((await retry('no-such-import', 0)).status).to.equal(404);
  });

  it('does not undo what has come since', async () => {
    const { _id } = await take([unread(0, bytesOf('b4', 'Vanha nimi'))]);
    await take([sound('b4', 'Uusi nimi')]);
    expect((await retry(_id, 0)).body.outcome).to.equal('newer');
    expect((await service.services.catalogue.record('test.b4'))?.edition.title).to.equal('Uusi nimi');
  });
});
