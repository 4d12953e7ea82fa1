/** Why saved searches say no. */
export const savedSearchProblems = ['saved-search-not-found', 'too-many-saved-searches'] as const;
export type SavedSearchProblemName = (typeof savedSearchProblems)[number];

export class SavedSearchProblem extends Error {
  override readonly name = 'SavedSearchProblem';
  readonly reason: SavedSearchProblemName;
  /** Limits. */
  readonly about: Readonly<Record<string, number>>;
  constructor(reason: SavedSearchProblemName, about: Readonly<Record<string, number>> = {}) {
    super(reason);
    this.reason = reason;
    this.about = about;
  }
}
