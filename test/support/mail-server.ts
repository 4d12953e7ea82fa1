import { createServer, type Socket } from 'node:net';

/** A mail server as far as one that takes messages goes (RFC 5321): it keeps what it has taken. */
export interface MailServer {
  readonly url: string;
  readonly taken: string[];
  /** What it says next to a message it was given: once each, then it takes messages again. */
  readonly replies: string[];
  close(): Promise<void>;
}

export async function startMailServer(): Promise<MailServer> {
  const taken: string[] = [];
  const replies: string[] = [];
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    socket.on('error', () => undefined);
    const say = (line: string) => socket.write(`${line}\r\n`);
    let rest = '';
    let message: string[] | undefined;
    say('220 mail.test ESMTP');
    socket.on('data', (bytes) => {
      rest += bytes.toString('utf8');
      for (let end = rest.indexOf('\r\n'); end >= 0; end = rest.indexOf('\r\n')) {
        const line = rest.slice(0, end);
        rest = rest.slice(end + 2);
        if (message && line !== '.') message.push(line);
        else if (message) {
          const reply = replies.shift();
          if (reply === undefined) taken.push(message.join('\n'));
          message = undefined;
          say(reply ?? '250 taken');
        } else if (/^DATA/i.test(line)) {
          message = [];
          say('354 go on');
        } else if (/^QUIT/i.test(line)) socket.end('221 bye\r\n');
        else say('250 ok');
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  return {
    url: `smtp://127.0.0.1:${port}?ignoreTLS=true`,
    taken,
    replies,
    async close() {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
