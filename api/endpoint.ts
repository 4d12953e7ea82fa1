import type { Readable } from 'node:stream';
import type { RouterContext } from '@koa/router';
import type { z } from 'zod';
import type { StaffRole } from '../domain/staff/schema.ts';
import type { ProblemName } from './problems.ts';

/**
 * One path of the HTTP API as data: the router, the validation and the OpenAPI document are made from the same table.
 * `query` shapes are those of parsed parameters; every one that is not a list is given once at most.
 */
export interface Endpoint<
  Query extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
> {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** Below `/api/v1`, as the router writes it: `/works/:id`. */
  readonly path: string;
  readonly operationId: string;
  readonly summary: string;
  /** Open to who has logged in only; `if-logged-in` to anybody, and it knows who has; `or-staff` to staff as well, who write for their library. */
  readonly patron?: true | 'if-logged-in' | 'or-staff';
  /** Open to who has this role, or is an admin; `true` to those who serve patrons, which is the role `staff`. */
  readonly staff?: true | StaffRole;
  readonly query: Query;
  /** Shape of the JSON that it brings; none where absent. */
  readonly body?: Body;
  /** It brings a file instead, which the handler reads from the request as it comes. */
  readonly takesFile?: true;
  readonly answer: Answer;
  /** Media types of the answer beside JSON. */
  readonly alsoAs?: readonly string[];
  readonly problems: readonly ProblemName[];
  handle(request: {
    query: z.output<Query>;
    body: z.output<Body>;
    ctx: RouterContext;
    signal: AbortSignal;
  }): Promise<z.input<Answer> | Raw | EventStream>;
}

/** An answer in another format than JSON. */
export class Raw {
  readonly type: string;
  readonly body: string | Uint8Array;
  constructor(type: string, body: string | Uint8Array) {
    this.type = type;
    this.body = body;
  }
}

/** Server-sent events, to whoever asks for `text/event-stream`: what `LiveFeed.watch` gives. */
export class EventStream {
  readonly events: Readable;
  constructor(events: Readable) {
    this.events = events;
  }
}

/** Keeps the types of a table's rows while they are written. */
export const endpoint = <Query extends z.ZodType, Answer extends z.ZodType, Body extends z.ZodType = z.ZodUndefined>(
  row: Endpoint<Query, Answer, Body>,
): Endpoint => row as unknown as Endpoint;
