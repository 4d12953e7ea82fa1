import { createHash } from 'node:crypto';
import type { SendMail } from '../../config/mail.ts';
import type { Locale } from '../../config/locales.ts';
import type { WorkSummary } from '../discovery/schema.ts';
import type { Discovery } from '../discovery/service.ts';
import { keepPace, type Pace } from '../pace.ts';

/** Sends memory lists by e-mail: to an address that is asked for each time and kept nowhere. */
export interface MemoryLetters {
  /**
   * All words of a letter but those of the catalogue are ours, so that nobody can write to others through it. Works that are gone are
   * left out; how many were sent is told.
   * @throws TooFast where too many went out from a network address, or to a mail address; LetterNotSent
   */
  send(letter: { to: string; works: readonly string[]; locale: Locale; from: string }): Promise<{ works: number }>;
}

/** The mail server did not take it. */
export class LetterNotSent extends Error {
  override readonly name = 'LetterNotSent';
}

/** Most works of one letter. */
export const mostInLetter = 500;

export interface LetterDeps {
  readonly discovery: Pick<Discovery, 'works'>;
  readonly sendMail: SendMail;
  readonly publicUrl: string;
  readonly pace: {
    /** By the network address a letter comes from. */
    readonly sender: Pace;
    /** By whom it goes to: a hash that is forgotten after a day. */
    readonly addressee: Pace;
  };
}

export const memoryLettersOver = ({ discovery, sendMail, publicUrl, pace }: LetterDeps): MemoryLetters => ({
  async send({ to, works: ids, locale, from }) {
    await keepPace(pace.sender, from);
    await keepPace(pace.addressee, createHash('sha256').update(to.trim().toLowerCase()).digest('base64url'));
    const works = await discovery.works(ids);
    try {
      await sendMail({ to, ...memoryLetter(works, { publicUrl, locale }) });
    } catch (error) {
      throw new LetterNotSent('The letter was not taken', { cause: error });
    }
    return { works: works.length };
  },
});

/** The letter, in the language its sender reads. Pure. */
export function memoryLetter(
  works: readonly Pick<WorkSummary, 'id' | 'title' | 'authors' | 'yearTo'>[],
  { publicUrl, locale }: { publicUrl: string; locale: Locale },
): { subject: string; text: string } {
  const { subject, before, after } = texts[locale];
  const lines = works.map(({ id, title, authors, yearTo }) => {
    const author = authors.slice(0, 3).join(' & ');
    const year = yearTo === undefined ? '' : ` (${yearTo})`;
    return `${author === '' ? '' : `${author}: `}${title}${year}\n${publicUrl}/works/${encodeURIComponent(id)}`;
  });
  return { subject, text: `${before}\n\n${lines.join('\n\n')}\n\n${after}\n` };
}

const texts: Readonly<Record<Locale, { subject: string; before: string; after: string }>> = {
  fi: {
    subject: 'Muistilista kirjaston verkkopalvelusta',
    before: 'Hei! Tässä on muistilista, joka lähetettiin tähän osoitteeseen kirjaston verkkopalvelusta:',
    after: 'Jos et tiedä, kuka sen lähetti, sinun ei tarvitse tehdä mitään. Osoitettasi ei tallennettu.',
  },
  sv: {
    subject: 'Minneslista från bibliotekets webbtjänst',
    before: 'Hej! Här är en minneslista som skickades till den här adressen från bibliotekets webbtjänst:',
    after: 'Om du inte vet vem som skickade den behöver du inte göra någonting. Din adress har inte sparats.',
  },
  en: {
    subject: 'A memory list from the library',
    before: 'Hello! Here is a memory list that was sent to this address from the web service of the library:',
    after: 'If you do not know who sent it, you need not do anything. Your address has not been kept.',
  },
};
