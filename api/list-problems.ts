import type { ListProblemName } from '../domain/lists/problems.ts';

/** What lists refuse, as problems of the same names. */
export const listProblems = {
  'list-not-found': { status: 404, title: 'There is no such list' },
  'list-entry-not-found': { status: 404, title: 'There is no such work in the list' },
  'listed-work-not-found': { status: 404, title: 'There is no such work' },
  'invitation-not-found': { status: 404, title: 'The invitation is not valid any more' },
  'list-not-yours': { status: 403, title: 'The list may be read, not changed' },
  'community-not-started': { status: 409, title: 'The municipality has not begun with lists yet' },
  'list-full': { status: 409, title: 'A list has no room for so many works' },
  'too-many-lists': { status: 409, title: 'There are as many lists as one patron may have' },
  'too-many-members': { status: 409, title: 'There are as many as may write and read together' },
} as const satisfies Record<ListProblemName, { status: number; title: string }>;
