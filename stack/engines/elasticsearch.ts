import { chownSync, copyFileSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EngineSpec } from '../engine.ts';
import type { Profile } from '../profiles.ts';
import type { EngineUser } from '../engine-user.ts';

/** Elasticsearch on one node, without security: it listens on this machine only. It refuses to run as root. */
export function elasticsearchEngine(given: {
  home: string;
  engines: string;
  port: number;
  transportPort: number;
  jdk: string;
  profile: Profile;
  user: EngineUser | undefined;
}): EngineSpec {
  const { home, engines, port, transportPort, jdk, profile, user } = given;
  const url = `http://127.0.0.1:${port}`;
  const folder = join(home, 'data', 'elasticsearch');
  const [conf, data, logs, temporary, snapshots] = ['conf', 'data', 'logs', 'tmp', 'snapshots'].map((name) => join(folder, name)) as [string, string, string, string, string]; // prettier-ignore
  const distribution = join(engines, 'elasticsearch');
  return {
    name: 'elasticsearch',
    url,
    command() {
      for (const each of [conf, data, logs, temporary, snapshots]) mkdirSync(each, { recursive: true });
      copyFileSync(join(distribution, 'config', 'log4j2.properties'), join(conf, 'log4j2.properties'));
      const settings = {
        'path.data': data,
        'path.logs': logs,
        'path.repo': snapshots,
        'network.host': '127.0.0.1',
        'http.port': port,
        'transport.port': transportPort,
        'discovery.type': 'single-node',
        'xpack.security.enabled': false,
        'cluster.routing.allocation.disk.threshold_enabled': false,
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
      if (user)
        for (const each of [folder, conf, data, logs, temporary, snapshots, ...filesIn(conf)])
          chownSync(each, user.uid, user.gid);
      const { JAVA_HOME: _, JAVA_OPTS: _1, JAVA_TOOL_OPTIONS: _2, ...inherited } = process.env;
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
          ...inherited,
          JAVA: join(jdk, 'bin', 'java'),
          ES_JAVA_HOME: jdk,
          JAVA_TYPE: 'ES_JAVA_HOME',
          ES_DISTRIBUTION_TYPE: 'tar',
          ES_HOME: distribution,
          ES_PATH_CONF: conf,
          ES_TMPDIR: temporary,
          HOME: folder,
        },
        cwd: distribution,
        log: join(home, 'logs', 'elasticsearch.log'),
        ...user,
      };
    },
    async answers() {
      const answer = await fetch(`${url}/_cluster/health?wait_for_status=yellow&timeout=2s`, {
        signal: AbortSignal.timeout(3_000),
      }).catch(() => undefined);
      return answer?.ok === true;
    },
  };
}

const lines = (all: readonly string[]) => `${all.join('\n')}\n`;
const filesIn = (folder: string) => readdirSync(folder).map((name) => join(folder, name));
