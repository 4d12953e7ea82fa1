import { demoRecords } from '../demo/generate.ts';
import { reindex } from '../indexer/reindex.ts';
import type { Services } from '../services.ts';

/** A catalogue of the given size, made from the demo's works and indexed; kept for the next benchmark of the same size. */
export async function fillCatalogue(services: Services, works: number): Promise<void> {
  await services.prepare();
  await services.catalogue.importRecords({ source: 'demo', file: 'demo', records: demoRecords({ works }) });
  await reindex(services.indexer);
}
