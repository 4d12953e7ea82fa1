import { defaultTextMapGetter, defaultTextMapSetter, ROOT_CONTEXT, trace } from '@opentelemetry/api';
import { expect } from 'chai';
import { openTracing } from '../../config/open-tracing.ts';
import { parseEnvironment } from '../../config/environment.ts';
import { traceContext } from '../../config/tracing/trace-context.ts';

const [traceId, spanId] = ['0af7651916cd43dd8448eb211c80319c', 'b7ad6b7169203331'];
const read = (traceparent: string | string[]) =>
  trace.getSpanContext(traceContext.extract(ROOT_CONTEXT, { traceparent }, defaultTextMapGetter));
const written = (traceparent: string) => {
  const carrier: Record<string, string> = {};
  traceContext.inject(traceContext.extract(ROOT_CONTEXT, { traceparent }, defaultTextMapGetter), carrier, defaultTextMapSetter); // prettier-ignore
  return carrier;
};

describe('The trace that a caller names', () => {
  it('is taken as the standard writes it, and passed on', () => {
    const named = `00-${traceId}-${spanId}-01`;
    expect(read(named)).to.deep.equal({ traceId, spanId, traceFlags: 1, isRemote: true });
    expect(written(named)).to.deep.equal({ traceparent: named });
    expect(written(`00-${traceId}-${spanId}-00`), 'not sampled').to.deep.equal({ traceparent: `00-${traceId}-${spanId}-00` }); // prettier-ignore
    expect(read(`01-${traceId}-${spanId}-01-what-is-to-come`), 'a later version').to.include({ traceId });
    expect(written(`00-${traceId}-${spanId}-03`), 'flags that are not known').to.deep.equal({ traceparent: named });
  });

  it('is left alone where it is none', () => {
    for (const wrong of [
      '',
      `00-${traceId}-${spanId}-01-more`,
      `ff-${traceId}-${spanId}-01`,
      `00-${traceId.toUpperCase()}-${spanId}-01`,
      `00-${'0'.repeat(32)}-${spanId}-01`,
      `00-${traceId}-${'0'.repeat(16)}-01`,
      `00-${traceId}-${spanId}-1`,
      `00-${traceId}-${spanId}-zz`,
    ])
      expect(read(wrong), wrong).to.equal(undefined);
    expect(read([`00-${traceId}-${spanId}-01`, `00-${traceId}-${spanId}-01`]), 'twice').to.equal(undefined);
  });

  it('begins nothing where no collector is named', async () => {
    const warn = () => expect.fail('There is nothing to warn of');
    expect(await openTracing(parseEnvironment({}), { version: '0', warn })).to.equal(undefined);
  });
});
