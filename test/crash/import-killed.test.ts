import { once } from 'node:events';
import { Readable } from 'node:stream';
import { randomBytes } from 'node:crypto';
import { expect } from 'chai';
import { parseEnvironment } from '../../config/environment.ts';
import { demoRecords } from '../../demo/generate.ts';
import { ensureIndex } from '../../indexer/reindex/reindex.ts';
import { checkIndex } from '../../indexer/check-index.ts';
import { openServices, type Services } from '../../services.ts';
import { dropNamespace, testEnvironment } from '../support/connections.ts';
import { iso2709File } from '../support/marc-files.ts';
import { startProcess, superviseProcess, type SupervisedProcess } from '../support/process.ts';

/** An import that staff have begun is carried on by whoever is alive, from where it had come to. */
describe('when the worker is killed in the middle of an import', function () {
  this.timeout(300_000);

  let services: Services;
  let worker: SupervisedProcess;
  let environment: Record<string, string>;
  before(async () => {
    const { MONGODB_URL, REDIS_URL, ELASTICSEARCH_URL } = testEnvironment();
    environment = { MONGODB_URL, REDIS_URL, ELASTICSEARCH_URL, NAMESPACE: `test-${randomBytes(6).toString('hex')}` };
    services = openServices(parseEnvironment(environment), { blocking: false });
    await services.prepare();
    await ensureIndex(services.indexer);
    worker = superviseProcess({ ...environment, ROLE: 'worker' });
  });
  after(async () => {
    await worker?.stop();
    await services?.queues.close();
    if (services) await dropNamespace(services.connections);
  });

  it('another one goes on with it; every record is there once, also in the index', async () => {
    const count = 3_000;
    const bytes = iso2709File([...demoRecords({ works: count })].slice(0, count));
    const { imports, catalogue, indexer } = services;
    const { _id: id } = await imports.upload({ source: 'demo', name: 'demo.mrc', by: 'ann', bytes: Readable.from([bytes]) }); // prettier-ignore
    await imports.start(id);
    const read = async () => (await imports.find(id))?.counts.read ?? 0;
    for (const some of [300, 1_000]) {
      while ((await read()) < some) await pause(20);
      await worker.killHard();
    }
    const killedAt = await read();
    expect(killedAt, 'it was killed on the way').to.be.lessThan(count);
    while ((await imports.find(id))?.status !== 'done') await pause(100);
    const report = await imports.find(id);
    const { added = 0, unchanged = 0, changed, broken } = report?.counts ?? {};
    expect([await read(), changed, broken]).to.deep.equal([count, 0, 0]);
    expect(added + unchanged, 'a batch may have landed without having been counted').to.equal(count);
    expect(unchanged).to.be.at.most(200);
    const records = await services.connections.database.collection('records').countDocuments();
    expect(records).to.equal(count);
    expect(await catalogue.countWorks()).to.be.greaterThan(0);

    for (let counts = await indexer.changes.counts(); counts.open + counts.ready > 0; await pause(200))
      counts = await indexer.changes.counts();
    const { missing, extra, stale } = await checkIndex(indexer);
    expect({ missing, extra, stale }).to.deep.equal({ missing: [], extra: [], stale: [] });
  });

  it('an import that the command line has begun is finished by a worker, should it be killed', async () => {
    const { imports, catalogue } = services;
    const rederiving = startProcess('cli/main.ts', ['rederive'], environment);
    const latest = async () => (await imports.latest(1))[0];
    while ((await latest())?.kind !== 'rederivation' || ((await latest())?.counts.read ?? 0) < 200) await pause(20);
    rederiving.kill('SIGKILL');
    await once(rederiving, 'exit');
    expect((await latest())?.status).to.equal('running');
    while ((await latest())?.status !== 'done') await pause(100);
    const report = await latest();
    expect(report?.worker).to.not.match(/^command line/);
    expect(report?.counts.read).to.equal(3_000);
    expect(await catalogue.countWorks()).to.be.greaterThan(0);
  });
});

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
