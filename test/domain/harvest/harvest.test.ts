import { expect } from 'chai';
import type { Connections } from '../../../config/connections.ts';
import { checkedUrl, openOutbound } from '../../../config/outbound.ts';
import { demoRecords } from '../../../demo/generate.ts';
import { createCatalogue, type Catalogue } from '../../../domain/catalogue/service.ts';
import type { Marc } from '../../../domain/catalogue/schema.ts';
import { changeLine } from '../../../domain/changes/change-line.ts';
import { harvestStep } from '../../../domain/harvest/harvest.ts';
import { harvestRepository } from '../../../domain/harvest/repository.ts';
import { createHarvests, type Harvests } from '../../../domain/harvest/service.ts';
import { createImports, type Imports } from '../../../domain/imports/service.ts';
import { drainAll } from '../../../indexer/drain.ts';
import { buildMarc } from '../../support/books.ts';
import { openTestCirculation } from '../../support/circulation.ts';
import { dropNamespace } from '../../support/connections.ts';
import { openIndexLine, type IndexLine } from '../../support/index-line.ts';
import { startOaiServer, type OaiRecord, type OaiServer } from '../../support/oai-server.ts';
import { describeRealData, read, sharedFile, bytesOf } from '../catalogue/marc/shared-data.ts';

/** Catalogue, imports and harvests over one database, with nobody to wake: a test carries out what it asks for. */
function openHarvests({ database }: Pick<Connections, 'database'>) {
  const catalogue = createCatalogue({ database, changes: changeLine({ database, wake: async () => undefined }) });
  const repository = harvestRepository(database);
  const outbound = openOutbound({ privateHosts: ['127.0.0.1'] });
  const imports = createImports({
    database,
    catalogue,
    outbound,
    wake: async () => undefined,
    steps: {
      harvest: harvestStep({ catalogue, repository, outbound, pauseMs: 20 }),
      rederivation: (report, options) => catalogue.rederive(report, options),
    },
    mostBytes: 1_000_000,
    checkUrl: checkedUrl,
  });
  return { catalogue, imports, harvests: createHarvests({ repository, imports, checkUrl: checkedUrl }) };
}

const marcs = (count: number): Marc[] =>
  [...demoRecords({ works: count })].slice(0, count).flatMap((one) => ('marc' in one ? [one.marc] : []));

const asOai = (records: readonly Marc[], datestamp = '2026-11-01T10:00:00Z'): OaiRecord[] =>
  records.map((marc, at) => ({ identifier: `oai:test:${at}`, datestamp, marc }));

