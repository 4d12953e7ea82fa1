/** Why moderation says no. The interface translates each. */
export const moderationProblems = [
  'community-not-started',
  'writer-banned',
  'writing-too-fast',
  'words-not-allowed',
  'text-not-found',
  'text-is-yours',
] as const;
export type ModerationProblemName = (typeof moderationProblems)[number];

export class ModerationProblem extends Error {
  override readonly name = 'ModerationProblem';
  readonly reason: ModerationProblemName;
  /** Days (`starts`, `until`), a municipality, the words that are not taken; `seconds` until one may write again. */
  readonly about: Readonly<Record<string, string | number | undefined>>;
  constructor(reason: ModerationProblemName, about: Readonly<Record<string, string | number | undefined>> = {}) {
    super(reason);
    this.reason = reason;
    this.about = about;
  }
}
