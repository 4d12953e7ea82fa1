import type { Environment } from './environment.ts';
import type { Tracing } from './tracing.ts';

type TracingSettings = Pick<
  Environment,
  | 'OTEL_EXPORTER_OTLP_ENDPOINT'
  | 'OTEL_EXPORTER_OTLP_HEADERS'
  | 'OTEL_SERVICE_NAME'
  | 'OTEL_TRACES_SAMPLER_ARG'
  | 'ROLE'
>;

/** Begins to trace where the environment names a collector; loads nothing and costs nothing where it names none. */
export async function openTracing(
  settings: TracingSettings,
  { version, warn }: { version: string; warn: (text: string) => void },
): Promise<Tracing | undefined> {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint } = settings;
  if (endpoint === undefined) return undefined;
  const { startTracing } = await import('./tracing/start.ts');
  return startTracing({
    address: `${endpoint.replace(/\/+$/, '')}/v1/traces`,
    headers: settings.OTEL_EXPORTER_OTLP_HEADERS,
    name: settings.OTEL_SERVICE_NAME ?? (settings.ROLE === 'all' ? 'lastu' : `lastu-${settings.ROLE}`),
    share: settings.OTEL_TRACES_SAMPLER_ARG,
    version,
    warn,
  });
}
