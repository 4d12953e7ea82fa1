import { createServer } from 'node:http';
import { z } from 'zod';

const Value = z.object({ stringValue: z.string().optional(), intValue: z.union([z.int(), z.string()]).optional() });
const Attributes = z.array(z.object({ key: z.string(), value: Value })).default([]);
const Span = z.object({
  traceId: z.string(),
  spanId: z.string(),
  parentSpanId: z.string().optional(),
  name: z.string(),
  kind: z.int(),
  attributes: Attributes,
});
const Sent = z.object({
  resourceSpans: z.array(
    z.object({
      resource: z.object({ attributes: Attributes }),
      scopeSpans: z.array(z.object({ spans: z.array(Span) })),
    }),
  ),
});

export interface CollectedSpan extends Omit<z.infer<typeof Span>, 'attributes'> {
  readonly attributes: Readonly<Record<string, string | number | undefined>>;
  /** Who has sent it. */
  readonly service: string | number | undefined;
}

export interface Collector {
  readonly url: string;
  readonly spans: CollectedSpan[];
  /** All that was sent, as it came. */
  readonly bodies: string[];
  readonly headers: Record<string, unknown>[];
  close(): Promise<void>;
}

/** What takes traces as JSON of OTLP over HTTP, as a collector of OpenTelemetry does. */
export async function startCollector(): Promise<Collector> {
  const [spans, bodies, headers]: [CollectedSpan[], string[], Record<string, unknown>[]] = [[], [], []];
  const server = createServer(async (request, response) => {
    const body = Buffer.concat(await request.toArray()).toString();
    if (request.url === '/v1/traces') {
      bodies.push(body);
      headers.push(request.headers);
      for (const { resource, scopeSpans } of Sent.parse(JSON.parse(body)).resourceSpans)
        for (const span of scopeSpans.flatMap((scope) => scope.spans))
          spans.push({ ...span, attributes: plain(span.attributes), service: plain(resource.attributes)['service.name'] }); // prettier-ignore
    }
    response.writeHead(request.url === '/v1/traces' ? 200 : 404, { 'content-type': 'application/json' }).end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}`,
    spans,
    bodies,
    headers,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

const plain = (attributes: z.infer<typeof Attributes>): CollectedSpan['attributes'] =>
  Object.fromEntries(attributes.map(({ key, value }) => [key, value.stringValue ?? value.intValue]));
