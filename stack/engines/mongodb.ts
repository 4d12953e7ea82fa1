import { mkdirSync } from 'node:fs';
import { connect } from 'node:net';
import { delimiter, join } from 'node:path';
import type { EngineSpec } from '../engine.ts';

/** The MongoDB-compatible server of `stack/mongodb`, on one file. It knows no users and listens on this machine only. */
export function mongodbEngine({
  home,
  engines,
  port,
  jdk,
  heap,
}: {
  home: string;
  engines: string;
  port: number;
  jdk: string;
  heap: string;
}): EngineSpec {
  return {
    name: 'mongodb',
    url: `mongodb://127.0.0.1:${port}`,
    command() {
      const data = join(home, 'data', 'mongodb');
      mkdirSync(data, { recursive: true });
      const jars = join(engines, 'mongodb');
      return {
        command: join(jdk, 'bin', 'java'),
        args: [
          `-Xmx${heap}`,
          '-cp',
          [join(jars, 'classes'), join(jars, '*')].join(delimiter),
          'LocalMongo',
          '127.0.0.1',
          String(port),
          join(data, 'lastu.db'),
        ],
        env: process.env,
        cwd: data,
        log: join(home, 'logs', 'mongodb.log'),
      };
    },
    answers: () => accepts(port),
  };
}

/** It listens only after its file is open and its indexes are built. */
function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => (socket.destroy(), resolve(true)));
    socket.setTimeout(1_000, () => (socket.destroy(), resolve(false)));
    socket.once('error', () => resolve(false));
  });
}
