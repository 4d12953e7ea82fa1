import {
  context,
  diag,
  DiagLogLevel,
  propagation,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  BatchSpanProcessor,
  ParentBasedSampler,
  SamplingDecision,
  TraceIdRatioBasedSampler,
  TracerProvider,
  type Sampler,
} from '@opentelemetry/sdk-trace';
import { BullMQOtel } from 'bullmq-otel';
import type { Tracing } from '../tracing.ts';
import { spansOfCommands } from './mongo-spans.ts';
import { tellingOnly } from './told.ts';
import { traceContext } from './trace-context.ts'; // prettier-ignore

interface Settings {
  /** Where spans are sent, as JSON of OTLP. */
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  /** As which this process is known there. */
  readonly name: string;
  readonly version: string;
  /** How many of all traces are kept, of 1. */
  readonly share: number;
  /** Hears of what cannot be sent. */
  warn(text: string): void;
}

/** A collector that is away holds nothing up for longer, a stop neither. */
const patienceMs = 5_000;

/** Traces this process until it is closed. There is one at a time: libraries find it as the global one. */
export function startTracing({ address, headers, name, version, share, warn }: Settings): Tracing {
  diag.setLogger(quiet(warn), { logLevel: DiagLogLevel.WARN, suppressOverrideMessage: true });
  const exporter = new OTLPTraceExporter({ url: address, headers: { ...headers }, timeoutMillis: patienceMs });
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': name, 'service.version': version }),
    sampler: samplerOf(share),
    spanProcessors: [new BatchSpanProcessor({ exporter: tellingOnly(exporter), exportTimeoutMillis: patienceMs })],
  });
  trace.setGlobalTracerProvider(provider);
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  propagation.setGlobalPropagator(traceContext);
  const tracer = provider.getTracer('lastu', version);

  return {
    jobs: new BullMQOtel({ tracerName: 'lastu', version }),
    watch: (mongo) => spansOfCommands(mongo, tracer),
    now() {
      const span = trace.getSpanContext(context.active());
      return span ? { traceId: span.traceId, spanId: span.spanId } : {};
    },
    async request({ method, headers: given, requestId }, answer) {
      const asked = methods.has(method) ? method : '_OTHER';
      const attributes = { 'http.request.method': asked, 'lastu.request.id': requestId };
      const parent = propagation.extract(ROOT_CONTEXT, given);
      const span = tracer.startSpan(asked, { kind: SpanKind.SERVER, attributes }, parent);
      try {
        const { route, status } = await context.with(trace.setSpan(parent, span), answer);
        span
          .updateName(`${asked} ${route}`)
          .setAttributes({ 'http.route': route, 'http.response.status_code': status });
        if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
      } catch (error) {
        span.setStatus({ code: SpanStatusCode.ERROR });
        throw error;
      } finally {
        span.end();
      }
    },
    async close() {
      await provider.shutdown().catch((error: unknown) => warn(`Traces were lost at the end: ${String(error)}`));
      for (const global of [trace, context, propagation, diag]) global.disable();
    },
  };
}

const methods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/** A trace begins with a request, with a job or with what enqueues one: what engines are asked besides is nobody's story. */
function samplerOf(share: number): Sampler {
  const ratio = new TraceIdRatioBasedSampler(share);
  const beginnings: ReadonlySet<SpanKind> = new Set([SpanKind.SERVER, SpanKind.CONSUMER, SpanKind.PRODUCER]);
  const root: Sampler = {
    shouldSample: (at, traceId, _name, kind) =>
      beginnings.has(kind) ? ratio.shouldSample(at, traceId) : { decision: SamplingDecision.NOT_RECORD },
    toString: () => `beginnings of ${share}`,
  };
  return new ParentBasedSampler({ root, remoteParentSampled: root });
}

/** What goes wrong with every batch is told once a minute. */
const quiet = (warn: (text: string) => void) => {
  const none = () => undefined;
  let toldAt = Number.NEGATIVE_INFINITY;
  const tell = (text: string) => {
    if (performance.now() - toldAt < 60_000) return;
    toldAt = performance.now();
    warn(`Traces are lost: ${text}`);
  };
  return { error: tell, warn: tell, info: none, debug: none, verbose: none };
};
