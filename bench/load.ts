import autocannon from 'autocannon';
import { median, rounded, type Row } from './report.ts';

/** How long one round of requests lasts, where nothing else is said. */
export const roundSeconds = 6;

/** How long answers took, in milliseconds, and how many came. */
export interface Load {
  p50: number;
  p95: number;
  p99: number;
  perSecond: number;
}

/** Sends the requests over and over for some seconds; refuses to measure answers that are none. */
export async function load(
  url: string,
  requests: autocannon.Request[],
  connections: number,
  duration = roundSeconds,
): Promise<Load> {
  const latencies: number[] = [];
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const run = autocannon({ url, requests, connections, duration, timeout: 30 }, (error, done) =>
      error ? reject(error) : resolve(done),
    );
    run.on('response', (_client, status, _bytes, milliseconds) => {
      if (status === 200) latencies.push(milliseconds);
    });
  });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} refused, ${result.errors} failed`);
  latencies.sort((a, b) => a - b);
  const at = (part: number) => latencies[Math.floor(latencies.length * part)] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), perSecond: result.requests.average };
}

/** The requests one after another whichever connection is free: otherwise each connection sends them all in the same order. */
export function inTurn(requests: readonly autocannon.Request[]): autocannon.Request[] {
  let next = 0;
  return [{ ...requests[0], setupRequest: (request) => ({ ...request, ...requests[next++ % requests.length] }) }];
}

/** A row of a table: the median of several rounds. */
export function line(what: string, connections: number, loads: readonly Load[]): Row {
  const of = (key: keyof Load) => rounded(median(loads.map((load) => load[key])), 1);
  return {
    what,
    connections,
    'p50 ms': of('p50'),
    'p95 ms': of('p95'),
    'p99 ms': of('p99'),
    'requests/s': of('perSecond'),
  };
}
