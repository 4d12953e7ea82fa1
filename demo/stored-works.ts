import { draftRecord } from '../domain/catalogue/import-batch.ts';
import type { StoredWork } from '../domain/catalogue/schema.ts';
import { partitionOf } from '../domain/partition.ts';
import { demoMarc } from './generate.ts';

/**
 * Works of the demo catalogue as an import would have stored them, made when they are read: a catalogue of any size that takes
 * neither a database nor the hours of an import. Each keeps its own id, so that exactly so many works are found.
 */
export class DemoSource {
  readonly #byPartition = new Map<number, string[]>();
  #count = 0;

  /** Adds works until there are so many; resolves with the ids of those added. */
  growTo(works: number): string[] {
    const added: string[] = [];
    for (; this.#count < works; this.#count += 1) {
      const id = `demo${this.#count}`;
      const partition = partitionOf(id);
      const others = this.#byPartition.get(partition);
      if (others) others.push(id);
      else this.#byPartition.set(partition, [id]);
      added.push(id);
    }
    return added;
  }

  readonly readWorks = async (ids: readonly string[]): Promise<StoredWork[]> => ids.map(storedWork);

  async *workIdsOfPartition(partition: number): AsyncGenerator<string> {
    yield* this.#byPartition.get(partition) ?? [];
  }

  /** It is all of one source. */
  readonly among = async (ids: readonly string[]): Promise<string[]> => [...ids];

  readonly countHolding = async (): Promise<number> => this.#count;

  readonly countWorks = async (): Promise<number> => this.#count;
}

const at = new Date('2026-01-01T00:00:00Z');

function storedWork(id: string): StoredWork {
  const drafts = demoMarc(Number(id.slice('demo'.length))).map((marc) => draftRecord(marc, 'demo'));
  return {
    id,
    records: drafts.map(({ id: _id, source, hash, edition }) => ({
      _id,
      version: 1,
      source,
      workId: id,
      hash,
      derivation: 1,
      edition,
      importedAt: at,
      updatedAt: at,
    })),
    items: drafts.flatMap(({ items }) => items.map((item) => ({ ...item, version: 1 }))),
  };
}
