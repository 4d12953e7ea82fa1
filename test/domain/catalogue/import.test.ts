import { createReadStream, existsSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { readMarc } from '../../../domain/catalogue/marc/read.ts';
import type { ReadRecord } from '../../../domain/catalogue/marc/problems.ts';
import type { Catalogue } from '../../../domain/catalogue/service.ts';
import { SearchQuery } from '../../../domain/discovery/schema.ts';
import { drainAll } from '../../../indexer/drain.ts';
import { createSearch } from '../../../indexer/search/search.ts';
import { openTestCatalogue } from '../../support/catalogue.ts';
import { openIndexLine, type IndexLine } from '../../support/index-line.ts';
import { iso2709File } from '../../support/marc-files.ts';

const sharedData = fileURLToPath(new URL('../../../../shared/data/marc/', import.meta.url));

interface Given {
  number?: string;
  title?: string;
  author?: string;
  leader?: string;
  copies?: string[];
}

function marcOf({ number, title = 'Kissan kirja', author = 'Meriluoto, Aila', leader, copies = [] }: Given) {
  const field = (tag: string, ind1: string, subfields: Record<string, string>) => ({
    tag,
    ind1,
    ind2: ' ',
    subfields: Object.entries(subfields).map(([code, value]) => ({ code, value })),
  });
  return {
    leader: leader ?? '00000nam a22000004i 4500',
    fields: [
      ...(number ? [{ tag: '001', value: number }] : []),
      field('100', '1', { a: author }),
      field('245', '1', { a: title }),
      ...copies.map((barcode) => field('952', ' ', { b: 'lahti', p: barcode })),
    ],
  };
}

const recordsOf = (...all: Given[]): ReadRecord[] =>
  all.map((given, index) => ({ marc: marcOf(given), index, position: 0, bytes: new Uint8Array(), warnings: [] }));

describe('an import', () => {
  let house: IndexLine;
  let catalogue: Catalogue;
  beforeEach(async () => {
    house = await openIndexLine();
    catalogue = await openTestCatalogue(house.connections);
  });
  afterEach(() => house?.close());

  const bringIn = (...all: Given[]) =>
    catalogue.importRecords({ source: 'test', file: 'test', records: recordsOf(...all) });
  const found = async (q: string) => {
    await drainAll(house.deps);
    await house.deps.elasticsearch.indices.refresh({ index: house.deps.aliases.read });
    return (await createSearch(house.deps).search(SearchQuery.parse({ q, facets: 'format' }))).items;
  };

  it('adds what is new, changes nothing the second time, and takes a newer version', async () => {
    const given = { number: '1', title: 'Kissan kirja', copies: ['b1', 'b2'] };
    expect((await bringIn(given)).counts).to.include({ read: 1, added: 1, changed: 0, unchanged: 0 });
    await drainAll(house.deps);
    expect((await bringIn(given)).counts).to.include({ added: 0, changed: 0, unchanged: 1 });
    expect((await house.deps.changes.counts()).ready, 'nothing to index anew').to.equal(0);

    expect((await bringIn({ ...given, title: 'Kissojen kirja', copies: ['b2'] })).counts).to.include({ changed: 1 });
    const [work] = await found('kissojen kirja');
    expect(work).to.include({ title: 'Kissojen kirja' });
    expect(work?.availability.total, 'the copy that is gone').to.equal(1);
  });

  it('moves a record to another work when its title says so, and leaves no empty work behind', async () => {
    await bringIn({ number: '1', title: 'Väärä nimi' });
    await bringIn({ number: '1', title: 'Oikea nimi' }, { number: '2', title: 'Oikea nimi' });
    expect(await catalogue.countWorks()).to.equal(1);
    expect((await found('oikea nimi'))[0]?.editions.length).to.equal(2);
    expect(await found('väärä')).to.deep.equal([]);
  });

  it('lets the last of several versions in one file count', async () => {
    const { counts } = await bringIn({ number: '1', title: 'Vanha' }, { number: '1', title: 'Uusi' });
    expect(counts).to.include({ read: 2, added: 1, repeated: 1 });
    expect((await found('uusi')).length).to.equal(1);
  });

  it('keeps a record without a number under the same id, however it is spaced', async () => {
    await bringIn({ title: 'Nimetön numero' });
    expect((await bringIn({ title: 'Nimetön numero'.normalize('NFD') })).counts).to.include({ added: 0 });
    expect(await catalogue.countWorks()).to.equal(1);
  });

  it('leaves a copy to the record that has it, when another record bears the same barcode', async () => {
    await bringIn({ number: '1', title: 'Ensimmäinen', copies: ['same'] });
    await bringIn({ number: '2', title: 'Toinen', copies: ['same'] });
    const [first] = await found('ensimmäinen');
    const [second] = await found('toinen');
    expect([first?.availability.total, second?.availability.total]).to.deep.equal([1, 1]);
  });

  it('lands what is sound of a file, and keeps what is broken with its bytes, place and reason', async () => {
    const good = iso2709File(recordsOf({ number: '1' }, { number: '2', title: 'Toinen' }));
    const half = good.subarray(0, 40);
    const authority = iso2709File(recordsOf({ number: '3', leader: '00000nz  a22000004n 4500' }));
    const file = Buffer.concat([good, authority, half]);
    const report = await catalogue.importRecords({
      source: 'test',
      file: 'broken.mrc',
      records: readMarc((async function* () { yield file; })()), // prettier-ignore
    });
    expect(report.counts).to.include({ read: 4, added: 2, broken: 2 });
    expect(report).to.include({ status: 'done', file: 'broken.mrc' });
    const problems = await catalogue.imports.problems(report._id);
    expect(problems.map((one) => one.position)).to.deep.equal([good.length, good.length + authority.length]);
    expect(problems[0]?.reason).to.equal('not-bibliographic');
    expect(Buffer.from(problems[1]?.bytes.buffer ?? []).equals(half)).to.equal(true);
    expect(await catalogue.imports.find(report._id)).to.deep.equal(report);
  });

  it('stores the same once when two imports bring it at the same time', async () => {
    const many = Array.from({ length: 60 }, (_, n) => ({ number: String(n), title: `Teos ${n}`, copies: [`b${n}`] }));
    const both = await Promise.all([bringIn(...many), bringIn(...many)]);
    expect(both[0].counts.broken + both[1].counts.broken).to.equal(0);
    expect(await catalogue.countWorks()).to.equal(60);
    await drainAll(house.deps);
    expect(Object.keys(await house.indexed()).length).to.equal(60);
  });

  it('lands every record of HelMet, of the Library of Congress and of Koha, and finds NFD titles by NFC words', async function () {
    if (!existsSync(sharedData)) return console.log('      passed over: ../shared/data is not here');
    this.timeout(300_000);
    const koha = execFileSync('tar', ['-xJOf', `${sharedData}marc_other.tar.xz`, 'koha/sample_usmarc.mrc'], {
      maxBuffer: 1e8,
    });
    const expected: [string, AsyncIterable<Uint8Array>, number][] = [
      ['helmet', createReadStream(`${sharedData}fi_helmet.xml.gz`), 421],
      ['lc', createReadStream(`${sharedData}lc2016p01_sample10k.mrc.gz`), 10_000],
      ['koha', (async function* () { yield koha; })(), 2_646], // prettier-ignore
      ['finswe', createReadStream(`${sharedData}lc2016p01_finswe.mrc.gz`), 1_533],
    ];
    for (const [source, stream, count] of expected) {
      const { counts } = await catalogue.importRecords({ source, file: source, records: readMarc(stream) });
      expect(counts, source).to.include({ read: count, added: count, broken: 0 });
    }
    const [work] = await found('Pingstdags-fröjder');
    expect(work?.title.normalize('NFC')).to.equal(work?.title);
    expect(work?.title).to.match(/^Pingstdags-fröjder/);
    return undefined;
  });
});
