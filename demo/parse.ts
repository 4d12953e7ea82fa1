import { audiences, contributorRoles, formats, type Contributor, type Edition } from '../domain/catalogue/schema.ts';
import { isLanguage } from './languages.ts';

export type Role = Contributor['role'];
export type Format = Edition['format'];
type Series = Edition['series'][number];

export interface Agent {
  /** Inverted for persons: "Waltari, Mika". */
  readonly name: string;
  readonly role: Role;
  readonly group: boolean;
}

/** What a work, an edition or the defaults before them can say with `key=value`. */
export interface Properties {
  lang?: string;
  format?: Format;
  age?: NonNullable<Edition['audience']>;
  /** YKL class. */
  class?: string;
  publisher?: string;
  extent?: string;
  issn?: string;
  /** Of a game: "Nintendo Switch". */
  platform?: string;
  /** Age limit in years. */
  limit?: number;
  genres?: string[];
  /** Subtitle languages. */
  subs?: string[];
  contents?: string[];
  isbns?: string[];
  series?: Series[];
  agents?: Agent[];
  /** The role of those named without one. */
  role?: Role;
  largePrint?: boolean;
}

export interface DemoEdition extends Properties {
  readonly language: string;
  readonly format: Format;
  readonly title: string;
  readonly year?: number | undefined;
}

/** A work as the demo catalogue tells it; its title is the one in the language it was first written in. */
export interface DemoWork extends Properties {
  readonly language: string;
  readonly title: string;
  readonly authors: readonly Agent[];
  readonly year?: number | undefined;
  readonly subjects: readonly string[];
  readonly description?: string | undefined;
  /** From 0 to 3 asterisks. */
  readonly popularity: number;
  readonly editions: readonly DemoEdition[];
  /** Where it stands: "01-classics-finnish.txt:12". */
  readonly origin: string;
}

interface Draft {
  work: Omit<DemoWork, 'editions' | 'description'>;
  description: string[];
  editions: DemoEdition[];
}

/**
 * Reads the text format that README.md describes.
 * Throws one error that lists every mistake as `file:line: what is wrong`.
 */
