import { createHash } from 'node:crypto';
import type { Contributor, Edition } from './schema.ts';
import { isCollective } from './collective-titles.ts';

/**
 * What an edition is an edition of: keys of author and title, the most telling first. Editions that share a key are
 * editions of one work, in whatever language and on whatever carrier. A false merge hides works from readers and is
 * worse than a missed one, so a key is made only of what identifies: different authors, different parts (245 $n $p),
 * a book and its film, and titles that many works bear never meet. Empty for an edition without a title. Pure.
 */
export function workKeys(edition: Edition): string[] {
  const maker = makerOf(edition);
  const own = titleParts(edition.title, edition.part);
  if (own.title === '') return [];
  const art = artOf(edition, maker !== undefined);
  const whose = maker !== undefined && art === '' ? maker : `${maker ?? ''}-${art}`;
  const original = edition.originalTitle === undefined ? undefined : titleParts(edition.originalTitle, edition.part);
  const keyOf = (telling: readonly string[], { part }: TitleParts) => [whose, ...telling, part].join('|');

  const keys: string[] = [];
  if (original && original.title !== '' && isOfOneWork(original.title, edition, maker)) {
    keys.push(keyOf(tellingOf(original, edition), original));
  }
  // A title that says nothing by itself, or is nobody's, is told apart by its subtitle, its year or its publisher.
  const vague = maker === undefined || isCollective(own.title);
  keys.push(keyOf(vague ? [own.title, ...distinguishing(edition, own)] : tellingOf(own, edition), own));
  return [...new Set(keys)];
}

/** The id of the work that a first edition with these keys founds: the same wherever and whenever it is imported. */
export function workIdOf(keys: readonly string[], recordId: string): string {
  const digest = createHash('sha256')
    .update(keys[0] ?? `record|${recordId}`)
    .digest();
  return `w${BigInt(`0x${digest.subarray(0, 10).toString('hex')}`).toString(36)}`;
}

interface TitleParts {
  readonly title: string;
  readonly subtitle: string;
  /** Number of a part where it has one, else its name: "1", whatever the translation calls it. */
  readonly part: string;
}

/** Takes "Min kamp : roman" and part "1, Första boken" apart; a uniform title has its part within: "Min kamp. 1". */
function titleParts(text: string, givenPart: string | undefined): TitleParts {
  const [, whole = text, partWithin] = /^(.*?)\. (\d{1,3})(?:[.,:] .*)?$/u.exec(text) ?? [];
  const [title = '', ...subtitle] = whole.split(' : ');
  return {
    title: withoutArticle(normalised(title)),
    subtitle: normalised(subtitle.join(' ')),
    part: partKey(givenPart ?? partWithin ?? ''),
  };
}

/** "1" for "1, Första boken", "Osa I" and "Vol. 1"; all numbers of "Vol. 3, no. 2" and of the map sheet "2312 07". */
function partKey(part: string): string {
  const numbers: string[] = [];
  for (const step of part.split(', ')) {
    const [, roman, digits] = /^(?:\p{L}{1,8}\.?:? ?)?(?:([IVX]{1,5})|\D{0,10}?(\d[\d\s./:-]*))$/u.exec(step) ?? [];
    if (roman === undefined && digits === undefined) break;
    numbers.push(roman === undefined ? normalised(digits ?? '') : String(arabic(roman)));
  }
  if (numbers.length > 0) return numbers.map((number) => number.replace(/^0+(?=\d)/, '')).join(' ');
  return /^\D{0,10}?(\d{1,4})\b/u.exec(part)?.[1] ?? normalised(part);
}

const romanDigits: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 };
const arabic = (roman: string) =>
  [...roman].reduce((sum, letter, at) => {
    const [value = 0, next = 0] = [romanDigits[letter], romanDigits[roman.charAt(at + 1)]];
    return value < next ? sum - value : sum + value;
  }, 0);

/**
 * Works of fact are often told apart by their subtitle alone ("Sata vuotta : Lahden historia"), and so are the books of a
 * series that all begin with its name ("Star Wars : jedin paluu"); of a novel it says that it is one.
 */
function tellingOf({ title, subtitle }: TitleParts, { fiction, audience, series }: Edition): string[] {
  const ofSeries = audience === 'child' || series.some(({ name }) => withoutArticle(normalised(name)) === title);
  return subtitle === '' || (fiction === true && (!ofSeries || genreOnly.test(subtitle))) ? [title] : [title, subtitle];
}

const genreOnly =
  /^(?:\p{L}+ )?(?:\p{L}*romaani|\p{L}*kertomus|\p{L}*satu|satuja|\p{L}*sarjakuva|runoja|näytelmä|\p{L}*roman|berättelse|saga|dikter|novel|story|tale)$/u;

/**
 * An original title identifies a work where its maker is known. Of nobody's works only old ones have such, the Kalevala
 * and the Arabian Nights; the many books of a film or a toy for children name just that as theirs.
 */
function isOfOneWork(title: string, edition: Edition, maker: string | undefined): boolean {
  if (isCollective(title)) return false;
  return maker !== undefined || (edition.audience !== 'child' && artOf(edition, false) === '');
}

/** Roles whose bearer makes a work what it is, where there is no main entry. */
const makers: ReadonlySet<Contributor['role']> = new Set(['author', 'composer', 'director']);

function makerOf({ contributors, format }: Edition): string | undefined {
  const main = contributors.find((one) => one.main);
  // a film is its director's, though the author of the book may be named first
  const director = films.has(format) ? contributors.find((one) => one.role === 'director') : undefined;
  const maker = main ?? director ?? contributors.find((one) => makers.has(one.role));
  const name = maker && nameKey(maker);
  return name ? `${maker.kind === 'person' ? '' : `${maker.kind} `}${name}` : undefined;
}

/** The name without the years of a life, which catalogues give or leave out: "Waltari, Mika, 1908-1979". */
function nameKey({ name, kind }: Contributor): string {
  return normalised(
    kind === 'person' ? name.replace(/,? \(?(?:s\. |f\. )?\d{4}\??-? ?(?:\d{4}\??)?\)?\.?$/u, '') : name,
  );
}

/** Works that share title and names with each other: a book, the film, the game and the music "Muumi" are four. */
function artOf({ format }: Edition, hasMaker: boolean): string {
  if (films.has(format)) return 'film';
  if (['cd', 'vinyl', 'score'].includes(format) || (format === 'recording' && !hasMaker)) return 'music';
  if (['game', 'boardgame'].includes(format)) return 'game';
  return ['magazine', 'newspaper'].includes(format) ? 'serial' : '';
}

const films: ReadonlySet<Edition['format']> = new Set(['dvd', 'bluray', 'video']);

function distinguishing({ year, publisher, format }: Edition, { subtitle }: TitleParts): string[] {
  const serial = format === 'magazine' || format === 'newspaper';
  return [subtitle, normalised(publisher ?? ''), serial ? '' : String(year ?? '')];
}

/** Uniform titles leave out the article that the title page has. */
const withoutArticle = (title: string) =>
  title.replace(/^(?:the|an?|der|die|das|les?|la|l|el|los|las|il|gli|den|det) (?=\p{L}{2})/u, '');

/** Lower case, without accents but those of å, ä and ö, without punctuation. */
function normalised(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^åäö]/gu, (character) => character.normalize('NFD').replace(/\p{M}/gu, ''))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .slice(0, 250);
}
