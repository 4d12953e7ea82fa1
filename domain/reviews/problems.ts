/** Why a rating, a review or a tag is not taken. */
export const voiceProblems = [
  'voiced-work-not-found',
  'review-not-found',
  'already-reviewed',
  'own-review',
  'display-name-missing',
  'too-many-tags',
] as const;
export type VoiceProblemName = (typeof voiceProblems)[number];

export class VoiceProblem extends Error {
  override readonly name = 'VoiceProblem';
  readonly reason: VoiceProblemName;
  /** Limits. */
  readonly about: Readonly<Record<string, number>>;
  constructor(reason: VoiceProblemName, about: Readonly<Record<string, number>> = {}) {
    super(reason);
    this.reason = reason;
    this.about = about;
  }
}