describe('a harvest by OAI-PMH', () => {
  let house: IndexLine;
  let catalogue: Catalogue;
  let imports: Imports;
  let harvests: Harvests;
  let server: OaiServer;
  beforeEach(async () => {
    house = await openIndexLine();
    ({ catalogue, imports, harvests } = openHarvests(house.connections));
    await Promise.all([catalogue.ensureIndexes(), harvests.ensureIndexes()]);
    server = await startOaiServer();
  });
  afterEach(async () => {
    await server?.close();
    await house?.close();
  });

  async function harvest(more: { from?: string; set?: string } = {}) {
    const harvest = { metadataPrefix: 'marc21', ...more };
    const { _id: id } = await imports.ask({ kind: 'harvest', source: 'oai', file: 'Testi', url: server.url, harvest });
    await imports.run(id, { worker: 'one' });
    return imports.find(id);
  }

  it('brings every record whatever happens on the way, and changes nothing the second time', async () => {
    const records = asOai(marcs(90));
    const broken = '<record xmlns="http://www.loc.gov/MARC21/slim"><leader>00000nam</leader><datafield tag="245"><subfield code="a">Rikki & poikki</subfield></wrong></record>'; // prettier-ignore
    server.records = [...records.slice(0, 30), { identifier: 'oai:test:x', datestamp: '2026-11-01T10:00:00Z', raw: broken }, ...records.slice(30)]; // prettier-ignore
    for (const [at, failure] of [[1, 'busy'], [2, 'cut'], [4, 'error'], [6, 'cut'], [8, 'forgotten']] as const) server.failures.set(at, failure); // prettier-ignore
    const report = await harvest();
    expect(report?.error).to.equal(undefined);
    expect(report).to.include({ status: 'done' });
    expect(report?.counts).to.include({ added: 90, changed: 0, withdrawn: 0 });
    expect(report?.harvest).to.include({ restarts: 1, size: 91, began: '2026-11-25T12:00:00Z' });
    const [problem] = await imports.problems(report?._id ?? '');
    expect(problem?.message).to.match(/^oai:test:x: .*XML/);
    expect(Buffer.from(problem?.bytes.buffer ?? []).toString(), 'as it came').to.equal(broken);

    const again = await harvest();
    expect(again?.counts).to.include({ read: 91, added: 0, changed: 0, unchanged: 90, broken: 1 });
  });

  it('goes on at its resumption token when its worker was killed', async () => {
    server.records = asOai(marcs(100));
    const { _id: id } = await imports.ask({ kind: 'harvest', source: 'oai', file: 'Testi', url: server.url, harvest: { metadataPrefix: 'marc21' } }); // prettier-ignore
    server.delayMs = 50;
    const killed = new AbortController();
    const watch = setInterval(() => server.asked.length === 3 && killed.abort(), 5);
    await imports.run(id, { worker: 'one', signal: killed.signal });
    clearInterval(watch);
    server.asked.length = 0;
    await imports.run(id, { worker: 'two' });
    expect(server.asked[0]?.['resumptionToken'], 'the first thing asked').to.match(/^[24]0!/);
    const report = await imports.find(id);
    expect(report?.counts).to.deep.equal({ read: 100, added: 100, changed: 0, unchanged: 0, repeated: 0, broken: 0, warned: 0, withdrawn: 0 }); // prettier-ignore
  });

  it('withdraws what was deleted: the work is gone from the index, and comes back when the record does', async () => {
    server.records = asOai(marcs(5));
    await harvest();
    await drainAll(house.deps);
    const before = await house.indexed();
    const deleted: OaiRecord[] = server.records.map(({ identifier }) => ({ identifier, datestamp: '2026-11-02T10:00:00Z' })); // prettier-ignore
    server.records = deleted.slice(1, 2);
    expect((await harvest())?.counts).to.include({ read: 1, withdrawn: 1 });
    await drainAll(house.deps);
    const works = await catalogue.countWorks();
    expect(Object.keys(await house.indexed())).to.have.length(works);

    server.records = deleted;
    expect((await harvest())?.counts, 'one was withdrawn already').to.include({ read: 5, withdrawn: 4 });
    await drainAll(house.deps);
    expect(await house.indexed()).to.deep.equal({});
    expect(await catalogue.countWorks()).to.equal(0);

    server.records = asOai(marcs(5));
    expect((await harvest())?.counts).to.include({ changed: 5 });
    await drainAll(house.deps);
    expect(await house.indexed()).to.deep.equal(before);
  });

  it('asks for what has changed since the last time, an hour earlier, and is content with nothing', async () => {
    server.records = asOai(marcs(3));
    const wish = { name: 'Testi', url: server.url, metadataPrefix: 'marc21', source: 'oai', everyHours: 24 };
    const setting = await harvests.set(undefined, 0, wish);
    const id = setting?._id ?? '';
    const tomorrow = new Date(Date.now() + 25 * 3_600_000);
    await harvests.beginDue();
    expect(await imports.latest(5), 'its time has not come').to.deep.equal([]);
    await Promise.all([harvests.beginDue(tomorrow), harvests.beginDue(tomorrow)]);
    const [begun, ...others] = await imports.latest(5);
    expect(others, 'one process has begun it').to.deep.equal([]);
    await imports.run(begun?._id ?? '', { worker: 'one' });
    expect((await harvests.settings())[0]).to.include({ harvestedUntil: '2026-11-25T12:00:00Z', import: begun?._id });

    const next = await harvests.begin(id, 'ann');
    await imports.run(next?._id ?? '', { worker: 'one' });
    expect(server.asked.at(-1)).to.include({ from: '2026-11-25T11:00:00Z', metadataPrefix: 'marc21' });
    expect(await imports.find(next?._id ?? '')).to.include({ status: 'done' });

    await harvests.set(id, 1, { ...wish, set: 'lahti' });
    expect((await harvests.settings())[0]?.harvestedUntil, 'another list is harvested from its beginning').to.equal(undefined); // prettier-ignore
    expect(await harvests.set(id, 1, wish), 'somebody has changed it since').to.equal(undefined);
  });

  it('derives all anew when something else is made of records, and only once', async () => {
    server.records = asOai(marcs(40));
    await harvest();
    const records = house.connections.database.collection<{ _id: string; derivation: number }>('records');
    const [one] = await records.find().limit(1).toArray();
    await records.updateOne({ _id: one?._id ?? '' }, { $set: { 'edition.title': 'Väärin johdettu', derivation: 0 } });
    const rederive = async () => {
      const { _id: id } = await imports.ask({ kind: 'rederivation', source: 'all', file: '' });
      await imports.run(id, { worker: 'one' });
      return imports.find(id);
    };
    const report = await rederive();
    expect(report).to.include({ status: 'done', partitions: 16 });
    expect(report?.counts).to.include({ read: 40, changed: 1, unchanged: 39 });
    expect((await catalogue.record(one?._id ?? ''))?.edition.title).to.not.equal('Väärin johdettu');
    expect((await rederive())?.counts).to.include({ read: 40, changed: 0 });
  });

  describeRealData('of HelMet’s own records', function () {
    it('takes all of them, as an import of the file does', async () => {
      const found = await read(bytesOf(sharedFile('marc/fi_helmet.xml.gz')));
      const real = found.flatMap((one) => ('marc' in one ? [one.marc] : []));
      server.records = asOai(real);
      server.failures.set(5, 'cut').set(9, 'busy');
      const report = await harvest();
      expect(report?.counts).to.include({ broken: 0 });
      const ids = await house.connections.database.collection('records').countDocuments({ source: 'oai' });
      expect(report?.counts.added).to.equal(ids);
      await catalogue.importRecords({ source: 'oai', file: 'same', records: found });
      expect(await house.connections.database.collection('records').countDocuments({ source: 'oai' })).to.equal(ids);
    });
  });
});

