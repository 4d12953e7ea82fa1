import type { Services } from '../../services.ts';
import { catalogueRepository } from '../../domain/catalogue/repository.ts';
import { drainAll } from '../../indexer/drain.ts';
import { buildEdition, buildItem, buildRecord } from './builders.ts';

/** Works `w0`, `w1`, … with a record and a copy each, titled "Teos 0", "Teos 1", … */
export const fillWithWorks =
  (count: number) =>
  async ({ connections }: Services): Promise<void> => {
    const catalogue = catalogueRepository(connections.database);
    const ids = Array.from({ length: count }, (_, nth) => `w${nth}`);
    await catalogue.ensureWorks(ids);
    await catalogue.storeRecords(ids.map((id, nth) => buildRecord({ _id: `${id}.r`, workId: id, edition: buildEdition({ title: `Teos ${nth}` }) }))); // prettier-ignore
    await catalogue.storeItems(
      ids.map((id) => buildItem({ _id: `${id}-0`, recordId: `${id}.r` })),
      [],
    );
  };

/** Brings what was written to the index, here and now. */
export async function indexed({ indexer }: Services): Promise<void> {
  await drainAll(indexer);
  await indexer.elasticsearch.indices.refresh({ index: indexer.aliases.read });
}

let serial = 0;

/** A patron who goes by a name of their own. */
export async function addReader({ accounts }: Services, displayName?: string, municipality = 'lahti') {
  const cardNumber = `5000${(serial += 1)}`;
  const { _id: patron } = await accounts.add({ cardNumber, name: 'Aino Ahola', municipality, contact: {}, language: 'fi', pin: '1234' }); // prettier-ignore
  if (displayName !== undefined) await accounts.setDisplayName(patron, displayName);
  return { patron, municipality, cardNumber };
}
