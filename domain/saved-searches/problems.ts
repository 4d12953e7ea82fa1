/** Why saved searches say no. */
export const savedSearchProblems = [
  'saved-search-not-found',
  'too-many-saved-searches',
  'community-not-started',
] as const;
export type SavedSearchProblemName = (typeof savedSearchProblems)[number];

export class SavedSearchProblem extends Error {
  override readonly name = 'SavedSearchProblem';
  readonly reason: SavedSearchProblemName;
  /** Limits; a municipality, and the day on which it `starts`. */
  readonly about: Readonly<Record<string, string | number | undefined>>;
  constructor(reason: SavedSearchProblemName, about: SavedSearchProblem['about'] = {}) {
    super(reason);
    this.reason = reason;
    this.about = about;
  }
}
