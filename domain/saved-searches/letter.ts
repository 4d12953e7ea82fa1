import type { Locale } from '../../config/locales.ts';
import type { Letter } from '../notices/schema.ts';
import { escaped } from '../notices/escaped.ts';
import type { SavedSearch, SavedWish } from './schema.ts';

/** A work that came, as a letter tells of it. */
export interface ToldWork {
  readonly id: string;
  readonly title: string;
  readonly author: string | undefined;
}

const prefix = 'newArrivals:';
/** Works a letter names; the others are behind its link. */
const mostNamed = 20;

/** What a letter tells of, as its subjects have it. */
export const subjectOf = (finding: string): string => `${prefix}${finding}`;
export const findingIn = (subject: string): string => subject.slice(prefix.length);

/** A letter about findings of one search; the ids of findings begin with the search's. */
export function letterAbout(patron: string, findings: readonly string[], at: Date): Letter | undefined {
  const subjects = findings.toSorted().map(subjectOf);
  const [_id] = subjects;
  if (_id === undefined) return undefined;
  return { _id, kind: 'newArrivals', patron, subjects, state: 'waiting', writtenAt: at, attempts: 0, notBefore: at };
}

/** The words of a letter. Neither the search's name nor a title stands in its subject, which others see. */
export function letterText(
  { _id: id, name, wish, cadence, stopKey }: SavedSearch,
  works: readonly ToldWork[],
  { language, child, publicUrl }: { language: Locale; child?: string | undefined; publicUrl: string },
): { subject: string; text: string; html: string; headers: Readonly<Record<string, string>> } {
  const words = phrases[language];
  const named = works.slice(0, mostNamed);
  const rest = works.length - named.length;
  const inLanguage = (path: string) => `${publicUrl}${path}${path.includes('?') ? '&' : '?'}lang=${language}`;
  const stop = `${publicUrl}/searches/stop/${stopKey}`;
  const links = [
    [words.all, inLanguage(`/account/searches/${id}`)],
    [words.search, inLanguage(`/search?${parametersOf(wish)}`)],
  ] as const;
  const lead = words.lead(works.length, name);
  const about = child === undefined ? [] : [words.card(child)];
  const subject = words.subject(works.length);
  const text = [
    words.greeting,
    ...about,
    lead,
    named.map((work) => `* ${lineOf(work)}\n  ${inLanguage(`/works/${encodeURIComponent(work.id)}`)}`).join('\n'),
    ...(rest > 0 ? [words.rest(rest)] : []),
    ...links.map(([label, address]) => `${label}\n${address}`),
    `--\n${words.why[cadence]}\n${words.stop}: ${stop}`,
  ].join('\n\n');
  const link = (address: string, label: string) => `<a href="${escaped(address)}">${escaped(label)}</a>`;
  const html = [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escaped(subject)}</title></head><body>`,
    ...[words.greeting, ...about, lead].map((line) => `<p>${escaped(line)}</p>`),
    `<ul>${named.map((work) => `<li>${link(inLanguage(`/works/${encodeURIComponent(work.id)}`), work.title)}${work.author === undefined ? '' : `<br>${escaped(work.author)}`}</li>`).join('')}</ul>`, // prettier-ignore
    ...(rest > 0 ? [`<p>${escaped(words.rest(rest))}</p>`] : []),
    ...links.map(([label, address]) => `<p>${link(address, label)}</p>`),
    `<p><small>${escaped(words.why[cadence])} ${link(stop, words.stop)}</small></p></body></html>`,
  ].join('\n');
  // RFC 8058: a mail program may stop them by one request, without anybody logging in
  const headers = { 'List-Unsubscribe': `<${stop}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
  return { subject, text: `${text}\n`, html, headers };
}

const lineOf = ({ title, author }: ToldWork) => (author === undefined ? title : `${title}. ${author}`);

/** A search as the parameters of its address, without those that say nothing. */
export function parametersOf(wish: SavedWish): URLSearchParams {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(wish)) {
    if (Array.isArray(value)) for (const one of value) parameters.append(name, String(one));
    else if (value !== undefined && value !== '' && value !== false && value !== unsaid[name]) parameters.set(name, String(value)); // prettier-ignore
  }
  return parameters;
}

const unsaid: Readonly<Record<string, unknown>> = { in: 'all', sort: 'relevance' };

interface Phrases {
  readonly greeting: string;
  card(name: string): string;
  subject(count: number): string;
  lead(count: number, name: string): string;
  rest(count: number): string;
  readonly all: string;
  readonly search: string;
  readonly why: Readonly<Record<SavedSearch['cadence'], string>>;
  readonly stop: string;
}

const phrases: Readonly<Record<Locale, Phrases>> = {
  fi: {
    greeting: 'Hei',
    card: (name) => `Viesti koskee korttia, jonka haltija on ${name}.`,
    subject: (n) => (n === 1 ? 'Uutuusvahti löysi uuden teoksen' : `Uutuusvahti löysi ${n} uutta teosta`),
    lead: (n, name) => `Uutuusvahtisi ”${name}” löysi kirjaston aineistosta ${n === 1 ? 'uuden teoksen' : `${n} uutta teosta`}:`, // prettier-ignore
    rest: (n) => `Lisäksi ${n} muuta.`,
    all: 'Katso löydöt ja muuta uutuusvahtia',
    search: 'Avaa haku',
    why: { daily: 'Saat tämän viestin enintään kerran päivässä.', weekly: 'Saat tämän viestin enintään kerran viikossa.' }, // prettier-ignore
    stop: 'Lopeta tämän uutuusvahdin viestit',
  },
  sv: {
    greeting: 'Hej',
    card: (name) => `Meddelandet gäller kortet som tillhör ${name}.`,
    subject: (n) => (n === 1 ? 'Sökbevakningen hittade ett nytt verk' : `Sökbevakningen hittade ${n} nya verk`),
    lead: (n, name) => `Din sökbevakning ”${name}” hittade ${n === 1 ? 'ett nytt verk' : `${n} nya verk`} i bibliotekets samlingar:`, // prettier-ignore
    rest: (n) => `Dessutom ${n} till.`,
    all: 'Se vad som hittats och ändra bevakningen',
    search: 'Öppna sökningen',
    why: { daily: 'Du får det här meddelandet högst en gång om dagen.', weekly: 'Du får det här meddelandet högst en gång i veckan.' }, // prettier-ignore
    stop: 'Sluta skicka meddelanden för den här bevakningen',
  },
  en: {
    greeting: 'Hello',
    card: (name) => `This is about the card of ${name}.`,
    subject: (n) => (n === 1 ? 'Your saved search found a new work' : `Your saved search found ${n} new works`),
    lead: (n, name) => `Your saved search “${name}” found ${n === 1 ? 'a new work' : `${n} new works`} in the library’s collection:`, // prettier-ignore
    rest: (n) => `And ${n} more.`,
    all: 'See what was found and change the alert',
    search: 'Open the search',
    why: { daily: 'You get this message once a day at most.', weekly: 'You get this message once a week at most.' },
    stop: 'Stop the messages of this saved search',
  },
};
