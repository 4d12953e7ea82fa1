import { mkdirSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import type { EngineSpec } from '../engine.ts';

/** Redis with an append-only file, and without eviction: a queue must not lose keys. */
export function redisEngine({ home, port, program }: { home: string; port: number; program: string }): EngineSpec {
  const data = join(home, 'data', 'redis');
  return {
    name: 'redis',
    url: `redis://127.0.0.1:${port}`,
    command() {
      mkdirSync(data, { recursive: true });
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
        env: process.env,
        cwd: data,
        log: join(home, 'logs', 'redis.log'),
      };
    },
    answers: () => pings(port),
  };
}

/** Folder to empty where a test takes away all that Redis holds. */
export const redisData = (home: string) => join(home, 'data', 'redis');

function pings(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('PING\r\n'));
    const done = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(1_000, () => done(false));
    socket.once('error', () => done(false));
    socket.once('data', (data) => done(data.toString().startsWith('+PONG')));
  });
}
