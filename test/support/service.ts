import { pino } from 'pino';
import { createApp } from '../../api/app.ts';
import type { ProviderSettings } from '../../api/staff-provider.ts';
import { listen } from '../../api/server.ts';
import type { Environment } from '../../config/environment.ts';
import type { TrustedProxies } from '../../config/trusted-proxies.ts';
import type { WidgetOrigin } from '../../config/widget-origins.ts';
import { demoRecords } from '../../demo/generate.ts';
import { reindex } from '../../indexer/reindex/reindex.ts';
import { openServices, type Services } from '../../services.ts';
import { testEnvironment } from './connections.ts';
import { dropNamespace } from './connections.ts';

export interface TestService {
  readonly url: string;
  readonly environment: Environment;
  readonly services: Services;
  /** Closes it and removes all it has stored. */
  stop(): Promise<void>;
}

export interface TestServiceOptions {
  readonly staffToken?: string;
  readonly provider?: ProviderSettings;
  readonly widgetOrigins?: readonly WidgetOrigin[];
  readonly publicUrl?: string;
  readonly trustedProxies?: TrustedProxies;
  /** What the catalogue holds; the demo works where nothing is said. */
  readonly fill?: (services: Services) => Promise<unknown>;
}

export const fillWithDemo = ({ catalogue }: Services) =>
  catalogue.importRecords({ source: 'demo', file: 'demo', records: demoRecords({}) });

/** The real application on the test engines, in a namespace of its own, its catalogue filled and indexed. */
export async function startService({
  staffToken,
  provider,
  widgetOrigins = [],
  publicUrl = 'http://localhost:3000',
  trustedProxies = { hops: 0 },
  fill = fillWithDemo,
}: TestServiceOptions = {}): Promise<TestService> {
  const environment = testEnvironment();
  const services = openServices(environment, { blocking: true });
  await services.prepare();
  await fill(services);
  await reindex(services.indexer);
  const app = createApp({
    services,
    logger: pino({ level: 'silent' }),
    publicUrl,
    version: '0.0.0',
    staffToken,
    provider,
    widgetOrigins,
    trustedProxies,
  });
  const server = await listen(app, 0);
  return {
    url: `http://127.0.0.1:${server.port}`,
    environment,
    services,
    async stop() {
      await server.close();
      await services.queues.close();
      await dropNamespace(services.connections);
    },
  };
}