export function parseWorks(text: string, file: string): DemoWork[] {
  const drafts: Draft[] = [];
  const mistakes: string[] = [];
  let defaults: Properties = {};
  for (const [index, raw] of text.normalize('NFC').split(/\r?\n/).entries()) {
    const line = raw.trim();
    const origin = `${file}:${index + 1}`;
    try {
      if (line === '' || line.startsWith('#')) continue;
      if (line.startsWith('@')) defaults = readProperties(line.slice(1).split('|'), {});
      else if (!/^\s/.test(raw)) drafts.push(readWork(line, defaults, origin));
      else readDetail(line, drafts.at(-1));
    } catch (error) {
      mistakes.push(`${origin}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  if (mistakes.length > 0) throw new Error(mistakes.join('\n'));
  return drafts.map(finish);
}

function readWork(line: string, defaults: Properties, origin: string): Draft {
  const [, stars = '', rest = ''] = /^(\*{0,3})\s*(.*)$/.exec(line) ?? [];
  const [title = '', authors = '', year = '', subjects = '', ...more] = rest.split('|').map((part) => part.trim());
  if (!title) throw new Error('a work needs a title');
  if (!/^(?:\d{3,4})?$/.test(year))
    throw new Error(`"${year}" is no year: title | authors | year | subjects | key=value`);
  const properties = readProperties(more, defaults);
  if (!properties.lang) throw new Error('no language: set lang=');
  if (!properties.class) throw new Error('no YKL class: set class=');
  const work = {
    ...properties,
    language: properties.lang,
    title,
    authors: [
      ...list(authors).map((name) => readAgent(name, properties.role ?? 'author')),
      ...(properties.agents ?? []),
    ],
    year: year ? Number(year) : undefined,
    subjects: list(subjects),
    popularity: stars.length,
    origin,
  };
  return { work: { ...work, agents: [] }, description: [], editions: [] };
}

function readDetail(line: string, draft: Draft | undefined): void {
  if (!draft) throw new Error('an edition stands before the first work');
  if (line.startsWith('>')) draft.description.push(line.slice(1).trim());
  else draft.editions.push(readEdition(line, draft.work));
}

/** `[language] [format] [publisher] [year] [= title] [| key=value]…` */
function readEdition(line: string, work: Draft['work']): DemoEdition {
  const [head = '', ...more] = line.split('|').map((part) => part.trim());
  const [, before = '', title] = /^(.*?)(?:(?:^|\s)=\s+(.+))?$/.exec(head) ?? [];
  const words = before.split(/\s+/).filter(Boolean);
  const language = isLanguage(words[0] ?? '') ? words.shift() : undefined;
  const kind = words[0] === 'largeprint' || isFormat(words[0]) ? words.shift() : undefined;
  const year = /^\d{4}$/.test(words.at(-1) ?? '') ? Number(words.pop()) : undefined;
  const given = readProperties(more, {});
  return {
    isbns: [],
    ...given,
    language: language ?? work.language,
    format: isFormat(kind) ? kind : (given.format ?? work.format ?? 'book'),
    largePrint: kind === 'largeprint',
    title: title ?? work.title,
    publisher: words.join(' ') || given.publisher || work.publisher,
    year,
  };
}

function finish({ work, description, editions }: Draft): DemoWork {
  const format = work.format ?? 'book';
  // a film is older than the disc it is on, a board game than the copy at hand
  const year = format === 'dvd' || format === 'boardgame' ? undefined : work.year;
  const only: DemoEdition = { ...work, format, year };
  return {
    ...work,
    description: description.join(' ') || undefined,
    editions: editions.length > 0 ? editions : [only],
  };
}

function readProperties(parts: readonly string[], defaults: Properties): Properties {
  const found: Properties = {};
  for (const part of parts.map((each) => each.trim()).filter(Boolean)) {
    const [, key = '', value = ''] = /^([a-z]+)=\s*(.*)$/.exec(part) ?? [];
    if (!value) throw new Error(`"${part}" is not key=value`);
    readProperty(found, key, value);
  }
  return { ...defaults, ...found };
}

function readProperty(found: Properties, key: string, value: string): void {
  const role = contributorRoles.find((each) => each === key);
  if (key === 'publisher') found.publisher = value;
  else if (role) found.agents = [...(found.agents ?? []), ...list(value).map((name) => readAgent(name, role))];
  else if (key === 'lang') found.lang = language(value);
  else if (key === 'format') found.format = oneOf(formats, value);
  else if (key === 'age') found.age = oneOf(audiences, value);
  else if (key === 'role') found.role = oneOf(contributorRoles, value);
  else if (key === 'class') found.class = matching(value, /^\d{1,3}(?:\.\d+)?$/, 'a YKL class');
  else if (key === 'extent' || key === 'platform') found[key] = value;
  else if (key === 'issn') found.issn = matching(value, /^\d{4}-\d{3}[\dX]$/, 'an ISSN');
  else if (key === 'limit') found.limit = Number(matching(value, /^\d{1,2}$/, 'an age limit'));
  else if (key === 'genre') found.genres = list(value);
  else if (key === 'contents') found.contents = list(value);
  else if (key === 'subs') found.subs = list(value).map(language);
  else if (key === 'isbn') found.isbns = list(value).map(isbn);
  else if (key === 'series') found.series = [...(found.series ?? []), readSeries(value)];
  else throw new Error(`"${key}" is not known`);
}

function readAgent(text: string, fallback: Role): Agent {
  const [, name = text, inside = ''] = /^(.*?)\s*\(([^()]*)\)$/.exec(text) ?? [];
  const words = inside.split(/[\s,]+/).filter(Boolean);
  const role = words.find((word) => word !== 'group');
  return { name, role: role ? oneOf(contributorRoles, role) : fallback, group: words.includes('group') };
}

function readSeries(text: string): Series {
  const [name = '', number] = text.split(/\s+;\s+/);
  return number === undefined ? { name } : { name, number };
}

/** ISBN-13 without hyphens; the check digit must be right. */
function isbn(text: string): string {
  const digits = matching(text.replaceAll('-', ''), /^97[89]\d{10}$/, 'an ISBN-13');
  const sum = [...digits].reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3), 0);
  if (sum % 10 !== 0) throw new Error(`"${text}" has a wrong check digit`);
  return digits;
}

function language(code: string): string {
  if (!isLanguage(code)) throw new Error(`"${code}" is no language of languages.ts`);
  return code;
}

function isFormat(word: string | undefined): word is Format {
  return formats.some((each) => each === word);
}

function oneOf<T extends string>(allowed: readonly T[], value: string): T {
  const found = allowed.find((each) => each === value);
  if (!found) throw new Error(`"${value}" is none of ${allowed.join(', ')}`);
  return found;
}

function matching(value: string, pattern: RegExp, what: string): string {
  if (!pattern.test(value)) throw new Error(`"${value}" is not ${what}`);
  return value;
}

const list = (text: string): string[] =>
  text
    .split(';')
    .map((part) => part.trim())
    .filter(Boolean);
