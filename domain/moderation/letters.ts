import type { Locale } from '../../config/locales.ts';
import type { Correspondent, Outbox } from '../notices/correspondent.ts';
import { escaped } from '../notices/escaped.ts';
import type { ModerationRepository } from './repository.ts';
import type { WriterMessage } from './schema.ts';

const prefix = 'moderation:';

/** Writes down that a writer is to hear of a message by e-mail too; whether they want to is asked when it is sent. */
export async function writeLetter(outbox: Pick<Outbox, 'add'>, { _id, patron, at }: WriterMessage): Promise<void> {
  const subject = `${prefix}${_id}`;
  await outbox.add({ _id: subject, kind: 'moderation', patron, subjects: [subject], state: 'waiting', writtenAt: at, attempts: 0, notBefore: at }); // prettier-ignore
}

/** Words the letters about what staff have decided. What was read meanwhile on the page of the account needs none. */
export function moderationCorrespondent(
  { message }: Pick<ModerationRepository, 'message'>,
  publicUrl: string,
): Correspondent {
  return {
    kind: 'moderation',
    async word({ subjects: [subject = ''] }, { language, child }) {
      const found = await message(subject.slice(prefix.length));
      return !found || found.read ? undefined : letterText(found, { language, child, publicUrl });
    },
  };
}

/** Neither what was written nor what staff say of it stands in the subject, which others see. */
export function letterText(
  { kind, about, words, until }: Pick<WriterMessage, 'kind' | 'about' | 'words' | 'until'>,
  { language, child, publicUrl }: { language: Locale; child?: string | undefined; publicUrl: string },
): { subject: string; text: string; html: string } {
  const say = phrases[language];
  const date = until && new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'Europe/Helsinki' }).format(until); // prettier-ignore
  const lines = [
    say.greeting,
    ...(child === undefined ? [] : [say.card(child)]),
    date === undefined ? say[kind] : say.bannedUntil(date),
    ...(about ? [`${say.about}: ${about.excerpt}`] : []),
    ...(words === '' ? [] : [words]),
  ];
  const inLanguage = (path: string) => `${publicUrl}${path}?lang=${language}`;
  const [messages, settings] = [inLanguage('/account/messages'), inLanguage('/account/settings')];
  const text = [...lines, `${say.link}\n${messages}`, `--\n${say.why}\n${settings}`].join('\n\n');
  const link = (address: string, label: string) => `<a href="${escaped(address)}">${escaped(label)}</a>`;
  const html = [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escaped(say.subject)}</title></head><body>`,
    ...lines.map((line) => `<p>${escaped(line)}</p>`),
    `<p>${link(messages, say.link)}</p>`,
    `<p><small>${link(settings, say.why)}</small></p></body></html>`,
  ].join('\n');
  return { subject: say.subject, text: `${text}\n`, html };
}

interface Phrases extends Readonly<Record<WriterMessage['kind'], string>> {
  readonly greeting: string;
  card(name: string): string;
  readonly subject: string;
  bannedUntil(date: string): string;
  /** Before how the text begins. */
  readonly about: string;
  readonly link: string;
  readonly why: string;
}

const phrases: Readonly<Record<Locale, Phrases>> = {
  fi: {
    greeting: 'Hei',
    card: (name) => `Viesti koskee korttia, jonka haltija on ${name}.`,
    subject: 'Kirjaston viesti siitä, mitä olet kirjoittanut palveluun',
    approved: 'Kirjasto on julkaissut tekstisi.',
    held: 'Muut lukijat ovat ilmoittaneet tekstistäsi. Se ei näy muille, ennen kuin kirjasto on lukenut sen.',
    hidden: 'Kirjasto on piilottanut tekstisi.',
    restored: 'Kirjasto on palauttanut tekstisi näkyviin.',
    answer: 'Kirjasto kirjoittaa sinulle tekstistäsi.',
    banned: 'Et voi toistaiseksi kirjoittaa palveluun.',
    bannedUntil: (date) => `Et voi kirjoittaa palveluun. Esto päättyy ${date}.`,
    unbanned: 'Voit taas kirjoittaa palveluun.',
    about: 'Teksti alkaa näin',
    link: 'Lue viestit kirjastolta',
    why: 'Voit valita asetuksissa, mitä viestejä saat',
  },
  sv: {
    greeting: 'Hej',
    card: (name) => `Meddelandet gäller kortet som tillhör ${name}.`,
    subject: 'Ett meddelande från biblioteket om det du har skrivit',
    approved: 'Biblioteket har publicerat din text.',
    held: 'Andra läsare har anmält din text. Den syns inte för andra förrän biblioteket har läst den.',
    hidden: 'Biblioteket har dolt din text.',
    restored: 'Biblioteket visar din text igen.',
    answer: 'Biblioteket skriver till dig om din text.',
    banned: 'Du kan tills vidare inte skriva i tjänsten.',
    bannedUntil: (date) => `Du kan inte skriva i tjänsten. Spärren upphör ${date}.`,
    unbanned: 'Du kan skriva i tjänsten igen.',
    about: 'Texten börjar så här',
    link: 'Läs meddelandena från biblioteket',
    why: 'Du kan välja i inställningarna vilka meddelanden du får',
  },
  en: {
    greeting: 'Hello',
    card: (name) => `This is about the card of ${name}.`,
    subject: 'A message from the library about what you have written',
    approved: 'The library has published your text.',
    held: 'Other readers have reported your text. Others do not see it until the library has read it.',
    hidden: 'The library has hidden your text.',
    restored: 'The library shows your text again.',
    answer: 'The library writes to you about your text.',
    banned: 'You cannot write in the service for now.',
    bannedUntil: (date) => `You cannot write in the service until ${date}.`,
    unbanned: 'You can write in the service again.',
    about: 'The text begins like this',
    link: 'Read the messages from the library',
    why: 'You can choose in the settings which messages you get',
  },
};
