import { mkdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { MongoClient } from 'mongodb';
import type { EngineSpec } from '../engine.ts';
import { plainEnvironment } from '../watched.ts';

/** The MongoDB-compatible server of `stack/mongodb`, on one file. It knows no users and listens on this machine only. */
export function mongodbEngine({
  home,
  program,
  port,
  jdk,
  heap,
}: {
  home: string;
  /** Folder of its classes and libraries. */
  program: string;
  port: number;
  jdk: string;
  heap: string;
}): EngineSpec {
  const url = `mongodb://127.0.0.1:${port}`;
  return {
    url,
    command() {
      const data = join(home, 'data', 'mongodb');
      mkdirSync(data, { recursive: true, mode: 0o700 });
      return {
        command: join(jdk, 'bin', 'java'),
        args: [
          `-Xmx${heap}`,
          '-XX:+ExitOnOutOfMemoryError', // to be started again, rather than to go on half
          '-cp',
          [join(program, 'classes'), join(program, '*')].join(delimiter),
          'LocalMongo',
          '127.0.0.1',
          String(port),
          join(data, 'lastu.db'),
        ],
        env: plainEnvironment(),
        cwd: data,
        log: join(home, 'logs', 'mongodb.log'),
      };
    },
    answers: (pid) => isProcess(pid, url),
  };
}

/** It listens only after its file is open and its indexes are built, and tells its process id as it greets. */
async function isProcess(pid: number, url: string): Promise<boolean> {
  const client = new MongoClient(url, { directConnection: true, serverSelectionTimeoutMS: 500 });
  try {
    const greeting = await client.db('admin').command({ hello: 1 });
    return greeting['processId'] === pid;
  } catch {
    return false;
  } finally {
    await client.close();
  }
}
