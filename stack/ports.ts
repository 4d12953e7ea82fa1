import { createServer } from 'node:net';
import { StackError } from './stack-error.ts';

/** Below the ports that systems give to outgoing connections, one of which could take it while an engine is down. */
const [lowest, highest] = [20_000, 32_000];

/** The wanted port where it is free on this machine, else another free one. */
export async function freePort(wanted: number): Promise<number> {
  if (await isFree(wanted)) return wanted;
  for (let tries = 0; tries < 200; tries++) {
    const port = lowest + Math.floor(Math.random() * (highest - lowest));
    if (await isFree(port)) return port;
  }
  throw new StackError(`No free port between ${lowest} and ${highest}`);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
