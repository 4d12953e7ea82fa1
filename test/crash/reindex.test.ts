import { expect } from 'chai';
import { demoRecords } from '../../demo/generate.ts';
import { checkIndex } from '../../indexer/check-index.ts';
import { beginReindex } from '../../indexer/reindex/begin.ts';
import { reindex } from '../../indexer/reindex/reindex.ts';
import type { ReindexRun } from '../../indexer/reindex/schema.ts';
import { openServices, type Services } from '../../services.ts';
import { dropNamespace, testEnvironment } from '../support/connections.ts';
import { superviseProcess, type SupervisedProcess } from '../support/process.ts';

const works = 4_000;
/** Works that come while it is at work. */
const later = 200;

/** With the processes an operator runs, on engines that stay: what is killed here are ours. */
describe('when worker and API are killed in the middle of a reindex', function () {
  this.timeout(600_000);

  let services: Services;
  let worker: SupervisedProcess;
  let api: SupervisedProcess;
  let old: string;
  before(async () => {
    const environment = testEnvironment();
    services = openServices(environment, { blocking: false });
    await services.prepare();
    await services.catalogue.importRecords({ source: 'demo', file: 'demo', records: demoRecords({ works }) });
    old = (await reindex(services.indexer))._id;
    const { MONGODB_URL, REDIS_URL, ELASTICSEARCH_URL, NAMESPACE } = environment;
    const given = { MONGODB_URL, REDIS_URL, ELASTICSEARCH_URL, NAMESPACE };
    worker = superviseProcess({ ...given, ROLE: 'worker' });
    api = superviseProcess({ ...given, ROLE: 'api', PORT: '0' });
  });
  after(async () => {
    await Promise.all([worker?.stop(), api?.stop()]);
    await services?.queues.close();
    if (services) await dropNamespace(services.connections);
  });

  it('it goes on where it was, never starts over, and ends equal to MongoDB', async () => {
    const { _id } = await beginReindex({ swap: 'by-hand', by: 'virkku' }, services.indexer);
    const atFirst = await until(_id, ({ written }) => written > works / 10);
    await Promise.all([worker.killHard(), api.killHard()]);
    const left = await services.indexer.runs.find(_id);
    expect(left?.written).to.be.within(atFirst.written, works - 1);

    const goesOn = await until(_id, ({ resumed }) => resumed === 1);
    expect(goesOn.written).to.be.at.least(left?.written ?? works);
    await changeSomething();
    await Promise.all([worker.killHard(), api.killHard()]);
    const ready = await until(_id, ({ status }) => status !== 'running');
    expect(ready.error).to.equal(undefined);
    expect(ready.status).to.equal('ready');
    expect(ready.resumed).to.be.within(1, 2);
    expect(ready.written, 'each work was written once, but for the batches at hand').to.be.within(works * 0.99, (works + later) * 1.01); // prettier-ignore
    expect(await services.indexer.aliases.serving(), 'nobody has swapped').to.equal(old);

    await settled();
    const { aliases } = services.indexer;
    await aliases.swap(_id);
    expect(await checkIndex(services.indexer)).to.deep.include({ index: _id, missing: [], extra: [], stale: [] });
  });

  /** Live changes beside it: they reach both indices. */
  async function changeSomething(): Promise<void> {
    const records = [...demoRecords({ works: works + later })].slice(works);
    await services.catalogue.importRecords({ source: 'demo', file: 'later', records });
  }

  async function until(id: string, is: (run: ReindexRun) => boolean): Promise<ReindexRun> {
    for (const deadline = Date.now() + patienceMs; ;) {
      const run = await services.indexer.runs.find(id);
      if (run && is(run)) return run;
      if (Date.now() > deadline) throw new Error(`The reindex stands still: ${JSON.stringify(run)}`);
      await pause(50);
    }
  }

  async function settled(): Promise<void> {
    for (const deadline = Date.now() + patienceMs; ;) {
      const { open, ready } = await services.indexer.changes.counts();
      if (open + ready === 0) return;
      if (Date.now() > deadline) throw new Error(`${open + ready} changes do not reach the index`);
      await pause(250);
    }
  }
});

/** A dead process is waited for before another takes its run over. */
const patienceMs = 120_000;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
