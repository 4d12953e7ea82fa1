import type { Collection, Db } from 'mongodb';
import { z } from 'zod';
import { searchFields } from '../../domain/discovery/schema.ts';

/** A search that staff watch: before an index is swapped, and when synonyms change, its answer before and after is compared. */
export const WatchedSearch = z.strictObject({
  query: z.string().trim().min(1).max(200),
  in: z.enum(searchFields).optional(),
  /** What should be found: `Title` or `Title / Beginning of the first author`, with a grade from 1 to 3; figures need it. */
  wanted: z.record(z.string(), z.int().min(1).max(3)).optional(),
});
export type WatchedSearch = z.infer<typeof WatchedSearch>;

export interface WatchedSearches {
  all(): Promise<WatchedSearch[]>;
  /** Keeps these and no others. */
  replace(searches: readonly WatchedSearch[]): Promise<void>;
}

export function watchedSearches(database: Db): WatchedSearches {
  const kept: Collection<{ _id: string; searches: WatchedSearch[] }> = database.collection('watchedSearches');
  return {
    all: async () => (await kept.findOne({ _id: 'all' }))?.searches ?? [],
    async replace(searches) {
      await kept.updateOne({ _id: 'all' }, { $set: { searches: [...searches] } }, { upsert: true });
    },
  };
}
