import type { ZodError } from 'zod';
import { importProblems } from './import-problems.ts';
import { listProblems } from './list-problems.ts';
import { voiceProblems } from './voice-problems.ts';
import { savedSearchProblems } from './saved-search-problems.ts';
import { refusalProblems } from './refusal-problems.ts';
import { staffProblems } from './staff-problems.ts';

/**
 * The catalogue of what can go wrong for a caller. The name is part of the stable `type` (RFC 9457); the interface
 * translates it, so the titles here are for developers.
 */
export const problems = {
  ...refusalProblems,
  ...importProblems,
  ...savedSearchProblems,
  ...listProblems,
  ...voiceProblems,
  ...staffProblems,
  'invalid-request': { status: 400, title: 'The request has mistakes' },
  'cursor-invalid': { status: 400, title: 'The cursor does not belong to this search' },
  'cross-site': { status: 403, title: 'The request comes from another site' },
  'csrf-token-wrong': { status: 403, title: 'The token of the session is missing' },
  unauthorized: { status: 401, title: 'Authentication is needed' },
  'not-found': { status: 404, title: 'There is nothing here' },
  'work-not-found': { status: 404, title: 'There is no such work' },
  'record-not-found': { status: 404, title: 'There is no such record' },
  'facet-not-found': { status: 404, title: 'There is no such facet' },
  'title-list-not-found': { status: 404, title: 'There is no such list of titles' },
  'decision-not-found': { status: 404, title: 'There is no such decision' },
  'method-not-allowed': { status: 405, title: 'This method is not allowed here' },
  'not-acceptable': { status: 406, title: 'No representation is acceptable' },
  'decision-impossible': { status: 409, title: 'This cannot be decided' },
  'changed-meanwhile': { status: 409, title: 'Somebody else has changed it meanwhile' },
  'too-fast': { status: 429, title: 'Too much in so short a time; wait a moment' },
  'letter-not-sent': { status: 503, title: 'The letter could not be sent' },
  'memory-list-full': { status: 409, title: 'The memory list has no room for so many works' },
  'decision-superseded': { status: 409, title: 'Something else was decided since' },
  'costs-not-shareable': { status: 422, title: 'Nobody would bear these costs' },
  'reindex-refused': { status: 409, title: 'The reindex is in no state for this' },
  'payload-too-large': { status: 413, title: 'The request is too large' },
  'unsupported-media-type': { status: 415, title: 'The body of the request must be JSON' },
  'internal-error': { status: 500, title: 'Something went wrong on our side' },
  'search-unavailable': { status: 503, title: 'Search is away for a moment' },
  'storage-unavailable': { status: 503, title: 'The catalogue is away for a moment' },
} as const;
export type ProblemName = keyof typeof problems;

export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  /** All mistakes of a request, each with a JSON pointer to where it is. */
  readonly errors?: readonly { pointer: string; detail: string }[];
  /** The rule of use that a refusal follows from: `loanLimit@1`. */
  readonly rule?: string;
  /** What a refusal is about: limits, dates, sums in cents. */
  readonly about?: Readonly<Record<string, string | number | undefined>>;
  /** Of a stale edit: what stands there now, and what was to stand there. */
  readonly current?: unknown;
  readonly yours?: unknown;
  /** Under which an unknown error stands in the log. */
  readonly instance?: string;
}

export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly problem: Problem;
  readonly headers: Readonly<Record<string, string>>;

  constructor(problem: Problem, headers: Readonly<Record<string, string>> = {}) {
    super(problem.title);
    this.problem = problem;
    this.headers = headers;
  }
}

/** `throw problem('work-not-found', { detail: id })` */
export function problem(
  name: ProblemName,
  more: Pick<Problem, 'detail' | 'errors' | 'instance' | 'rule' | 'about' | 'current' | 'yours'> = {},
  headers?: Record<string, string>,
): ProblemError {
  return new ProblemError({ type: `urn:lastu:problem:${name}`, ...problems[name], ...more }, headers);
}

/** Every issue of a refused input, so that a caller can mend them in one go. */
export function invalidRequest(error: Pick<ZodError, 'issues'>): ProblemError {
  const errors = error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ pointer: pointerTo([...issue.path, key]), detail: 'is not known here' }))
      : [{ pointer: pointerTo(issue.path), detail: issue.message }],
  );
  return problem('invalid-request', { errors });
}

/** RFC 6901. */
const pointerTo = (path: readonly PropertyKey[]) =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
