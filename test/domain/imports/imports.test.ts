import { gzipSync } from 'node:zlib';
import { Readable } from 'node:stream';
import { expect } from 'chai';
import { openOutbound, checkedUrl } from '../../../config/outbound.ts';
import { createImports, WrongFile, type Imports } from '../../../domain/imports/service.ts';
import { FileTooLarge } from '../../../domain/imports/files.ts';
import type { Catalogue } from '../../../domain/catalogue/service.ts';
import { brokenFile, demoFile } from '../../support/broken-files.ts';
import { openTestCatalogue } from '../../support/catalogue.ts';
import { openIndexLine, type IndexLine } from '../../support/index-line.ts';

describe('imports by staff', () => {
  let house: IndexLine;
  let catalogue: Catalogue;
  let imports: Imports;
  let woken: string[];
  beforeEach(async () => {
    house = await openIndexLine();
    catalogue = await openTestCatalogue(house.connections);
    woken = [];
    imports = createImports({
      database: house.connections.database,
      catalogue,
      outbound: openOutbound({ privateHosts: ['127.0.0.1'] }),
      wake: async (ids) => void woken.push(...ids),
      steps: { rederivation: (report, options) => catalogue.rederive(report, options) },
      mostBytes: 5_000_000,
      checkUrl: checkedUrl,
    });
  });
  afterEach(() => house?.close());

  const upload = (bytes: Buffer, name = 'books.mrc') =>
    imports.upload({ source: 'helle', name, by: 'ann', bytes: Readable.from(inPieces(bytes)) });
  const carry = async (id: string) => {
    await imports.start(id);
    await imports.run(id, { worker: 'one' });
    return imports.find(id);
  };

  it('show what they would make of a file before anything of it is taken', async () => {
    const { _id: id, status } = await upload(gzipSync(brokenFile(40)), 'books.mrc.gz');
    expect(status).to.equal('prepared');
    const sample = await imports.sample(id);
    expect(sample?.records.length).to.equal(19);
    expect(sample?.records[0]?.edition.title).to.be.a('string').and.not.equal('');
    expect(sample?.problems).to.have.length(1);
    expect(sample?.problems[0]).to.include({ index: 10, reason: 'bad-leader' });
    expect(await catalogue.countWorks()).to.equal(0);
    expect(woken, 'nobody was told to take it').to.deep.equal([]);
  });

  it('take a file, keep what is broken in it, and change nothing the second time', async () => {
    const file = brokenFile(250);
    const { _id: id } = await upload(file);
    const report = await carry(id);
    expect(woken).to.deep.equal([id]);
    expect(report).to.include({ status: 'done', by: 'ann', bytes: file.length, consumed: file.length });
    expect(report?.counts).to.include({ read: 250, added: 247, broken: 3 });
    const problems = await imports.problems(id);
    expect(problems.map(({ index, reason }) => ({ index, reason }))).to.deep.equal([
      { index: 62, reason: 'bad-leader' },
      { index: 124, reason: 'bad-directory' },
      { index: 249, reason: 'truncated' },
    ]);
    expect(file.subarray(problems[1]?.position).subarray(0, 50)).to.deep.equal(Buffer.from(problems[1]?.bytes.buffer ?? []).subarray(0, 50)); // prettier-ignore

    const { _id: next } = await upload(file);
    const pending = await house.deps.changes.counts();
    expect((await carry(next))?.counts).to.include({ read: 250, added: 0, changed: 0, unchanged: 247, broken: 3 });
    expect(await house.deps.changes.counts(), 'nothing to index anew').to.deep.equal(pending);
  });

  it('are carried on by another worker from where they had come to', async () => {
    const { _id: id } = await upload(brokenFile(500));
    await imports.start(id);
    const stopping = new AbortController();
    const watched = setInterval(async () => {
      if (((await imports.find(id))?.counts.read ?? 0) >= 100) stopping.abort();
    }, 5);
    await imports.run(id, { worker: 'one', signal: stopping.signal });
    clearInterval(watched);
    const half = await imports.find(id);
    expect(half?.status).to.equal('waiting');
    expect(half?.counts.read).to.be.within(100, 499);
    expect(await imports.due()).to.deep.equal([id]);
    await imports.run(id, { worker: 'two' });
    const whole = await imports.find(id);
    expect(whole).to.include({ status: 'done', worker: 'two' });
    expect(whole?.counts).to.deep.equal({ read: 500, added: 497, changed: 0, unchanged: 0, repeated: 0, broken: 3, warned: 0, withdrawn: 0 }); // prettier-ignore
    expect(await imports.problems(id)).to.have.length(3);
  });

  it('stop when they are asked to, and are taken by one worker only', async () => {
    const { _id: id } = await upload(Buffer.concat(demoFile(400)));
    await imports.start(id);
    const taken = Promise.all([imports.run(id, { worker: 'one' }), imports.run(id, { worker: 'two' })]);
    while ((await imports.find(id))?.status !== 'running') await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await imports.remove(id), 'it is under way').to.equal(false);
    await imports.stop(id);
    await taken;
    const report = await imports.find(id);
    expect(report?.status).to.equal('stopped');
    expect(report?.counts.read).to.be.lessThan(400);
    expect(report?.counts.read).to.equal(report?.counts.added);
  });

  it('refuse what is no file of records, and keep nothing of it', async () => {
    const refused = async (bytes: Buffer) =>
      upload(bytes).then(
        () => 'taken',
        (error: unknown) =>
          error instanceof WrongFile ? error.reason : error instanceof FileTooLarge ? 'large' : error,
      );
    expect(await refused(Buffer.alloc(0))).to.equal('empty-file');
    expect(await refused(Buffer.from('{"title": "Kissa"}'))).to.equal('not-marc-json');
    expect(await refused(Buffer.from('PK\x03\x04…'))).to.equal('unknown-compression');
    expect(await refused(Buffer.from('<html><body>Ei löydy</body></html>'))).to.equal('not-marc-xml');
    expect(await refused(Buffer.alloc(5_000_001, 'a'))).to.equal('large');
    expect(await imports.latest(10)).to.deep.equal([]);
    const chunks = await house.connections.database.collection('importFiles.chunks').countDocuments();
    expect(chunks).to.equal(0);
  });

  it('take for what records leave open what is set for their source', async () => {
    const untold = Buffer.from('<record><leader>00000nam a2200000 a 4500</leader><controlfield tag="001">1</controlfield><datafield tag="245" ind1="1" ind2="0"><subfield code="a">Kotiseudun lehti</subfield></datafield></record>'); // prettier-ignore
    const { sources } = catalogue;
    await carry((await upload(untold, 'koti.xml'))._id);
    expect((await catalogue.record('helle.1'))?.edition.languages).to.deep.equal([]);
    expect(await sources.set('helle', 0, { name: 'Helle', defaults: { language: 'fin' } })).to.include({ version: 1 });
    expect(await sources.set('helle', 0, { name: 'Toinen', defaults: {} }), 'somebody was quicker').to.equal(undefined);
    const { _id: id } = await upload(untold, 'koti.xml');
    expect((await imports.sample(id))?.records[0]?.edition.languages, 'seen before it is taken').to.deep.equal(['fin']);

    const { _id: anew } = await imports.ask({ kind: 'rederivation', source: 'all', file: '' });
    await imports.run(anew, { worker: 'one' });
    expect((await catalogue.record('helle.1'))?.edition.languages).to.deep.equal(['fin']);
    expect(await sources.overview()).to.deep.equal([{ _id: 'helle', version: 1, name: 'Helle', defaults: { language: 'fin' }, records: 1 }]); // prettier-ignore
  });

  it('forget files that nobody takes', async () => {
    const { _id: id } = await upload(Buffer.concat(demoFile(5)));
    await imports.tidy();
    expect(await imports.find(id)).to.not.equal(undefined);
    await imports.tidy(new Date(Date.now() + 8 * 24 * 60 * 60_000));
    expect(await imports.find(id)).to.equal(undefined);
  });
});

function* inPieces(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += 10_000) yield bytes.subarray(at, at + 10_000);
}
