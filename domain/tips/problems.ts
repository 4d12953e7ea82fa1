/** Why tips say no, beside what moderation refuses. */
export const tipProblems = ['tip-not-found', 'tip-not-yours', 'tipped-work-not-found'] as const;
export type TipProblemName = (typeof tipProblems)[number];

export class TipProblem extends Error {
  override readonly name = 'TipProblem';
  readonly reason: TipProblemName;
  constructor(reason: TipProblemName) {
    super(reason);
    this.reason = reason;
  }
}
