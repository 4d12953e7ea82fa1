import { mkdirSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import type { EngineSpec } from '../engine.ts';
import { plainEnvironment } from '../watched.ts';

/** Redis with an append-only file, and without eviction: a queue must not lose keys. */
export function redisEngine({ home, port, program }: { home: string; port: number; program: string }): EngineSpec {
  const data = join(home, 'data', 'redis');
  return {
    url: `redis://127.0.0.1:${port}`,
    command() {
      mkdirSync(data, { recursive: true, mode: 0o700 });
      const settings = {
        port,
        bind: '127.0.0.1',
        dir: data,
        appendonly: 'yes',
        appendfsync: 'everysec',
        'maxmemory-policy': 'noeviction',
        save: '',
      };
      return {
        command: program,
        args: Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]),
        env: plainEnvironment(),
        cwd: data,
        log: join(home, 'logs', 'redis.log'),
      };
    },
    answers: (pid) => isProcess(pid, port),
  };
}

/** Folder to empty where a test takes away all that Redis holds. */
export const redisData = (home: string) => join(home, 'data', 'redis');

/** Redis tells its process id, so that another one which has taken the port is not mistaken for ours. */
function isProcess(pid: number, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => socket.write('PING\r\nINFO server\r\n'));
    const done = (is: boolean) => {
      socket.destroy();
      resolve(is);
    };
    socket.setTimeout(1_000, () => done(false));
    socket.once('error', () => done(false));
    socket.on('data', (chunk) => {
      answer += chunk.toString();
      if (answer.startsWith('-')) return done(false); // still loading its file
      const told = /process_id:(\d+)\r\n/.exec(answer)?.[1];
      if (told) done(Number(told) === pid);
      return undefined;
    });
  });
}
