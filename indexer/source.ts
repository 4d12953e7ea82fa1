import type { Holdings } from '../domain/catalogue/holding.ts';
import type { HeardWork } from '../domain/discovery/heard-work.ts';

/** Where the indexer reads works from: the catalogue, with what readers say of its works. */
export interface WorkSource extends Holdings {
  /** Everything that is known of these works, in a few queries. Works that are gone are left out. */
  readWorks(ids: readonly string[]): Promise<HeardWork[]>;
  /** Ids of all works of a partition in their order, as they stand while it is read; those after `after` alone. */
  workIdsOfPartition(partition: number, after?: string): AsyncIterable<string>;
  countWorks(): Promise<number>;
}

/** Groups what a source yields into lists of `size`. */
export async function* inBatches<T>(values: AsyncIterable<T> | Iterable<T>, size: number): AsyncGenerator<T[]> {
  let batch: T[] = [];
  for await (const value of values) {
    if (batch.push(value) < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
