import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { Environment } from './environment.ts';

export interface Message {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Sends a message; resolves when the server has taken it, or it stands in its file. */
export type SendMail = (message: Message) => Promise<void>;

/**
 * Mail by SMTP, or, where no server is configured, a file for each message in `LASTU_HOME/mail`, which any mail program
 * opens: for development, tests and the demo.
 */
export function openMail({
  SMTP_URL,
  MAIL_FROM,
  LASTU_HOME,
}: Pick<Environment, 'SMTP_URL' | 'MAIL_FROM' | 'LASTU_HOME'>): SendMail {
  // prettier-ignore
  if (SMTP_URL !== undefined) {
    const server = createTransport(SMTP_URL);
    return async (message) => {
      await server.sendMail({ from: MAIL_FROM, ...message });
    };
  }
  const written = createTransport({ streamTransport: true, buffer: true, newline: 'unix' });
  return async (message) => {
    const { message: bytes } = await written.sendMail({ from: MAIL_FROM, ...message });
    const folder = join(LASTU_HOME, 'mail');
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFile(join(folder, `${Date.now()}-${randomUUID()}.eml`), bytes, { mode: 0o600 });
  };
}
