import { appendFile, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { Double, Long } from 'mongodb';
import { demoRecords } from '../../../demo/generate.ts';
import { addDemoPatrons } from '../../../demo/patrons.ts';
import { restoreBackup } from '../../../domain/backup/restore-backup.ts';
import { contentsOf, takeBackup } from '../../../domain/backup/take-backup.ts';
import { checkIndex } from '../../../indexer/check-index.ts';
import { drainAll } from '../../../indexer/drain.ts';
import { reindex } from '../../../indexer/reindex/reindex.ts';
import { openServices, type Services } from '../../../services.ts';
import { dropNamespace, testEnvironment } from '../../support/connections.ts';

describe('a backup', function () {
  this.timeout(240_000);

  let services: Services;
  let parent: string;
  const database = () => services.connections.database;
  const folder = (name: string) => join(parent, name);
  const wipe = async () => {
    await database().dropDatabase();
    await services.prepare();
  };

  before(async () => {
    parent = await mkdtemp(join(tmpdir(), 'lastu-backup-'));
    services = openServices(testEnvironment(), { blocking: true });
    await services.prepare();
    await services.catalogue.importRecords({ source: 'demo', file: 'demo', records: demoRecords({ works: 1_000 }) });
    await addDemoPatrons(services);
    await reindex(services.indexer);
    await drainAll(services.indexer);
    await services.audit.note({ by: 'p1', act: 'rulesSet', subject: 'rules:2', after: { from: '2026-12-01' } });
    // Kinds of numbers that a careless copy would make one.
    await database()
      .collection('kinds')
      .insertOne({ five: new Double(5), long: Long.fromNumber(5), int: 5 });
  });
  after(async () => {
    await services.queues.close();
    await dropNamespace(services.connections);
    await rm(parent, { recursive: true, force: true });
  });

  it('brings everything back to the byte after the database and the index are lost', async () => {
    const before = await contentsOf(database());
    const manifest = await takeBackup(database(), folder('whole'), { patienceMs: 60_000 });
    expect(manifest).to.include({ exact: true, passes: 2 });
    expect(Object.keys(before)).to.include.members(['works', 'records', 'items', 'patrons', 'borrowers', 'audit']);

    await wipe();
    const { elasticsearch, names } = services.connections;
    const indices = Object.keys(await elasticsearch.indices.get({ index: `${names.works}-*` }));
    await elasticsearch.indices.delete({ index: indices });
    await restoreBackup(database(), folder('whole'));
    expect(await contentsOf(database())).to.deep.equal(before);

    await reindex(services.indexer);
    const { works, missing, extra, stale } = await checkIndex(services.indexer);
    expect({ missing, extra, stale }).to.deep.equal({ missing: [], extra: [], stale: [] });
    expect(works).to.equal(before['works']?.documents);
  });

  it('is readable by nobody else', async () => {
    expect((await stat(folder('whole'))).mode & 0o077).to.equal(0);
    for (const file of await readdir(folder('whole'))) expect((await stat(folder(`whole/${file}`))).mode & 0o077).to.equal(0); // prettier-ignore
  });

  it('is taken while others write: what was done by then is in it, and it says that it is of no single instant', async () => {
    const notes = database().collection<{ _id: string; at: number }>('notes');
    let written = 0;
    let busy = true;
    const writing = (async () => {
      for (; busy; written += 1) await notes.insertOne({ _id: `n${written}`, at: written });
    })();
    while (written < 20) await new Promise((resolve) => setTimeout(resolve, 5));
    const sure = written;
    const manifest = await takeBackup(database(), folder('busy'), { patienceMs: 0 });
    busy = false;
    await writing;
    expect(manifest.exact).to.equal(false);
    expect(manifest.moving).to.include('notes');

    await wipe();
    await restoreBackup(database(), folder('busy'));
    expect(await notes.countDocuments()).to.be.at.least(sure);
    const ids = (await notes.find().toArray()).map(({ at }) => at).toSorted((a, b) => a - b);
    expect(ids.slice(0, sure), 'none of them is missing').to.deep.equal([...Array(sure).keys()]);
  });

  it('comes out exact once the writing pauses', async () => {
    const notes = database().collection<{ _id: string }>('notes');
    let passes = 0;
    const manifest = await takeBackup(database(), folder('calmed'), {
      patienceMs: 60_000,
      onProgress: () => {
        passes += 1;
        if (passes < 3) void notes.insertOne({ _id: `late-${passes}` });
      },
    });
    expect(manifest.exact).to.equal(true);
    expect(manifest.passes).to.be.greaterThan(2);
  });

  it('goes into an empty database only, unless it is told to replace what is there', async () => {
    const problem = await restoreBackup(database(), folder('whole')).catch(String);
    expect(problem).to.include('The database is not empty');
    await restoreBackup(database(), folder('whole'), { force: true });
    expect(await contentsOf(database())).not.to.have.property('notes');
  });

  it('is refused, and nothing is written, where a file is not what was written', async () => {
    const held = await contentsOf(database());
    const file = folder('whole/items.bson.gz');
    const bytes = await readFile(file);
    await appendFile(file, 'x');
    expect(await restoreBackup(database(), folder('whole'), { force: true }).catch(String)).to.include('items.bson.gz');
    await rm(file);
    expect(await restoreBackup(database(), folder('whole'), { force: true }).catch(String)).to.include('missing');
    await writeFile(file, bytes);
    await rm(folder('whole/manifest.json'));
    expect(await restoreBackup(database(), folder('whole'), { force: true }).catch(String)).to.include(
      'never finished',
    );
    expect(await contentsOf(database())).to.deep.equal(held);
  });

  it('takes the place of nothing: a folder that holds something is refused', async () => {
    expect(await takeBackup(database(), folder('busy'), { patienceMs: 0 }).catch(String)).to.include('not empty');
  });
});
