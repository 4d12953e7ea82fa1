import { isSpanContextValid, trace, TraceFlags, type TextMapPropagator } from '@opentelemetry/api';

/** W3C Trace Context, https://www.w3.org/TR/trace-context/: `traceparent` alone. Baggage of strangers is not carried on. */
export const traceContext: TextMapPropagator = {
  fields: () => ['traceparent'],
  inject(context, carrier, { set }) {
    const span = trace.getSpanContext(context);
    if (!span || !isSpanContextValid(span)) return;
    const flags = (span.traceFlags & TraceFlags.SAMPLED).toString(16).padStart(2, '0');
    set(carrier, 'traceparent', `00-${span.traceId}-${span.spanId}-${flags}`);
  },
  extract(context, carrier, { get }) {
    const given = [get(carrier, 'traceparent')].flat();
    const [text = ''] = given;
    const [, version, traceId = '', spanId = '', flags = '', rest] = form.exec(text) ?? [];
    // a later version may say more, version 00 may not; ff is none (section 3.2.2.1 and 4.3)
    if (given.length !== 1 || version === undefined || version === 'ff' || (version === '00' && rest !== undefined)) return context; // prettier-ignore
    const span = { traceId, spanId, traceFlags: Number.parseInt(flags, 16) & TraceFlags.SAMPLED, isRemote: true };
    return isSpanContextValid(span) ? trace.setSpanContext(context, span) : context;
  },
};

const form = /^([\da-f]{2})-([\da-f]{32})-([\da-f]{16})-([\da-f]{2})(-.*)?$/;
