import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { toMarcXml } from '../../domain/catalogue/export/marcxml.ts';
import type { Marc } from '../../domain/catalogue/schema.ts';

/** A record of the repository; without MARC it has been deleted. `raw` stands in the place of its metadata. */
export interface OaiRecord {
  readonly identifier: string;
  readonly datestamp: string;
  readonly marc?: Marc;
  readonly raw?: string;
}

/** What goes wrong instead of an answer: `busy` says when to come again, `cut` breaks off in the middle, `forgotten` knows no token. */
export type OaiFailure = 'busy' | 'cut' | 'forgotten' | 'error';

export interface OaiServer {
  readonly url: string;
  records: readonly OaiRecord[];
  /** Failures by the number of the request for a list, from 1; each happens once. */
  readonly failures: Map<number, OaiFailure>;
  /** The parameters of each request for a list. */
  readonly asked: Record<string, string>[];
  /** Waits before each answer. */
  delayMs: number;
  close(): Promise<void>;
}

const inList = 20;

/** A repository that speaks OAI-PMH 2.0 over HTTP, gzipped where that is accepted, and fails where it is told to. */
export async function startOaiServer(): Promise<OaiServer> {
  const failures = new Map<number, OaiFailure>();
  const asked: Record<string, string>[] = [];
  const state = { records: [] as readonly OaiRecord[], delayMs: 0 };
  const server = createServer((request, response) => void answer(request, response));

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { verb, ...wish } = Object.fromEntries(new URL(request.url ?? '/', 'http://oai').searchParams);
    if (verb === 'Identify') return send(request, response, `<Identify><granularity>YYYY-MM-DDThh:mm:ssZ</granularity></Identify>`); // prettier-ignore
    asked.push(wish);
    const failure = failures.get(asked.length);
    failures.delete(asked.length);
    await new Promise((resolve) => setTimeout(resolve, state.delayMs));
    if (failure === 'busy') return void response.writeHead(503, { 'retry-after': '1' }).end();
    if (failure === 'error') return void response.writeHead(500).end();
    if (failure === 'forgotten') return send(request, response, '<error code="badResumptionToken">long ago</error>');
    const { from = '', set } = wish;
    const [start, since] = /^(\d+)!(.*)$/.exec(wish['resumptionToken'] ?? `0!${from}`)?.slice(1) ?? [];
    const listed = state.records.filter(({ datestamp }) => datestamp >= (since ?? '') && set !== 'none');
    if (listed.length === 0) return send(request, response, '<error code="noRecordsMatch">nothing</error>');
    const first = Number(start);
    const next = first + inList < listed.length ? `${first + inList}!${since}` : '';
    const list = listed
      .slice(first, first + inList)
      .map(recordXml)
      .join('\n');
    const body = `<ListRecords>${list}<resumptionToken completeListSize="${listed.length}">${next}</resumptionToken></ListRecords>`; // prettier-ignore
    return send(request, response, body, failure === 'cut');
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/oai`,
    failures,
    asked,
    get records() {
      return state.records;
    },
    set records(records) {
      state.records = records;
    },
    get delayMs() {
      return state.delayMs;
    },
    set delayMs(delayMs) {
      state.delayMs = delayMs;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function recordXml({ identifier, datestamp, marc, raw }: OaiRecord): string {
  const metadata = raw ?? (marc && toMarcXml(marc).replace(/^<\?xml[^>]*\?>\s*/, ''));
  const status = metadata === undefined ? ' status="deleted"' : '';
  const header = `<header${status}><identifier>${identifier}</identifier><datestamp>${datestamp}</datestamp></header>`;
  return `<record>\n${header}${metadata === undefined ? '' : `<metadata>${metadata}</metadata>`}</record>`;
}

function send(request: IncomingMessage, response: ServerResponse, body: string, isCut = false): void {
  const whole = `<?xml version="1.0" encoding="UTF-8"?>
<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><responseDate>2026-11-25T12:00:00Z</responseDate>
<request>oai</request>${body}</OAI-PMH>\n`;
  const text = isCut ? whole.slice(0, whole.length / 2) : whole;
  const isPacked = request.headers['accept-encoding']?.includes('gzip') === true;
  response.writeHead(200, { 'content-type': 'text/xml', ...(isPacked && { 'content-encoding': 'gzip' }) });
  response.end(isPacked ? gzipSync(text) : text);
}
