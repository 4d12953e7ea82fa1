import { Client, HttpConnection, UndiciConnection } from '@elastic/elasticsearch';
import { Redis } from 'ioredis';
import { MongoClient, type Db } from 'mongodb';
import type { Environment } from './environment.ts';
import type { Tracing } from './tracing.ts';

/** The names this installation uses on its engines; see `NAMESPACE`. */
export interface Names {
  readonly database: string;
  /** Prefix of every Redis key and queue. */
  readonly keys: string;
  /** Read alias of the search index; concrete indices are `<works>-<timestamp>`. */
  readonly works: string;
  /** Alias of the suggestions made from it; concrete indices are `<suggestions>-<timestamp>`. */
  readonly suggestions: string;
}

export function namesOf(namespace: string): Names {
  return namespace
    ? { database: namespace, keys: namespace, works: `${namespace}-works`, suggestions: `${namespace}-suggestions` }
    : { database: 'lastu', keys: 'lastu', works: 'works', suggestions: 'suggestions' };
}

export interface Connections {
  readonly names: Names;
  readonly mongo: MongoClient;
  readonly database: Db;
  readonly redis: Redis;
  readonly elasticsearch: Client;
  close(): Promise<void>;
}

type EngineSettings = Pick<Environment, 'MONGODB_URL' | 'REDIS_URL' | 'ELASTICSEARCH_URL' | 'NAMESPACE'>;

/**
 * Opens the one client a process has of each engine. Nothing is awaited that an absent engine would hold up: the
 * clients connect lazily and reconnect by themselves, and `/readyz` tells which of them answer.
 *
 * `blocking` is for processes with BullMQ workers, which wait on Redis for as long as it takes; the others fail fast.
 */
export function openConnections(
  settings: EngineSettings,
  { blocking, tracing }: { blocking: boolean; tracing?: Tracing | undefined },
): Connections {
  const names = namesOf(settings.NAMESPACE);
  const mongo = new MongoClient(settings.MONGODB_URL, {
    serverSelectionTimeoutMS: 5_000,
    maxPoolSize: 50,
    appName: 'lastu',
    ignoreUndefined: true,
    monitorCommands: tracing !== undefined,
  });
  tracing?.watch(mongo);
  const redis = new Redis(settings.REDIS_URL, {
    lazyConnect: true,
    maxRetriesPerRequest: blocking ? null : 1,
    enableOfflineQueue: blocking,
    retryStrategy: (attempt) => Math.min(attempt * 200, 5_000),
  });
  redis.on('error', () => undefined); // reported by whoever asks; without a listener each drop would be printed
  const elasticsearch = new Client({
    node: settings.ELASTICSEARCH_URL,
    Connection: settings.ELASTICSEARCH_URL.startsWith('https:') ? HttpConnection : UndiciConnection,
    maxRetries: 2,
    requestTimeout: 30_000,
    // answers are of our own documents and are never merged into other objects; looking each through costs a tenth of a search
    disablePrototypePoisoningProtection: true,
  });
  return {
    names,
    mongo,
    database: mongo.db(names.database),
    redis,
    elasticsearch,
    async close() {
      await Promise.allSettled([mongo.close(), elasticsearch.close()]);
      redis.disconnect();
    },
  };
}
