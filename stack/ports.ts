import { createServer } from 'node:net';

/** The wanted port where it is free, else one the system gives. */
export async function freePort(wanted: number): Promise<number> {
  return (await tryPort(wanted)) ?? (await tryPort(0)) ?? wanted;
}

function tryPort(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      const given = address !== null && typeof address === 'object' ? address.port : undefined;
      server.close(() => resolve(given));
    });
  });
}
