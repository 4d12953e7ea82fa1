import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chownSync, copyFileSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EngineSpec } from '../engine.ts';
import type { Profile } from '../profiles.ts';
import { plainEnvironment } from '../watched.ts';
import type { EngineUser } from '../engine-user.ts';

/** Elasticsearch on one node, without security: it listens on this machine only. It refuses to run as root. */
export function elasticsearchEngine(given: {
  home: string;
  /** Folder of the distribution. */
  program: string;
  port: number;
  transportPort: number;
  jdk: string;
  profile: Profile;
  user: EngineUser | undefined;
}): EngineSpec {
  const { home, program, port, transportPort, jdk, profile, user } = given;
  const url = `http://127.0.0.1:${port}`;
  const folder = join(home, 'data', 'elasticsearch');
  const [conf, data, logs, temporary, snapshots] = ['conf', 'data', 'logs', 'tmp', 'snapshots'].map((name) => join(folder, name)) as [string, string, string, string, string]; // prettier-ignore
  // Tells this node from another that may answer on its port.
  const cluster = `lastu-${createHash('sha256').update(home).digest('hex').slice(0, 12)}`;
  return {
    url,
    command() {
      for (const each of [conf, data, logs, temporary, snapshots]) mkdirSync(each, { recursive: true, mode: 0o700 });
      copyFileSync(join(program, 'config', 'log4j2.properties'), join(conf, 'log4j2.properties'));
      const settings = {
        'cluster.name': cluster,
        'path.data': data,
        'path.logs': logs,
        'path.repo': snapshots,
        'network.host': '127.0.0.1',
        'http.port': port,
        'transport.port': transportPort,
        'discovery.type': 'single-node',
        'xpack.security.enabled': false,
        'cluster.routing.allocation.disk.threshold_enabled': false,
        // with so small a heap, garbage not yet collected would count as use, and requests be refused for it
        'indices.breaker.total.use_real_memory': false,
      };
      writeFileSync(
        join(conf, 'elasticsearch.yml'),
        lines(Object.entries(settings).map(([name, value]) => `${name}: ${JSON.stringify(value)}`)),
      );
      writeFileSync(
        join(conf, 'jvm.options'),
        lines([
          `-Xms${profile.elasticsearchHeap}`,
          `-Xmx${profile.elasticsearchHeap}`,
          ...profile.elasticsearchOptions,
          `-Djava.io.tmpdir=${temporary}`,
          '20-:--add-modules=jdk.incubator.vector',
        ]),
      );
      if (user) giveTo(user, folder, [conf, data, logs, temporary, snapshots, ...filesIn(conf)]);
      return {
        command: join(jdk, 'bin', 'java'),
        args: [
          '-Xms4m',
          '-Xmx64m',
          '-XX:+UseSerialGC',
          '-cp',
          'lib/tools/server-launcher/*',
          'org.elasticsearch.server.launcher.ServerLauncher',
        ],
        env: {
          ...plainEnvironment(),
          JAVA: join(jdk, 'bin', 'java'),
          ES_JAVA_HOME: jdk,
          JAVA_TYPE: 'ES_JAVA_HOME',
          ES_DISTRIBUTION_TYPE: 'tar',
          ES_HOME: program,
          ES_PATH_CONF: conf,
          ES_TMPDIR: temporary,
          HOME: folder,
        },
        cwd: program,
        log: join(home, 'logs', 'elasticsearch.log'),
        ...user,
      };
    },
    async answers() {
      const answer = await fetch(`${url}/_cluster/health?wait_for_status=yellow&timeout=2s`, {
        signal: AbortSignal.timeout(3_000),
      }).catch(() => undefined);
      const health: unknown = answer?.ok ? await answer.json().catch(() => undefined) : undefined;
      return (
        typeof health === 'object' && health !== null && 'cluster_name' in health && health.cluster_name === cluster
      );
    },
  };
}

/** All of a folder where it was another user's till now (a start without root), else only what has just been made. */
function giveTo({ uid, gid }: EngineUser, folder: string, made: readonly string[]): void {
  if (statSync(folder).uid !== uid) execFileSync('chown', ['-R', `${uid}:${gid}`, folder]);
  else for (const each of made) chownSync(each, uid, gid);
}

const lines = (all: readonly string[]) => `${all.join('\n')}\n`;
const filesIn = (folder: string) => readdirSync(folder).map((name) => join(folder, name));
