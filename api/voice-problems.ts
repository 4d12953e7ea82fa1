import type { CommentProblemName } from '../domain/comments/problems.ts';
import type { ModerationProblemName } from '../domain/moderation/problems.ts';
import type { VoiceProblemName } from '../domain/reviews/problems.ts';
import type { TipProblemName } from '../domain/tips/problems.ts';

/** What moderation, ratings, reviews, tags, comments and tips refuse, as problems of the same names. */
export const voiceProblems = {
  'community-not-started': { status: 409, title: 'The municipality has not begun with this yet' },
  'writer-banned': { status: 403, title: 'This patron may not write' },
  'writing-too-fast': { status: 429, title: 'This patron has written a lot; wait a while' },
  'words-not-allowed': { status: 422, title: 'The text has words that are not taken here' },
  'text-not-found': { status: 404, title: 'There is no such text' },
  'text-is-yours': { status: 409, title: 'One’s own text cannot be reported' },
  'nothing-to-comment-on': { status: 404, title: 'What is commented on is not there' },
  'comment-not-found': { status: 404, title: 'There is no such comment' },
  'comment-not-yours': { status: 403, title: 'The comment is somebody else’s' },
  'tip-not-found': { status: 404, title: 'There is no such tip' },
  'tip-not-yours': { status: 403, title: 'The tip is somebody else’s' },
  'tipped-work-not-found': { status: 404, title: 'There is no such work' },
  'voiced-work-not-found': { status: 404, title: 'There is no such work' },
  'review-not-found': { status: 404, title: 'There is no such review' },
  'already-reviewed': { status: 409, title: 'The patron has reviewed this work; a review can be changed' },
  'own-review': { status: 409, title: 'One’s own review cannot be called helpful' },
  'display-name-missing': { status: 409, title: 'The patron has not chosen a name that others may read' },
  'too-many-tags': { status: 409, title: 'There are as many tags as one patron may give a work' },
} as const satisfies Record<
  ModerationProblemName | VoiceProblemName | CommentProblemName | TipProblemName,
  { status: number; title: string }
>;
