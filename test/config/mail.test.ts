import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { openMail } from '../../config/mail.ts';
import { codeMessage } from '../../domain/accounts/code-message.ts';
import { locales } from '../../config/locales.ts';

describe('mail', () => {
  it('without a server, each message is written to a file of its own, which holds what was said', async () => {
    const home = await mkdtemp(join(tmpdir(), 'lastu-mail-'));
    const send = openMail({ SMTP_URL: undefined, MAIL_FROM: 'LASTU <lastu@example.org>', LASTU_HOME: home });
    await Promise.all(locales.map((language) => send({ to: 'aino@example.org', ...codeMessage({ code: '012345', purpose: 'pin-reset', language }) }))); // prettier-ignore
    const files = await readdir(join(home, 'mail'));
    expect(files).to.have.length(3);
    for (const file of files) {
      const text = await readFile(join(home, 'mail', file), 'utf8');
      expect(text)
        .to.match(/^From: LASTU <lastu@example\.org>$/m)
        .and.to.match(/^To: aino@example\.org$/m);
      expect(text).to.include('012345');
    }
    await rm(home, { recursive: true });
  });
});
