import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { engineUser, reachableHome } from './engine-user.ts';
import { layOutEngines } from './engine-files.ts';
import { startEngine, type Engine, type EngineName, type EngineSpec } from './engine.ts';
import { elasticsearchEngine } from './engines/elasticsearch.ts';
import { mongodbEngine } from './engines/mongodb.ts';
import { redisData, redisEngine } from './engines/redis.ts';
import { publishUrls, releaseLock, runningStack, takeLock } from './lock.ts';
import { freePort } from './ports.ts';
import { profiles, type ProfileName } from './profiles.ts';
import { meetRequirements, type Need } from './requirements.ts';

const variables = { mongodb: 'MONGODB_URL', redis: 'REDIS_URL', elasticsearch: 'ELASTICSEARCH_URL' } as const;
type EngineUrls = Record<(typeof variables)[EngineName], string>;

export interface Stack {
  /** Addresses of all three engines, configured or local. */
  readonly urls: EngineUrls;
  /** A local engine; undefined where a configured one is used. */
  engine(name: EngineName): Engine | undefined;
  /** Takes everything away that Redis holds, as the loss of its disk would. */
  readonly wipeRedis: () => Promise<void>;
  stop(): Promise<void>;
}

export interface StackOptions {
  readonly home: string;
  /** Where the engines' programs lie; shared by homes that name the same folder. */
  readonly engines?: string;
  readonly profile?: ProfileName;
  /** Variables as given: an engine whose address is among them is not started. */
  readonly given?: Record<string, string | undefined>;
  /** What else the machine should have, for tests. */
  readonly also?: readonly Need[];
  readonly onProgress?: (line: string) => void;
  readonly signal?: AbortSignal;
}

/** Another process runs the engines of this home. */
export class StackHeld extends Error {
  override readonly name = 'StackHeld';
}

/**
 * Starts the local engines that are not configured otherwise, and keeps them running until `stop`. Installs and fetches
 * what is missing. When this process dies, however it dies, the engines end too.
 *
 * @throws StackHeld where another process runs the engines of this home
 * @throws MissingRequirements with the one line to run, where something may not be installed
 */
export async function startStack(options: StackOptions): Promise<Stack> {
  const { given = {}, onProgress = () => undefined, profile = 'small', also = [] } = options;
  const wanted = (Object.keys(variables) as EngineName[]).filter((name) => !given[variables[name]]);
  const configured = Object.fromEntries(
    Object.values(variables).flatMap((name) => (given[name] ? [[name, given[name]]] : [])),
  );
  if (wanted.length === 0) {
    if (also.length > 0) await meetRequirements(also, onProgress);
    return {
      urls: configured as EngineUrls,
      engine: () => undefined,
      wipeRedis: async () => undefined,
      stop: async () => undefined,
    };
  }

  const user = engineUser();
  const home = reachableHome(resolve(options.home), user);
  if (home !== resolve(options.home))
    onProgress(`The engines keep their data in ${home}: their user cannot reach ${options.home}`);
  const holder = takeLock(home);
  if (holder)
    throw new StackHeld(`The engines of ${home} are run by process ${holder.pid}. Stop it, or use another LASTU_HOME.`);
  const engines: Engine[] = [];
  const stop = async () => {
    await Promise.allSettled(engines.map((engine) => engine.stop()));
    releaseLock(home);
  };
  try {
    const started = Date.now();
    const machine = await meetRequirements([...needsOf(wanted), ...also], onProgress);
    const programs = resolve(options.engines ?? join(home, 'engines'));
    if (wanted.some((name) => name !== 'redis')) await layOutEngines(programs, { ...machine, onProgress });
    mkdirSync(join(home, 'logs'), { recursive: true });
    options.signal?.throwIfAborted();
    onProgress(`Starting ${wanted.join(', ')}`);
    const specs = await specsOf(wanted, { home, programs, machine, profile, user });
    const settled = await Promise.allSettled(
      specs.map(async (spec) => {
        const engine = await startEngine(spec, { onEvent: onProgress, patienceMs: 180_000 });
        engines.push(engine);
        onProgress(`  ${spec.name} answers after ${((Date.now() - started) / 1000).toFixed(1)} s`);
      }),
    );
    for (const result of settled) if (result.status === 'rejected') throw result.reason;
    publishUrls(home, Object.fromEntries(engines.map((engine) => [engine.name, engine.url])));
  } catch (error) {
    await stop();
    throw error;
  }
  const engine = (name: EngineName) => engines.find((one) => one.name === name);
  const urls = Object.fromEntries(engines.map(({ name, url }) => [variables[name], url]));
  return {
    urls: { ...configured, ...urls } as EngineUrls,
    engine,
    wipeRedis: async () => rmSync(redisData(home), { recursive: true, force: true }),
    stop,
  };
}

/** Addresses of the stack that runs in a home now, for tools that come beside it. */
export function urlsOfRunningStack(home: string): Partial<EngineUrls> | undefined {
  const urls = runningStack(reachableHome(resolve(home), engineUser()))?.urls;
  return urls && Object.fromEntries((Object.keys(urls) as EngineName[]).map((name) => [variables[name], urls[name]]));
}

function needsOf(wanted: readonly EngineName[]): Need[] {
  const needs = new Set<Need>(['voikko']);
  if (wanted.includes('redis')) needs.add('redis');
  if (wanted.includes('mongodb') || wanted.includes('elasticsearch')) needs.add('jdk').add('maven');
  return [...needs];
}

interface Settings {
  readonly home: string;
  readonly programs: string;
  readonly machine: Awaited<ReturnType<typeof meetRequirements>>;
  readonly profile: ProfileName;
  readonly user: ReturnType<typeof engineUser>;
}

async function specsOf(wanted: readonly EngineName[], settings: Settings): Promise<EngineSpec[]> {
  const { home, programs, machine, user } = settings;
  const profile = profiles[settings.profile];
  const { jdk } = machine;
  const make: Record<EngineName, () => Promise<EngineSpec>> = {
    mongodb: async () =>
      mongodbEngine({ home, engines: programs, port: await freePort(27017), jdk, heap: profile.mongodbHeap }),
    redis: async () => redisEngine({ home, port: await freePort(6379), program: machine.redis }),
    elasticsearch: async () =>
      elasticsearchEngine({
        home,
        engines: programs,
        port: await freePort(9200),
        transportPort: await freePort(9300),
        jdk,
        profile,
        user,
      }),
  };
  return Promise.all(wanted.map((name) => make[name]()));
}
