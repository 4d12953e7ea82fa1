import { SpanKind, SpanStatusCode, type Attributes } from '@opentelemetry/api';
import { InMemorySpanExporter, SimpleSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import { expect } from 'chai';
import { tellingOnly } from '../../config/tracing/told.ts';

describe('What is told of a span', () => {
  it('is what stands in the list; queries, bodies, ids, results and messages of errors never leave', async () => {
    const exporter = new InMemorySpanExporter();
    const provider = new TracerProvider({ spanProcessors: [new SimpleSpanProcessor({ exporter: tellingOnly(exporter) })] }); // prettier-ignore
    const known: Attributes = { 'db.operation.name': 'search', 'http.route': '/search', 'bullmq.job.name': 'send' };
    const attributes = { ...known, 'db.query.text': 'sairaus', 'url.full': '/search?q=sairaus', 'db.operation.parameter.id': 'sairaus', 'bullmq.job.result': 'sairaus' }; // prettier-ignore
    const span = provider.getTracer('test').startSpan('search', { kind: SpanKind.CLIENT, attributes });
    span.recordException(new TypeError('Failed to parse query [sairaus]'));
    span.addEvent('job failed', { 'bullmq.job.failed.reason': 'sairaus' });
    span.setStatus({ code: SpanStatusCode.ERROR, message: 'sairaus' });
    span.end();
    await provider.forceFlush();
    const [told] = exporter.getFinishedSpans();
    expect(told?.attributes).to.deep.equal(known);
    expect(told?.events.map(({ name, attributes: more }) => [name, more])).to.deep.equal([['exception', { 'exception.type': 'TypeError' }], ['job failed', {}]]); // prettier-ignore
    expect(told?.status).to.deep.equal({ code: SpanStatusCode.ERROR });
    expect(JSON.stringify({ ...told, resource: undefined })).not.to.include('sairaus');
  });
});
