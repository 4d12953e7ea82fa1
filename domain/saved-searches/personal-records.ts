import type { PersonalRecords } from '../accounts/privacy.ts';
import type { SavedSearchRepository } from './repository.ts';

/** What saved searches keep of a patron. Their secret addresses are no part of an export. */
export const savedSearchRecords = (repository: SavedSearchRepository): PersonalRecords => ({
  name: 'savedSearches',
  async export(patron) {
    const [searches, findings] = await Promise.all([repository.ofPatron(patron), repository.findingsOfPatron(patron)]);
    return {
      searches: searches.map(({ _id: id, patron: _patron, feedKey: _feedKey, stopKey: _stopKey, version: _version, ...own }) => ({ id, ...own })), // prettier-ignore
      found: findings.map(({ search, record, work, foundAt }) => ({ search, record, work, foundAt })),
    };
  },
  hindrance: async () => undefined,
  count: async (patron) => ({ savedSearches: (await repository.ofPatron(patron)).length }),
  move: (from, to) => repository.move(from, to),
  erase: (patron) => repository.erase(patron),
});
