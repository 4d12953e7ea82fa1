import { DemoSource } from '../demo/stored-works.ts';
import { demoRecords } from '../demo/generate.ts';
import { reindex } from '../indexer/reindex/reindex.ts';
import { inBatches } from '../indexer/source.ts';
import { batchSize, writeWorks } from '../indexer/write-works.ts';
import type { Services } from '../services.ts';

/** A catalogue of the given size, made from the demo's works and indexed; kept for the next benchmark of the same size. */
export async function fillCatalogue(services: Services, works: number): Promise<void> {
  await services.prepare();
  await services.catalogue.importRecords({ source: 'demo', file: 'demo', records: demoRecords({ works }) });
  await reindex(services.indexer);
  await joined(services);
}

/** Resolves once the engine has joined the segments of the index that serves: what is measured meanwhile measures that. */
async function joined({ indexer }: Services): Promise<void> {
  for (;;) {
    const stats = await indexer.elasticsearch.indices.stats({ index: indexer.aliases.read, metric: 'merge' });
    if (stats._all.primaries?.merges?.current === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** An index that grows without a catalogue behind it: no import's time, and the same documents. */
export async function growingIndex({ indexer, prepare }: Services): Promise<{ growTo(works: number): Promise<void> }> {
  const source = new DemoSource();
  const deps = { ...indexer, source };
  await prepare();
  await reindex(deps);
  return {
    async growTo(works) {
      const index = await indexer.aliases.serving();
      if (index === undefined) throw new Error('No index serves');
      for await (const ids of inBatches(source.growTo(works), batchSize)) {
        const [failed] = await writeWorks(ids, [index], deps);
        if (failed) throw new Error(`${failed[0]} is not indexed: ${failed[1]}`);
      }
      await indexer.elasticsearch.indices.refresh({ index });
    },
  };
}
