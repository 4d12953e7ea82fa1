import type { SavedSearchProblemName } from '../domain/saved-searches/problems.ts';

/** What saved searches refuse of their own, as problems of the same names. */
export const savedSearchProblems = {
  'saved-search-not-found': { status: 404, title: 'There is no such saved search' },
  'too-many-saved-searches': { status: 409, title: 'There are as many saved searches as one patron may have' },
} as const satisfies Partial<Record<SavedSearchProblemName, { status: number; title: string }>>;
