import type { Collection, Db } from 'mongodb';
import type { CatalogueRecord, Item } from './schema.ts';

/** What a work must have: a record of a source, or a copy that one of the branches owns. */
export type Holding = { readonly source: string } | { readonly branches: readonly string[] };

/** Works by what they have: to bring those anew to the index that a source or a municipality is about. */
export interface Holdings {
  /** Those of these works that have it, in the same order. */
  among(ids: readonly string[], holding: Holding): Promise<string[]>;
  /** How many works of the catalogue have it. Reads them all. */
  countHolding(holding: Holding): Promise<number>;
}

const atOnce = 5_000;

export function holdingsOf(database: Db): Holdings {
  const records: Collection<CatalogueRecord> = database.collection('records');
  const items: Collection<Item> = database.collection('items');

  async function recordsHeld(ids: readonly string[], branches: readonly string[]): Promise<Set<string>> {
    return new Set(await items.distinct('recordId', { recordId: { $in: [...ids] }, branch: { $in: [...branches] } }));
  }

  return {
    async among(ids, holding) {
      const own = { workId: { $in: [...ids] }, ...('source' in holding && { source: holding.source }) };
      const heads = await records.find(own, { projection: { workId: 1 } }).toArray();
      const kept = 'source' in holding ? undefined : await recordsHeld(heads.map(({ _id }) => _id), holding.branches); // prettier-ignore
      const having = new Set(heads.flatMap(({ _id, workId }) => (!kept || kept.has(_id) ? [workId] : [])));
      return ids.filter((id) => having.has(id));
    },
    async countHolding(holding) {
      const found = new Set<string>();
      const note = async (filter: object) => {
        for await (const { workId } of records.find(filter, { projection: { workId: 1 } })) found.add(workId);
      };
      if ('source' in holding) await note({ source: holding.source });
      else {
        let batch: string[] = [];
        const held = items.find({ branch: { $in: [...holding.branches] } }, { projection: { recordId: 1 } });
        for await (const { recordId } of held) {
          if (batch.push(recordId) < atOnce) continue;
          await note({ _id: { $in: batch } });
          batch = [];
        }
        await note({ _id: { $in: batch } });
      }
      return found.size;
    },
  };
}
