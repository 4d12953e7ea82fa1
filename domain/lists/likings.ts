import type { Db } from 'mongodb';
import type { Liking, LikingSource } from '../recommendations/schema.ts';
import { entryRepository } from './repository-of-entries.ts';
import type { ListEntry } from './schema.ts';

/** Works that patrons have put into lists, their own or others': counted, never shown. */
export function listLikings(database: Db): LikingSource {
  const entries = entryRepository(database);
  return {
    reason: 'listed',
    async *all() {
      for await (const entry of entries.allByPatrons()) yield* likingOf(entry);
    },
    ofPatron: async (patron) => (await entries.ofPatron(patron)).flatMap(likingOf),
  };
}

const likingOf = ({ addedBy: patron, work, addedAt: at }: Pick<ListEntry, 'addedBy' | 'work' | 'addedAt'>): Liking[] =>
  patron === undefined ? [] : [{ patron, work, at }];
