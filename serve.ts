import type { Logger } from 'pino';
import { createApp } from './api/app.ts';
import { listen } from './api/server.ts';
import { isLocal, type Environment } from './config/environment.ts';
import type { Tracing } from './config/tracing.ts';
import { prepareCitations } from './domain/catalogue/citation/cite.ts';
import { demoRecords } from './demo/generate.ts';
import { addDemoReaders } from './demo/readers.ts';
import { addDemoPatrons, demoPatrons, hasDemoPatrons } from './demo/patrons.ts';
import type { ProviderSettings } from './api/staff-provider.ts';
import { addDemoLists } from './demo/lists.ts';
import { addDemoTips } from './demo/tips.ts';
import { addDemoStaff, closeDemoStaff, demoCode, demoStaff } from './demo/staff.ts';
import { addDemoVoices } from './demo/voices.ts';
import { ensureIndex } from './indexer/reindex/reindex.ts';
import { openServices, workersOver, type Services } from './services.ts';
import { startStack } from './stack/stack.ts';
import { startWorkers } from './workers/start.ts';
import packageFile from './package.json' with { type: 'json' };

export const { version } = packageFile;

interface ServeOptions {
  /** The variables as given: an engine whose address is among them is not started here. */
  readonly given: Record<string, string | undefined>;
  readonly logger: Logger;
  readonly tracing?: Tracing | undefined;
  /** Stops the service, engines last. */
  readonly signal: AbortSignal;
  /** Tells the person at the terminal how far the start has come. */
  readonly say: (line: string) => void;
}

/** Starts what `ROLE` names and runs until `signal` is aborted; everything it started is stopped when it returns. */
export async function serve(
  environment: Environment,
  { given, logger, tracing, signal, say }: ServeOptions,
): Promise<void> {
  const stops: (() => Promise<void>)[] = tracing ? [tracing.close] : [];
  try {
    const stack = await startStack({ home: environment.LASTU_HOME, given, onProgress: say, signal });
    stops.push(stack.stop);
    const settings = { ...environment, ...stack.urls };
    const runs = (role: Environment['ROLE']) => environment.ROLE === role || environment.ROLE === 'all';
    const services = openServices(settings, { blocking: runs('worker'), tracing });
    stops.push(services.close);
    const { reason } = services.indexer.analysis;
    if (reason) say(`Finnish word forms are found by rules only: ${reason}`);
    if (runs('worker')) {
      await services.prepare();
      await prepareIndex(services, environment, say, signal);
      const stopWorkers = await startWorkers(workersOver(services, logger, tracing));
      stops.push(stopWorkers);
    }
    if (environment.ROLE === 'all') await loadDemo(services, say);
    if (runs('api')) {
      await sealSecrets(services, say);
      const { PORT, PUBLIC_URL, STAFF_TOKEN, TRUST_PROXY: trustedProxies, WIDGET_ORIGINS: widgetOrigins } = environment;
      const publicUrl = PUBLIC_URL ?? `http://localhost:${PORT}`;
      const app = createApp({
        services,
        logger,
        publicUrl,
        version,
        staffToken: STAFF_TOKEN,
        provider: providerIn(environment),
        tracing,
        widgetOrigins,
        trustedProxies,
      });
      void prepareCitations();
      const server = await listen(app, PORT);
      stops.push(server.close);
      say(`\nLASTU is open at ${PUBLIC_URL ?? `http://localhost:${server.port}`}`);
      if (await hasDemoPatrons(services.accounts)) {
        tellDemoPatrons(say);
        if (isLocal(PUBLIC_URL)) await openToDemoStaff(services, say, publicUrl);
      }
      if (!isLocal(PUBLIC_URL)) await closeDemoStaff(services.staff);
    }
    if (!signal.aborted) await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
    say('Stopping after the work in hand …');
  } finally {
    for (const stop of stops.toReversed())
      await stop().catch((error: unknown) => logger.error({ err: error }, 'A part did not stop'));
  }
}

/** Seals what an older version, or an older key, has left; tells where a key is missing. */
async function sealSecrets({ staff }: Services, say: (line: string) => void): Promise<void> {
  const { lost } = await staff.sealSecrets();
  if (lost > 0) say(`SECRET_KEYS opens the authenticator secrets of ${lost} staff no more: see docs/operations.md, "Who works here"`); // prettier-ignore
}

/** A process of its own replaces an index of another version at its start; beside others, staff decide when. */
async function prepareIndex(
  { indexer }: Services,
  { ROLE }: Environment,
  say: (line: string) => void,
  signal: AbortSignal,
): Promise<void> {
  let told = 0;
  await ensureIndex(indexer, {
    upgrade: ROLE === 'all',
    signal,
    onProgress({ written, total }) {
      if (written - told < 10_000) return;
      told = written;
      say(`Indexing: ${written} of ${total} works`);
    },
  });
}

async function loadDemo(services: Services, say: (line: string) => void): Promise<void> {
  const { catalogue } = services;
  if ((await catalogue.countWorks()) > 0) return;
  say('The catalogue is empty: loading the demo works');
  const { counts } = await catalogue.importRecords({ source: 'demo', file: 'demo', records: demoRecords({}) });
  say(`${counts.added} demo records are in; they can be searched in a moment`);
  await addDemoPatrons(services);
  await addDemoVoices(services);
  await addDemoLists(services);
  await addDemoReaders(services);
}

/** Only where the demo's own patrons are: nobody else's card is ever told. */
function tellDemoPatrons(say: (line: string) => void): void {
  say('To log in to the demo:');
  for (const { cardNumber, pin, name, about } of demoPatrons)
    say(`  card ${cardNumber}, PIN ${pin}: ${name} (${about})`);
}

/** Their passwords are known to everybody, so they are let in where nobody but this machine is served. */
async function openToDemoStaff(services: Services, say: (line: string) => void, publicUrl: string): Promise<void> {
  await addDemoStaff(services.staff);
  await addDemoTips(services); // some of them are theirs
  say(`To log in as staff, at ${publicUrl}/staff:`);
  for (const person of demoStaff) {
    say(`  ${person.email}, password “${person.password}”: ${person.name} (${person.about})`);
    say(`    code now ${demoCode(person)}; for an authenticator app the key ${person.totpSecret}`);
  }
}

/** The provider of OpenID Connect, where the environment names one: it names all of it then. */
function providerIn(environment: Environment): ProviderSettings | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret, OIDC_ROLES: grants } = environment; // prettier-ignore
  if (issuer === undefined || clientId === undefined || clientSecret === undefined || grants === undefined) return undefined; // prettier-ignore
  return { issuer, clientId, clientSecret, grants, rolesClaim: environment.OIDC_ROLES_CLAIM, name: environment.OIDC_NAME }; // prettier-ignore
}
