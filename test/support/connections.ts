import { randomBytes } from 'node:crypto';
import { openConnections, type Connections } from '../../config/connections.ts';
import { parseEnvironment, type Environment } from '../../config/environment.ts';

/** The environment of a test: the engines `npm test` has started, and a namespace of its own on them. */
export function testEnvironment(): Environment {
  for (const name of ['MONGODB_URL', 'REDIS_URL', 'ELASTICSEARCH_URL']) {
    if (!process.env[name]) throw new Error(`${name} is not set: run "npm test", which starts the engines`);
  }
  return parseEnvironment({
    ...process.env,
    NAMESPACE: `test-${randomBytes(6).toString('hex')}`,
    LOG_LEVEL: 'silent',
    OUTBOUND_PRIVATE_HOSTS: 'localhost',
  });
}

export function openTestConnections(environment: Environment = testEnvironment()): Connections {
  return openConnections(environment, { blocking: true });
}

/** Removes everything a test has left on the engines, and closes the connections. */
export async function dropNamespace(connections: Connections): Promise<void> {
  const { database, elasticsearch, names, redis } = connections;
  await database.dropDatabase();
  const keys = await redis.keys(`${names.keys}:*`);
  if (keys.length > 0) await redis.del(...keys);
  const indices = Object.keys(
    await elasticsearch.indices.get({ index: `${names.works}-*,${names.suggestions}-*` }, { ignore: [404] }),
  );
  if (indices.length > 0) await elasticsearch.indices.delete({ index: indices });
  await elasticsearch.indices.deleteIndexTemplate({ name: `${names.works}-never-by-accident` }, { ignore: [404] });
  await connections.close();
}