describe('a harvest that deletes what patrons have in hand', () => {
  it('loses no loan and no hold: the record stays until its last copy is back', async () => {
    const library = await openTestCirculation();
    const server = await startOaiServer();
    try {
      const { catalogue, imports } = openHarvests(library.connections);
      const copy = (barcode: string) => ({ tag: '852', ind1: ' ', ind2: ' ', subfields: [{ code: 'b', value: 'lahti' }, { code: 'p', value: barcode }] }); // prettier-ignore
      const { leader, fields } = buildMarc({ id: 'b1', title: 'Kissa' });
      const marc = { leader, fields: [...fields, copy('c1'), copy('c2')] };
      const harvest = async (record: OaiRecord) => {
        server.records = [record];
        const { _id: id } = await imports.ask({ kind: 'harvest', source: 'test', file: 'Testi', url: server.url, harvest: { metadataPrefix: 'marc21' } }); // prettier-ignore
        await imports.run(id, { worker: 'one' });
      };
      const datestamp = '2026-11-01T10:00:00Z';
      await harvest({ identifier: 'oai:test:1', datestamp, marc });
      const { loans, holds, desk } = library.circulation;
      library.addPatron({ id: 'reader' });
      library.addPatron({ id: 'waiting' });
      await loans.checkOut({ patron: 'reader', item: 'c1', branch: 'lahti' });
      await holds.place('waiting', { target: 'item:c1', pickupBranch: 'lahti' });

      await harvest({ identifier: 'oai:test:1', datestamp });
      expect(await catalogue.countWorks(), 'still found').to.equal(1);
      expect((await loans.ofPatron('reader')).map(({ title }) => title)).to.deep.equal(['Kissa']);
      expect(await holds.ofPatron('waiting')).to.have.length(1);

      await desk.checkIn('c1', 'lahti');
      expect(await loans.ofPatron('reader')).to.deep.equal([]);
      await catalogue.finishWithdrawals();
      expect(await catalogue.countWorks(), 'nothing is left of it').to.equal(0);
      expect((await catalogue.records(['test.b1']))[0]?.edition.title, 'its title is kept').to.equal('Kissa');
      expect(await holds.ofPatron('waiting'), 'nobody but the patron ends a hold').to.have.length(1);
    } finally {
      await server.close();
      await dropNamespace(library.connections);
    }
  });
});
