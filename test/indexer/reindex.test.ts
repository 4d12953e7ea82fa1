import { expect } from 'chai';
import { partitionCount } from '../../config/queues.ts';
import { SearchQuery } from '../../domain/discovery/schema.ts';
import { checkIndex } from '../../indexer/check-index.ts';
import { drain, drainAll } from '../../indexer/drain.ts';
import { ensureIndex, reindex, ReindexRefused } from '../../indexer/reindex/reindex.ts';
import { beginReindex } from '../../indexer/reindex/begin.ts';
import { dryRun } from '../../indexer/reindex/dry-run.ts';
import { silenceMs } from '../../indexer/reindex/runs.ts';
import { steering } from '../../indexer/reindex/steer.ts';
import { rollBack } from '../../indexer/reindex/swap.ts';
import { createSearch } from '../../indexer/search/search.ts';
import { buildItem } from '../support/builders.ts';
import { openIndexLine, type IndexLine } from '../support/index-line.ts';

const count = 1_200;

describe('a reindex', () => {
  let house: IndexLine;
  beforeEach(async () => {
    house = await openIndexLine({ withIndex: false });
    for (let n = 0; n < count; n += 1) await house.store(`w${n}`, `Teos ${n}`);
  });
  afterEach(() => house?.close());

  it('fills a new index, lets it serve, and keeps the one it replaced', async () => {
    const first = await reindex(house.deps);
    const second = await reindex(house.deps);
    expect(second).to.include({ status: 'done', written: count, replaced: first._id });
    expect(await house.deps.aliases.serving()).to.equal(second._id);
    expect(await house.deps.aliases.all()).to.deep.equal([second._id, first._id]);
    const third = await reindex(house.deps);
    expect(await house.deps.aliases.all(), 'one for a rollback is enough').to.deep.equal([third._id, second._id]);
  });

  it('lets no search fail or come back empty while it swaps, and takes live changes along', async () => {
    await reindex(house.deps);
    const search = createSearch(house.deps);
    let running = true;
    let searches = 0;
    const searching = (async () => {
      while (running) {
        const { total } = await search.search(SearchQuery.parse({ q: 'teos', facets: 'format' }));
        expect(total).to.be.at.least(count);
        searches += 1;
      }
    })();
    const writing = (async () => {
      for (let n = 0; running; n += 1) {
        await house.line.recordChange([`new${n}`], () => house.store(`new${n}`, `Uusi teos ${n}`));
        await house.line.recordChange([`w${n}`], () => house.rename(`w${n}`, `Teos ${n}, korjattu`));
        for (let partition = 0; partition < partitionCount; partition += 1) await drain(partition, house.deps);
      }
    })();
    await reindex(house.deps);
    await reindex(house.deps);
    running = false;
    await Promise.all([searching, writing]);
    expect(searches).to.be.greaterThan(5);
    expect(await checkIndex(house.deps)).to.deep.include({ missing: [], extra: [], stale: [], pending: 0 });
  });

  it('that is stopped leaves the old index serving, and the next one goes on where it was', async () => {
    const { _id: old } = await reindex(house.deps);
    const stopping = new AbortController();
    const error = await reindex(house.deps, {
      signal: stopping.signal,
      onProgress: ({ written }) => written > count / 3 && stopping.abort(new Error('stopped')),
    }).catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(Error);
    expect(await house.deps.aliases.serving()).to.equal(old);
    const half = await house.deps.runs.current();
    expect(half?.written).to.be.within(1, count - 1);

    const written: number[] = [];
    const { _id, resumed } = await reindex(house.deps, { onProgress: (run) => written.push(run.written) });
    expect({ _id, resumed }).to.deep.equal({ _id: half?._id, resumed: 1 });
    expect(written[0], 'nothing is written twice').to.be.greaterThan(half?.written ?? 0);
    expect(written.at(-1)).to.equal(count);
    expect(await checkIndex(house.deps)).to.deep.include({ works: count, missing: [], extra: [], stale: [] });
  });

  it('runs one at a time', async () => {
    const both = await Promise.allSettled([reindex(house.deps), reindex(house.deps)]);
    expect(both.map((one) => one.status)).to.have.members(['fulfilled', 'rejected']);
  });

  it('is taken up by another process only once its own has been silent', async () => {
    const run = await beginReindex({}, house.deps, 'somebody');
    const refusal = await reindex(house.deps).catch((reason: unknown) => reason);
    expect(refusal).to.be.instanceOf(ReindexRefused);
    await house.deps.runs.update(run, { beatAt: new Date(Date.now() - silenceMs - 1_000) });
    expect(await reindex(house.deps)).to.include({ _id: run._id, status: 'done' });
  });

  it('is paused, goes on where it was, waits for its swap, and is taken back without losing a change', async () => {
    const { _id: old } = await reindex(house.deps);
    const { _id } = await beginReindex({ swap: 'by-hand', by: 'virkku' }, house.deps);
    const staff = steering(house.deps);
    let pausing: Promise<unknown> | undefined;
    await reindex(house.deps, {
      onProgress: ({ written }) => void (written > count / 3 && (pausing ??= staff.pause(_id))),
    });
    await pausing;
    const paused = await house.deps.runs.find(_id);
    expect(paused).to.include({ status: 'paused', resumed: 0, by: 'virkku' });
    expect(await ensureIndex(house.deps), 'nobody goes on with it').to.equal(true);
    expect((await house.deps.runs.find(_id))?.written).to.equal(paused?.written);

    await staff.resume(_id);
    await ensureIndex(house.deps);
    const ready = await house.deps.runs.find(_id);
    expect(ready).to.include({ status: 'ready', written: count });
    expect(ready?.comparison?.works).to.deep.equal({ catalogue: count, before: count, after: count, pending: 0 });
    expect(ready?.comparison?.sample).to.include({ works: 200, new: 0, changed: 0, gone: 0 });
    expect(await house.deps.aliases.serving()).to.equal(old);

    await staff.swap(_id);
    expect(await house.deps.aliases.serving()).to.equal(_id);
    await house.line.recordChange(['w1'], () => house.rename('w1', 'Teos, jota korjattiin vaihdon jälkeen'));
    await drainAll(house.deps);
    expect(await rollBack(house.deps)).to.equal(old);
    expect(await house.deps.aliases.serving()).to.equal(old);
    expect((await house.deps.runs.find(_id))?.status).to.equal('rolled-back');
    expect(await checkIndex(house.deps)).to.deep.include({ index: old, missing: [], extra: [], stale: [] });
    expect(await rollBack(house.deps), 'and that can be taken back').to.equal(_id);
    expect(await checkIndex(house.deps)).to.deep.include({ index: _id, missing: [], extra: [], stale: [] });
  });

  it('that is cancelled leaves nothing behind, and the next may begin', async () => {
    const { _id: old } = await reindex(house.deps);
    const { _id } = await beginReindex({ swap: 'by-hand' }, house.deps);
    await ensureIndex(house.deps);
    expect(await house.deps.aliases.all()).to.deep.equal([_id, old]);
    await steering(house.deps).cancel(_id);
    expect(await house.deps.aliases.all()).to.deep.equal([old]);
    const refusal = await steering(house.deps).swap(_id).catch((reason: unknown) => reason); // prettier-ignore
    expect(refusal).to.be.instanceOf(ReindexRefused);
    expect(await reindex(house.deps)).to.include({ status: 'done', replaced: old });
  });

  it('waits for staff where the searches they have saved would be answered worse', async () => {
    await reindex(house.deps);
    await house.connections.database.collection<{ _id: string; searches: unknown[] }>('watchedSearches').insertOne({ _id: 'all', searches: [{ query: 'teos 7', wanted: { 'Teos 7': 3 } }] }); // prettier-ignore
    await house.rename('w7', 'Kirja, jota kukaan ei etsi');
    const run = await reindex(house.deps);
    expect(run.status).to.equal('ready');
    expect(run.comparison?.answers).to.include({ searches: 1, same: 0, ndcgBefore: 1, ndcgAfter: 0 });
    expect(run.comparison?.answers.differences[0]?.left).to.deep.equal(['Teos 7']);
  });

  it('of a part writes that part anew where it stands, and a dry run tells beforehand', async () => {
    await reindex(house.deps);
    for (const id of ['w1', 'w2', 'w3']) await house.rename(id, `Muuttunut ${id}`);
    const scope = { kind: 'query', q: 'teos 2' } as const;
    const foreseen = await dryRun(scope, house.deps);
    expect(foreseen).to.deep.include({ works: 1 });
    expect(foreseen.sample).to.deep.include({ works: 1, changed: 1 });
    expect(foreseen.sample.examples[0]?.fields).to.deep.include({ name: 'title', before: 'Teos 2', after: 'Muuttunut w2' }); // prettier-ignore
    const serving = await house.deps.aliases.serving();
    expect(await reindex(house.deps, { scope })).to.include({ status: 'done', written: 1 });
    expect(await house.deps.aliases.all(), 'no index is made, and the sample has gone').to.deep.equal([serving]);
    expect((await checkIndex(house.deps)).stale).to.have.members(['w1', 'w3']);

    expect(await reindex(house.deps, { scope: { kind: 'source', source: 'nobody' } })).to.include({ written: 0 });
    expect(await reindex(house.deps, { scope: { kind: 'source', source: 'test' } })).to.include({ written: count });
    expect((await checkIndex(house.deps)).stale).to.deep.equal([]);
  });

  it('of a municipality writes the works that one of its branches has a copy of', async () => {
    await reindex(house.deps);
    await house.catalogue.storeItems([buildItem({ _id: 'copy', recordId: 'w5.r', branch: 'heinola' })], []);
    const run = await reindex(house.deps, { scope: { kind: 'municipality', municipality: 'heinola' } });
    expect(run).to.include({ total: 1, written: 1, status: 'done' });
    expect(await checkIndex(house.deps)).to.deep.include({ stale: [] });
  });

  it('is made by itself where no index stands, and not where a usable one does', async () => {
    expect(await ensureIndex(house.deps)).to.equal(true);
    const serving = await house.deps.aliases.serving();
    expect(Object.keys(await house.indexed()).length).to.equal(1_000);
    await ensureIndex(house.deps);
    expect(await house.deps.aliases.serving()).to.equal(serving);
  });
});
