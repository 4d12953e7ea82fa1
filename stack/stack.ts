import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { engineUser, type EngineUser } from './engine-user.ts';
import { layOutEngines, type JavaEngine } from './engine-files.ts';
import { startEngine, type Engine, type EngineName, type EngineSpec } from './engine.ts';
import { elasticsearchEngine } from './engines/elasticsearch.ts';
import { mongodbEngine } from './engines/mongodb.ts';
import { redisData, redisEngine } from './engines/redis.ts';
import { layOutHome, reachableHome } from './home.ts';
import { lockHome, publish, runningStack } from './lock.ts';
import { freePort } from './ports.ts';
import { profiles, type ProfileName } from './profiles.ts';
import { StackError } from './stack-error.ts';
import { meetRequirements, type Machine, type Need } from './requirements.ts';

/** An engine is given this long to answer, on a busy machine too. */
const patienceMs = 180_000;

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
export class StackHeld extends StackError {
  override readonly name = 'StackHeld';
}

/** The signal was given before the engines answered. */
export class StartStopped extends StackError {
  override readonly name = 'StartStopped';
}

/**
 * Starts the local engines that are not configured otherwise, and keeps them running until `stop`. Installs and fetches
 * what is missing. When this process dies, however it dies, the engines end too.
 *
 * @throws StackError where they cannot run, and why; of its kinds:
 * @throws StartStopped where the signal is given meanwhile
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

  const { signal } = options;
  const home = reachableHome(options.home);
  if (home !== resolve(options.home))
    onProgress(`The engines keep their data in ${home}: their user cannot reach ${options.home}`);
  layOutHome(home);
  const lock = await lockHome(home);
  if (!lock) throw new StackHeld(heldMessage(home));
  const engines: Engine[] = [];
  const stop = async () => {
    await Promise.allSettled(engines.map((engine) => engine.stop()));
    lock.release();
  };
  try {
    const started = Date.now();
    const machine = await meetRequirements([...needsOf(wanted), ...also], onProgress);
    signal?.throwIfAborted();
    const programs = await layOutEngines(
      options.engines ? reachableHome(options.engines) : join(home, 'engines'),
      wanted.filter((name) => name !== 'redis'),
      { machine, onProgress, signal },
    );
    signal?.throwIfAborted();
    onProgress(`Starting ${wanted.join(', ')}`);
    const make = makersOf({ home, programs, machine, profile, user: engineUser() });
    const failure = new AbortController(); // of one of them, after which nobody waits for the others
    const enough = AbortSignal.any([failure.signal, ...(signal ? [signal] : [])]);
    await Promise.all(
      wanted.map(async (name) => {
        const options = { home, onEvent: onProgress, patienceMs, signal: enough };
        const engine = await startEngine(name, make[name], options).catch((error: unknown) => failure.abort(error));
        if (engine) engines.push(engine);
        if (engine) onProgress(`  ${name} answers after ${((Date.now() - started) / 1000).toFixed(1)} s`);
      }),
    );
    enough.throwIfAborted();
    publish(home, Object.fromEntries(engines.map((engine) => [engine.name, engine.url])));
  } catch (error) {
    await stop();
    throw signal?.aborted ? new StartStopped('Stopped before the engines answered', { cause: error }) : error;
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
  const urls = runningStack(reachableHome(home))?.urls;
  return urls && Object.fromEntries((Object.keys(urls) as EngineName[]).map((name) => [variables[name], urls[name]]));
}

function needsOf(wanted: readonly EngineName[]): Need[] {
  const needs = new Set<Need>(['voikko']);
  if (wanted.includes('redis')) needs.add('redis');
  if (wanted.includes('mongodb') || wanted.includes('elasticsearch')) needs.add('jdk').add('maven');
  return [...needs];
}

function heldMessage(home: string): string {
  const holder = runningStack(home);
  const by = holder ? `process ${holder.pid}` : 'another process';
  const where = holder?.urls ? ` They answer at ${Object.values(holder.urls).join(', ')}.` : '';
  return `The engines of ${home} are run by ${by}.${where} Stop it, or use another LASTU_HOME.`;
}

interface Settings {
  readonly home: string;
  readonly programs: Record<JavaEngine, string>;
  readonly machine: Machine;
  readonly profile: ProfileName;
  readonly user: EngineUser | undefined;
}

function makersOf(settings: Settings): Record<EngineName, () => Promise<EngineSpec>> {
  const { home, programs, machine, user } = settings;
  const { jdk } = machine;
  const profile = profiles[settings.profile];
  return {
    mongodb: async () =>
      mongodbEngine({ home, program: programs.mongodb, port: await freePort(27017), jdk, heap: profile.mongodbHeap }),
    redis: async () => redisEngine({ home, port: await freePort(6379), program: machine.redis }),
    elasticsearch: async () =>
      elasticsearchEngine({
        home,
        program: programs.elasticsearch,
        port: await freePort(9200),
        transportPort: await freePort(9300),
        jdk,
        profile,
        user,
      }),
  };
}
