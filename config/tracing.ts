import type { IncomingHttpHeaders } from 'node:http';
import type { Telemetry } from 'bullmq';
import type { MongoClient } from 'mongodb';

/** What is told of a request, of the engines it asks and of the jobs it leaves, to a collector of OpenTelemetry. */
export interface Tracing {
  /**
   * Answers a request as a span, below the one that its caller names (W3C Trace Context). It is called by what the answer
   * says of itself: method and route, never the address, which may hold what somebody looks for.
   */
  request(asked: TracedRequest, answer: () => Promise<{ readonly route: string; readonly status: number }>): Promise<void>;
  /** Makes a span of every command that is sent for a request or a job: its name and its collection, nothing of what it says. */
  watch(mongo: MongoClient): void;
  /** Joins jobs to what has enqueued them. */
  readonly jobs: Telemetry;
  /** `traceId` and `spanId` of what is under way, for a line of the log. */
  now(): { readonly traceId?: string; readonly spanId?: string };
  /** Sends what is left to be told. */
  close(): Promise<void>;
} // prettier-ignore

export interface TracedRequest {
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
  readonly requestId: string;
}
