import { expect } from 'chai';
import { partitionCount } from '../../config/queues.ts';
import { SearchQuery } from '../../domain/discovery/schema.ts';
import { checkIndex } from '../../indexer/check-index.ts';
import { drain } from '../../indexer/drain.ts';
import { ensureIndex, reindex, ReindexRefused } from '../../indexer/reindex/reindex.ts';
import { silenceMs } from '../../indexer/reindex/runs.ts';
import { createSearch } from '../../indexer/search/search.ts';
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
    const half = await house.deps.runs.running();
    expect(half?.written).to.be.greaterThan(0);

    expect(await reindex(house.deps).catch((reason: unknown) => reason), 'its holder may be alive').to.be.instanceOf(
      ReindexRefused,
    );
    await house.connections.database
      .collection('reindexes')
      .updateMany({}, { $set: { beatAt: new Date(Date.now() - silenceMs - 1_000) } });
    const { _id } = await reindex(house.deps);
    expect(_id).to.equal(half?._id);
    expect(await checkIndex(house.deps)).to.deep.include({ works: count, missing: [], extra: [], stale: [] });
  });

  it('runs one at a time', async () => {
    const both = await Promise.allSettled([reindex(house.deps), reindex(house.deps)]);
    expect(both.map((one) => one.status)).to.have.members(['fulfilled', 'rejected']);
  });

  it('is made by itself where no index stands, and not where a usable one does', async () => {
    expect(await ensureIndex(house.deps)).to.equal(true);
    const serving = await house.deps.aliases.serving();
    expect(Object.keys(await house.indexed()).length).to.equal(1_000);
    await ensureIndex(house.deps);
    expect(await house.deps.aliases.serving()).to.equal(serving);
  });
});
