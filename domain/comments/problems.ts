/** Why comments say no, beside what moderation refuses. */
export const commentProblems = ['comment-not-found', 'comment-not-yours', 'nothing-to-comment-on'] as const;
export type CommentProblemName = (typeof commentProblems)[number];

export class CommentProblem extends Error {
  override readonly name = 'CommentProblem';
  readonly reason: CommentProblemName;
  constructor(reason: CommentProblemName) {
    super(reason);
    this.reason = reason;
  }
}
