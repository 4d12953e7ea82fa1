import { spawn } from 'node:child_process';
import type { Environment } from '../config/environment.ts';
import { freePort } from './free-port.ts';

/** The API as it runs in production: a process of its own. Resolves once it answers. */
export async function startApi(environment: Environment): Promise<{ url: string; stop(): Promise<void> }> {
  const port = await freePort();
  const { MONGODB_URL, REDIS_URL, ELASTICSEARCH_URL, NAMESPACE } = environment;
  const child = spawn(process.execPath, [new URL('../main.ts', import.meta.url).pathname], {
    env: {
      ...process.env,
      MONGODB_URL,
      REDIS_URL,
      ELASTICSEARCH_URL,
      NAMESPACE,
      ROLE: 'api',
      PORT: String(port),
      LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const url = `http://127.0.0.1:${port}`;
  for (let attempt = 0; ; attempt += 1) {
    if ((await fetch(`${url}/readyz`).catch(() => undefined))?.ok) break;
    if (child.exitCode !== null || attempt > 150) throw new Error('The API did not start');
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return {
    url,
    async stop() {
      child.kill('SIGTERM');
      await gone;
    },
  };
}
