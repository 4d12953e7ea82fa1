import { expect } from 'chai';
import { partitionCount } from '../../config/queues.ts';
import { partitionOf } from '../../domain/partition.ts';
import { maximumAttempts, openRowsExpireMs } from '../../domain/changes/schema.ts';
import { IndexUnavailable, writeBulk } from '../../indexer/bulk.ts';
import { checkIndex, repairIndex } from '../../indexer/check-index.ts';
import { lineOf } from '../../indexer/documents.ts';
import { drain } from '../../indexer/drain.ts';
import { sweep } from '../../workers/sweep.ts';
import { openIndexLine, type IndexLine } from '../support/index-line.ts';

describe('the index line', () => {
  let house: IndexLine;
  beforeEach(async () => (house = await openIndexLine()));
  afterEach(() => house?.close());

  const drainAll = async () => {
    for (let partition = 0; partition < partitionCount; partition += 1) await drain(partition, house.deps);
  };
  const change = (id: string, title: string) => house.line.recordChange([id], () => house.store(id, title));

  it('brings a new work, a change and a removal to the index, and empties the line', async () => {
    await change('w1', 'Kissan kirja');
    await drainAll();
    expect(await house.indexed()).to.deep.equal({ w1: 'Kissan kirja' });

    await house.line.recordChange(['w1'], () => house.rename('w1', 'Kissojen kirja'));
    await drainAll();
    expect(await house.indexed()).to.deep.equal({ w1: 'Kissojen kirja' });

    await house.line.recordChange(['w1'], async () => {
      await house.connections.database.collection('records').deleteMany({});
      await house.catalogue.removeEmptyWorks(['w1']);
    });
    await drainAll();
    expect(await house.indexed()).to.deep.equal({});
    expect(await house.deps.changes.counts()).to.deep.equal({ open: 0, ready: 0, failed: 0 });
  });

  it('leaves a row whose writer may still be at work, and takes it once the writer must be dead', async () => {
    await house.store('w1', 'Kesken jäänyt');
    const died = new Error('power cut');
    // a writer that never comes to mark its row
    await house.connections.database.collection('changes').deleteMany({});
    await house.line.recordChange(['w1'], async () => Promise.reject(died)).catch(() => undefined);
    await house.connections.database.collection('changes').updateMany({}, { $set: { state: 'open', at: new Date() } });
    await drainAll();
    expect(await house.indexed()).to.deep.equal({});

    const longAgo = new Date(Date.now() - openRowsExpireMs - 1_000);
    await house.connections.database.collection('changes').updateMany({}, { $set: { at: longAgo } });
    await drainAll();
    expect(await house.indexed()).to.deep.equal({ w1: 'Kesken jäänyt' });
  });

  it('indexes a change whose writer outlived the sweep that took its row', async () => {
    await house.line.recordChange(['w1'], async () => {
      await house.connections.database
        .collection('changes')
        .updateMany({}, { $set: { at: new Date(Date.now() - openRowsExpireMs - 1_000) } });
      await drainAll(); // takes the open row, finds nothing yet
      await house.store('w1', 'Hidas kirjoittaja');
    });
    await drainAll();
    expect(await house.indexed()).to.deep.equal({ w1: 'Hidas kirjoittaja' });
  });

  it('finds what lost its job by the sweep alone', async () => {
    await change('w1', 'Kadonnut työ');
    await sweep(house.deps, new AbortController().signal);
    expect(await house.indexed(), 'not before it has waited').to.deep.equal({});
    await house.connections.database
      .collection('changes')
      .updateMany({}, { $set: { at: new Date(Date.now() - 10_000) } });
    await sweep(house.deps, new AbortController().signal);
    expect(await house.indexed()).to.deep.equal({ w1: 'Kadonnut työ' });
  });

  it('changes nothing when a job is replayed, and never lets an older batch overwrite a newer one', async () => {
    await change('w1', 'Uusi');
    await drainAll();
    await drainAll();
    const index = await house.deps.aliases.serving();
    const [stored] = await house.catalogue.readWorks(['w1']);
    if (!stored || !index) throw new Error('The work was not stored');
    const records = stored.records.map((one) => ({ ...one, edition: { ...one.edition, title: 'Vanha' } }));
    const older = lineOf({ ...stored, records }, house.deps.analysis);
    const refused = await writeBulk(house.deps.elasticsearch, {
      indices: [index],
      version: 1,
      writes: [{ id: 'w1', line: older }],
    });
    expect(refused.size).to.equal(0);
    expect(await house.indexed()).to.deep.equal({ w1: 'Uusi' });
  });

  it('sets a work aside that cannot be indexed, with the reason, while the rest of its batch lands', async () => {
    const fellow = sameLaneAs('w1');
    await change('w1', 'Kelpo teos');
    await change(fellow, 'Myrkky');
    await house.connections.database
      .collection('records')
      .updateOne({ _id: `${fellow}.r` as never }, { $set: { 'edition.year': 99_999_999 } });
    for (let attempt = 0; attempt < maximumAttempts; attempt += 1) {
      await house.connections.database.collection('changes').updateMany({}, { $set: { notBefore: new Date(0) } });
      await drainAll();
    }
    expect(await house.indexed()).to.deep.equal({ w1: 'Kelpo teos' });
    const [failed] = await house.deps.changes.failed(10);
    expect(failed?.workId).to.equal(fellow);
    expect(failed?.error).to.match(/year/);

    await house.rename(fellow, 'Mennyt');
    expect(await house.deps.changes.retry()).to.equal(1);
    await drainAll();
    expect(await house.indexed()).to.deep.equal({ w1: 'Kelpo teos', [fellow]: 'Mennyt' });
  });

  it('keeps its rows when no index stands', async () => {
    await change('w1', 'Odottaja');
    for (const index of await house.deps.aliases.all()) await house.deps.aliases.remove(index);
    const error = await drainAll().catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(IndexUnavailable);
    expect((await house.deps.changes.counts()).ready).to.equal(1);
  });

  it('tells by check-index what is missing, extra and stale, and mends it', async () => {
    for (const [id, title] of [
      ['w1', 'Yksi'],
      ['w2', 'Kaksi'],
      ['w3', 'Kolme'],
    ] as const)
      await change(id, title);
    await drainAll();
    expect(await checkIndex(house.deps)).to.deep.include({ works: 3, missing: [], extra: [], stale: [], pending: 0 });

    await house.store('w4', 'Neljä');
    await house.rename('w2', 'Kaksi, korjattu');
    await house.connections.database.collection('records').deleteMany({ _id: 'w3.r' as never });
    await house.catalogue.removeEmptyWorks(['w3']);
    const report = await checkIndex(house.deps);
    expect(report).to.deep.include({ missing: ['w4'], stale: ['w2'], extra: ['w3'] });

    await repairIndex(report, house.deps);
    expect(await checkIndex(house.deps)).to.deep.include({ missing: [], extra: [], stale: [] });
    expect(await house.indexed()).to.deep.equal({ w1: 'Yksi', w2: 'Kaksi, korjattu', w4: 'Neljä' });
  });
});

/** A work id that is drained together with another one. */
function sameLaneAs(id: string): string {
  for (let n = 0; ; n += 1) if (partitionOf(`x${n}`) === partitionOf(id)) return `x${n}`;
}
