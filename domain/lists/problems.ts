/** Why lists say no. */
export const listProblems = [
  'list-not-found',
  'list-entry-not-found',
  'listed-work-not-found',
  'invitation-not-found',
  'list-not-yours',
  'community-not-started',
  'list-full',
  'too-many-lists',
  'too-many-members',
] as const;
export type ListProblemName = (typeof listProblems)[number];

export class ListProblem extends Error {
  override readonly name = 'ListProblem';
  readonly reason: ListProblemName;
  /** Limits, and how many there are. */
  readonly about: Readonly<Record<string, number>>;
  constructor(reason: ListProblemName, about: Readonly<Record<string, number>> = {}) {
    super(reason);
    this.reason = reason;
    this.about = about;
  }
}
