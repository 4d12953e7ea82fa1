import type { Catalogue } from '../catalogue/service.ts';
import type { CatalogueRecord } from '../catalogue/schema.ts';
import { detailWork } from './detail.ts';
import type { WorkDetail } from './schema.ts';

/** What readers look at: works and records as their pages show them. */
export interface Discovery {
  /** By the id of a work that was merged away, the one it was merged into. */
  workDetail(id: string): Promise<WorkDetail | undefined>;
  record(id: string): Promise<CatalogueRecord | undefined>;
}

export function createDiscovery(catalogue: Pick<Catalogue, 'readWorks' | 'record' | 'currentWorkId'>): Discovery {
  return {
    async workDetail(id) {
      const [stored] = await catalogue.readWorks([await catalogue.currentWorkId(id)]);
      return stored && detailWork(stored);
    },
    record: catalogue.record,
  };
}
