import type { Db } from 'mongodb';
import type { LikingSource } from '../recommendations/schema.ts';
import { voiceRepository } from './repository.ts';

/** From so many stars on a work is liked. */
const likedFrom = 4;

/** Works that patrons have given many stars. */
export function ratingLikings(database: Db): LikingSource {
  const repository = voiceRepository(database);
  return {
    reason: 'rated',
    all: () => repository.ratingsFrom(likedFrom),
    ofPatron: async (patron) => (await repository.ratingsOfPatrons([patron])).filter(({ stars }) => stars >= likedFrom),
  };
}
