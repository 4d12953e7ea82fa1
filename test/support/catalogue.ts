import type { Connections } from '../../config/connections.ts';
import { createCatalogue, type Catalogue } from '../../domain/catalogue/service.ts';
import { changeLine } from '../../domain/changes/change-line.ts';

/** The catalogue over the test engines, with nobody to wake: a test drains when it chooses. */
export async function openTestCatalogue({ database }: Connections): Promise<Catalogue> {
  const catalogue = createCatalogue({ database, changes: changeLine({ database, wake: async () => undefined }) });
  await catalogue.ensureIndexes();
  return catalogue;
}
