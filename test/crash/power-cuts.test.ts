import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect } from 'chai';
import { parseEnvironment } from '../../config/environment.ts';
import { demoRecords } from '../../demo/generate.ts';

import { checkIndex, type IndexReport } from '../../indexer/check-index.ts';
import { openServices, type Services } from '../../services.ts';
import { startStack, type Stack } from '../../stack/stack.ts';
import { iso2709File } from '../support/marc-files.ts';
import { startProcess, superviseProcess, type SupervisedProcess } from '../support/process.ts';

/** Promises 1 to 4: whatever is killed, at whatever line, every change reaches the index. */
describe('when the power fails in the middle of an import', function () {
  this.timeout(420_000);

  let stack: Stack;
  let services: Services;
  let environment: { NAMESPACE: string } & Stack['urls'];
  let worker: SupervisedProcess;
  let api: SupervisedProcess;
  const home = resolve(process.env['LASTU_HOME'] ?? '.lastu', 'test-crash');

  before(async () => {
    stack = await startStack({ home, engines: process.env['LASTU_ENGINES'] ?? resolve('.lastu', 'engines') });
    environment = { ...stack.urls, NAMESPACE: `crash-${randomBytes(4).toString('hex')}` };
    services = openServices(parseEnvironment(environment), { blocking: false });
    await services.prepare();
    worker = superviseProcess({ ...environment, ROLE: 'worker' });
    api = superviseProcess({ ...environment, ROLE: 'api', PORT: '0' });
    await untilIndexed();
  });
  after(async () => {
    await Promise.all([worker?.stop(), api?.stop()]);
    await services?.close();
    await stack?.stop();
    await rm(home, { recursive: true, force: true });
  });

  it('nothing is missing, extra or stale once worker, API, Redis with all it holds, and Elasticsearch were killed', async () => {
    const disasters = new Map<number, () => Promise<unknown>>([
      [2_000, () => worker.killHard()],
      [4_000, () => api.killHard()],
      [6_000, async () => stack.engine('redis')?.kill('SIGKILL', stack.wipeRedis)],
      [8_000, async () => stack.engine('elasticsearch')?.kill('SIGKILL')],
    ]);
    const happened: Promise<unknown>[] = [];
    function* troubled() {
      let given = 0;
      for (const record of demoRecords({ works: 10_000 })) {
        if (given === 10_000) return;
        const disaster = disasters.get(given);
        if (disaster) happened.push(disaster());
        given += 1;
        yield record;
      }
    }
    const report = await services.catalogue.importRecords({ source: 'demo', file: 'troubled', records: troubled() });
    await Promise.all(happened);
    expect(happened.length).to.equal(4);
    expect(report.counts.added).to.equal(10_000);

    await untilIndexed();
    expect(differences(await checkIndex(services.indexer))).to.deep.equal({ missing: [], extra: [], stale: [] });
    expect(await services.indexer.changes.counts()).to.deep.equal({ open: 0, ready: 0, failed: 0 });
  });

  it('an import that was killed is finished by running it again, and the index has all of it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'lastu-'));
    try {
      const file = join(folder, 'books.mrc');
      await writeFile(file, iso2709File(demoRecords({ works: 3_000 })));
      const importing = startProcess('cli/main.ts', ['import', '--source', 'killed', file], environment);
      const records = services.connections.database.collection('records');
      while ((await records.countDocuments({ source: 'killed' })) < 1_000) await pause(20);
      importing.kill('SIGKILL');
      await once(importing, 'exit');

      const again = startProcess('cli/main.ts', ['--json', 'import', '--source', 'killed', file], environment);
      let output = '';
      again.stdout?.on('data', (chunk) => (output += String(chunk)));
      const [code] = await once(again, 'exit');
      expect(code).to.equal(0);
      const { counts } = JSON.parse(output);
      expect(counts.unchanged).to.be.greaterThan(0);
      expect(counts.added).to.be.greaterThan(0);
      expect(counts.broken).to.equal(0);

      await untilIndexed();
      expect(differences(await checkIndex(services.indexer))).to.deep.equal({ missing: [], extra: [], stale: [] });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  /** Waits, touching nothing, until an index serves and no change is on its way. */
  async function untilIndexed(): Promise<void> {
    const deadline = Date.now() + patienceMs;
    for (;;) {
      const [index, counts] = await Promise.all([
        services.indexer.aliases.serving().catch(() => undefined),
        services.indexer.changes.counts(),
      ]);
      if (index && counts.open + counts.ready === 0) return;
      if (Date.now() > deadline) {
        const rows = await services.connections.database.collection('changes').find().limit(3).toArray();
        throw new Error(`Still on the way to ${index}: ${JSON.stringify(counts)}, ${JSON.stringify(rows)}`);
      }
      await pause(250);
    }
  }
});

const differences = ({ missing, extra, stale }: IndexReport) => ({ missing, extra, stale });

/** An open row of a dead writer is waited for a minute; the rest is the restart of engines on a busy machine. */
const patienceMs = 180_000;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
