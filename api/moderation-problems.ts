import type { ModerationProblemName } from '../domain/moderation/problems.ts';

/** What moderation refuses, as problems of the same names. */
export const moderationProblems = {
  'community-not-started': { status: 409, title: 'The municipality has not begun with this yet' },
  'writer-banned': { status: 403, title: 'This patron may not write' },
  'writing-too-fast': { status: 429, title: 'This patron has written a lot; wait a while' },
  'words-not-allowed': { status: 422, title: 'The text has words that are not taken here' },
  'text-not-found': { status: 404, title: 'There is no such text' },
  'text-is-yours': { status: 409, title: 'One’s own text cannot be reported' },
} as const satisfies Record<ModerationProblemName, { status: number; title: string }>;
