import { expect } from 'chai';
import { LetterNotSent, memoryLettersOver } from '../../../domain/memory-list/letters.ts';
import type { WorkSummary } from '../../../domain/discovery/schema.ts';
import type { Message } from '../../../config/mail.ts';

const work = { id: 'w/1', title: 'Sinuhe egyptiläinen', authors: ['Waltari, Mika'], yearTo: 1945 } as WorkSummary;
const letters = (sendMail: (message: Message) => Promise<void>) =>
  memoryLettersOver({
    discovery: { works: async (ids) => ids.includes('w/1') ? [{ ...work, asked: 'w/1' }] : [] },
    sendMail,
    publicUrl: 'https://kirjasto.example',
    pace: { sender: async () => 0, addressee: async () => 0 },
  }); // prettier-ignore
const wish = { to: 'lukija@example.org', works: ['w/1', 'gone'], locale: 'fi', from: '10.0.0.1' } as const;

describe('a memory list sent by e-mail', () => {
  it('says of each work what the catalogue does, and where it is, in words of ours', async () => {
    const sent: Message[] = [];
    expect(await letters(async (message) => void sent.push(message)).send(wish)).to.deep.equal({ works: 1 });
    expect(sent[0]?.to).to.equal('lukija@example.org');
    expect(sent[0]?.text).to.include('Waltari, Mika: Sinuhe egyptiläinen (1945)\nhttps://kirjasto.example/works/w%2F1');
  });

  it('tells when the mail server did not take it', async () => {
    const refused = await letters(() => Promise.reject(new Error('away')))
      .send(wish)
      .catch((error: unknown) => error);
    expect(refused).to.be.instanceOf(LetterNotSent);
  });
});
