import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type Koa from 'koa';

export interface Server {
  readonly port: number;
  /** Takes no new request, and resolves once those in hand are answered. */
  close(): Promise<void>;
}

/** Starts to listen. @throws where the port is taken, saying so */
export async function listen(app: Koa, port: number): Promise<Server> {
  const server = createServer({ maxHeaderSize: longestHeader }, app.callback());
  server.keepAliveTimeout = 65_000; // longer than the usual proxy's, so that it never writes into a closing connection
  server.headersTimeout = patienceMs;
  server.requestTimeout = 0; // of bodies below: a file takes as long as it comes on
  server.on('request', boundBody);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) =>
      reject('code' in error && error.code === 'EADDRINUSE' ? new Error(`Port ${port} is taken: set PORT`) : error),
    );
    server.listen(port, () => resolve());
  });
  const watchers = new Set<ServerResponse>();
  server.on('request', ({ headers }, response: ServerResponse) => {
    if (headers.accept !== 'text/event-stream') return;
    watchers.add(response);
    response.once('close', () => watchers.delete(response));
  });
  const address = server.address();
  return {
    port: address !== null && typeof address === 'object' ? address.port : port,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      for (const watcher of watchers) watcher.destroy(); // their browsers ask again, another process or this one's successor
      const hurry = setTimeout(() => server.closeAllConnections(), 10_000);
      await closed;
      clearTimeout(hurry);
    },
  };
}

const patienceMs = 30_000;
const fileType = 'application/octet-stream';

/** A body is here whole within half a minute; a file may take longer, as long as some of it comes within each. */
function boundBody(request: IncomingMessage, response: ServerResponse): void {
  const { socket } = request;
  const end = () => {
    if (!request.complete) request.destroy();
  };
  let seen = -1;
  const watch = setInterval(() => {
    if (request.headers['content-type'] !== fileType || socket.bytesRead === seen) end();
    seen = socket.bytesRead;
  }, patienceMs);
  request.once('close', () => clearInterval(watch));
  // what is refused is not read to its end, but the answer is to arrive
  response.once('finish', () => {
    if (!request.complete) setTimeout(end, 5_000).unref();
  });
}

/** A search of 10,000 characters, each of which may take nine bytes in an address; the rest is for cookies and the like. */
const longestHeader = 128 * 1024;
