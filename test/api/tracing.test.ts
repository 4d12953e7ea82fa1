import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { expect } from 'chai';
import { fillWithDemo } from '../support/service.ts';
import { openServices, type Services } from '../../services.ts';
import { dropNamespace, testEnvironment } from '../support/connections.ts';
import { startCollector, type Collector } from '../support/otlp-collector.ts';
import { startProcess } from '../support/process.ts';

/** Looked for and seen nowhere else, and with no word of the code or the demo in it. */
const words = 'zyxwvu';
const [caller, parentId] = ['0af7651916cd43dd8448eb211c80319c', 'b7ad6b7169203331'];
const [serverKind, clientKind, producerKind, consumerKind] = [2, 3, 4, 5];

describe('Traces', function () {
  this.timeout(240_000);
  let collector: Collector;
  let services: Services;
  let log: { readonly [name: string]: unknown }[];
  let requestId: string | null;
  let works: string[];
  let stop: () => unknown = () => undefined;

  before(async () => {
    collector = await startCollector();
    const environment = testEnvironment();
    services = openServices(environment, { blocking: true });
    await services.prepare();
    await fillWithDemo(services);
    const child = startProcess('main.ts', [], {
      NAMESPACE: environment.NAMESPACE,
      PORT: '0',
      LOG_LEVEL: 'debug',
      STAFF_TOKEN: 'a-script-of-the-house',
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
      OTEL_EXPORTER_OTLP_HEADERS: 'authorization=Bearer%20of%20the%20house',
    });
    const [said, ended] = [linesOf(child.stdout), once(child, 'exit')];
    stop = () => child.kill('SIGKILL');
    const url = await said.until(/LASTU is open at (\S+)/);

    const traceparent = `00-${caller}-${parentId}-01`;
    const answer = await fetch(`${url}/api/v1/search?q=${words}`, { headers: { traceparent } });
    expect(answer.status).to.equal(200);
    requestId = answer.headers.get('x-request-id');
    const { items } = await (await fetch(`${url}/api/v1/search?q=kissa`)).json();
    works = items.slice(0, 2).map(({ id }: { id: string }) => id);
    const merged = await fetch(`${url}/api/v1/staff/works/merge`, {
      method: 'POST',
      headers: { authorization: 'Bearer a-script-of-the-house', 'content-type': 'application/json' },
      body: JSON.stringify({ into: works[0], works: works.slice(1) }),
    });
    expect(merged.status, await merged.text()).to.equal(200);
    while ((await services.indexer.changes.counts()).ready > 0) await new Promise((resolve) => setTimeout(resolve, 50));
    child.kill('SIGTERM'); // long before the next batch would be sent
    await ended;
    log = (await said.all()).flatMap((line) => (line.startsWith('{') ? [JSON.parse(line)] : []));
  });
  after(async () => {
    stop();
    await dropNamespace(services.connections);
    await collector?.close();
  });

  const spanOf = (named: (span: Collector['spans'][number]) => boolean) => {
    const span = collector.spans.find(named);
    if (!span) throw new Error(`There is none among ${collector.spans.map(({ name }) => name).join(', ')}`);
    return span;
  };
  const search = () => spanOf(({ traceId, name }) => traceId === caller && name === 'GET /api/v1/search');

  it('join a request to its caller’s and to what it asks the engine', () => {
    const { spanId, kind, parentSpanId, attributes, service } = search();
    expect([kind, parentSpanId, service]).to.deep.equal([serverKind, parentId, 'lastu']);
    expect(attributes).to.deep.include({ 'http.route': '/api/v1/search', 'http.request.method': 'GET', 'lastu.request.id': requestId }); // prettier-ignore
    expect(Number(attributes['http.response.status_code'])).to.equal(200);
    const engine = spanOf(({ traceId, name, attributes: of }) => traceId === caller && of['db.system'] === 'elasticsearch' && /search/.test(name)); // prettier-ignore
    expect(engine).to.include({ parentSpanId: spanId, kind: clientKind });
  });

  it('join a job to the request that has enqueued it, and the commands to the database to both', () => {
    const merge = spanOf(({ name }) => name === 'POST /api/v1/staff/works/merge');
    const ofTrace = collector.spans.filter(({ traceId }) => traceId === merge.traceId);
    const enqueued = ofTrace.filter(({ kind, parentSpanId }) => kind === producerKind && parentSpanId === merge.spanId);
    const jobs = ofTrace.filter(({ kind }) => kind === consumerKind);
    expect(jobs.length).to.be.at.least(1);
    for (const { parentSpanId, attributes } of jobs) {
      expect(enqueued.map(({ spanId }) => spanId)).to.include(parentSpanId);
      expect(attributes).to.deep.include({ 'bullmq.queue.name': 'index' });
    }
    const under = (parents: readonly Collector['spans'][number][], system: string) =>
      ofTrace.filter(({ parentSpanId, attributes }) => (attributes['db.system.name'] ?? attributes['db.system']) === system && parents.some(({ spanId }) => spanId === parentSpanId)).map(({ name }) => name); // prettier-ignore
    expect(under([merge], 'mongodb')).to.include.members(['find works', 'insert changes']);
    expect(under(jobs, 'mongodb')).to.include.members(['find changes', 'find works']);
    expect(under(jobs, 'elasticsearch')).to.include('bulk');
  });

  it('tell nothing of what was looked for, of addresses, or of what commands and answers say', () => {
    const told = collector.bodies.join('\n');
    expect(told).not.to.include(words);
    for (const id of works) expect(told, 'whose page or edition it was').not.to.include(id);
    const names = new Set(collector.spans.flatMap(({ attributes }) => Object.keys(attributes)));
    expect([...names].filter((name) => /query|url|body|result|data|parameter|message/.test(name))).to.deep.equal([]);
  });

  it('begin with requests and jobs: what the service asks its engines by itself is not told', () => {
    const known = new Set([parentId, ...collector.spans.map(({ spanId }) => spanId)]);
    const roots = collector.spans.filter(({ parentSpanId }) => parentSpanId === undefined || parentSpanId === '' || !known.has(parentSpanId)); // prettier-ignore
    expect(roots.filter(({ kind }) => kind === clientKind).map(({ name }) => name)).to.deep.equal([]);
  });

  it('are sent to the last one at the stop, with the headers that the collector wants', () => {
    expect(search().spanId).to.match(/^[\da-f]{16}$/);
    expect(collector.headers[0]).to.include({ authorization: 'Bearer of the house' });
  });

  it('are named by the lines of the log, beside the request', () => {
    const line = log.find((one) => one['requestId'] === requestId);
    expect(line).to.deep.include({ msg: 'answered', traceId: caller, spanId: search().spanId });
  });
});

/** The lines that a process says. */
function linesOf(stream: NodeJS.ReadableStream | null) {
  let said = '';
  stream?.on('data', (part: Buffer) => (said += part.toString()));
  let isOver = false;
  const whole = (stream ? text(stream) : Promise.resolve('')).finally(() => (isOver = true));
  return {
    async until(pattern: RegExp): Promise<string> {
      for (let found = pattern.exec(said); ; found = pattern.exec(said)) {
        if (found) return found[1] ?? '';
        if (isOver) throw new Error(`It has ended, and said: ${said}`);
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    },
    all: async () => (await whole).split('\n'),
  };
}
