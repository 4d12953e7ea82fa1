import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { Environment } from './environment.ts';

export interface Message {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  /** The same for a message that is sent again, so that mail servers and programs can tell: `<…@…>`. */
  readonly messageId?: string;
  /** Further headers, by their names. */
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * Sends a message; resolves when the server has taken it, or it stands in its file.
 * @throws MailRefused where trying again is of no use
 */
export type SendMail = (message: Message) => Promise<void>;

/** The server will never take this message: there is no such mailbox, or it takes nothing from us. */
export class MailRefused extends Error {
  override readonly name = 'MailRefused';
}

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
    const server = createTransport({ url: SMTP_URL, ...patience });
    return async (message) => {
      await server.sendMail({ from: MAIL_FROM, ...sendable(message) }).catch((error: unknown) => {
        throw isFinal(error) ? new MailRefused(error.message, { cause: error }) : error;
      });
    };
  }
  const written = createTransport({ streamTransport: true, buffer: true, newline: 'unix' });
  return async (message) => {
    const { message: bytes } = await written.sendMail({ from: MAIL_FROM, ...sendable(message) });
    const folder = join(LASTU_HOME, 'mail');
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFile(join(folder, `${Date.now()}-${randomUUID()}.eml`), bytes, { mode: 0o600 });
  };
}

/** Headers as the library takes them, which changes them. */
const sendable = ({ headers, ...message }: Message) => ({ ...message, ...(headers && { headers: { ...headers } }) });

/** Well below the time after which whoever sends a letter is taken for dead. */
const patience = { connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 60_000 };

/** A reply of class 5 to the addresses or to the message (RFC 5321, 4.2.1); one to our password may be mended by us. */
function isFinal(error: unknown): error is Error {
  if (!(error instanceof Error) || !('code' in error) || !('responseCode' in error)) return false;
  return (error.code === 'EENVELOPE' || error.code === 'EMESSAGE') && Number(error.responseCode) >= 500;
}
