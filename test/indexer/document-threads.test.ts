import { expect } from 'chai';
import { createAnalysis } from '../../indexer/analysis/analysis.ts';
import { documentsHere } from '../../indexer/documents.ts';
import { documentThreads } from '../../indexer/threads/document-threads.ts';
import { DemoSource } from '../../demo/stored-works.ts';
import { buildEdition, buildRecord } from '../support/builders.ts';

describe('documents written in threads', function () {
  this.timeout(60_000);
  const analysis = createAnalysis();
  const threads = documentThreads(1, analysis);
  after(() => threads.close());

  async function demoWorks(count: number) {
    const source = new DemoSource();
    return source.readWorks(source.growTo(count));
  }

  it('are letter for letter those that are written here, few or many, in their order', async () => {
    for (const count of [3, 1_000]) {
      const works = await demoWorks(count);
      expect(await threads.write(works)).to.deep.equal(await documentsHere(analysis)(works));
    }
  });

  it('tell of a work that cannot be read, and give the others', async () => {
    const works = await demoWorks(60);
    const broken = {
      ...buildRecord({ _id: 'broken.1', workId: 'broken' }),
      edition: { ...buildEdition(), subjects: null as never },
    };
    const written = await threads.write(works.with(7, { id: 'broken', records: [broken], items: [] }));
    expect(written).to.have.length(60);
    expect(written.flatMap((one) => ('error' in one ? [one.id] : []))).to.deep.equal(['broken']);
  });

  it('are refused where a thread would take words apart otherwise', async () => {
    const others = documentThreads(1, { ...analysis, version: 'of another house' });
    try {
      const failure = await others.write(await demoWorks(30)).catch((error: unknown) => error);
      expect(failure)
        .to.be.instanceOf(Error)
        .with.property('message')
        .that.matches(/not as of another house/);
    } finally {
      await others.close();
    }
  });

  it('leave this thread free to answer', async () => {
    const works = await demoWorks(1_000);
    await threads.write(works);
    const busy = async (write: () => Promise<unknown>) => {
      const before = process.threadCpuUsage();
      await write();
      const { user, system } = process.threadCpuUsage(before);
      return user + system;
    };
    const here = await busy(() => documentsHere(createAnalysis())(works));
    expect(await busy(() => threads.write(works))).to.be.below(here / 2);
  });
});
