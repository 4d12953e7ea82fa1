import { createHash } from 'node:crypto';
import type { Contributor, Edition } from './schema.ts';

/**
 * What an edition is an edition of: keys of author and title, the most telling first. Editions that share a key are
 * editions of one work, in whatever language and on whatever carrier. A false merge hides works from readers and is
 * worse than a missed one, so a key is made only of what identifies: different authors, different parts (245 $n $p) and
 * titles that many works bear never meet. Empty for an edition without a title. Pure.
 */
export function workKeys(edition: Edition): string[] {
  const maker = makerOf(edition);
  const own = titleParts(edition.title, edition.part);
  if (own.title === '') return [];
  const whose = maker ?? nameless(edition);
  const original = edition.originalTitle === undefined ? undefined : titleParts(edition.originalTitle, edition.part);
  // Works of fact are often told apart by their subtitle alone: "Sata vuotta : Lahden historia".
  const tellingOf = ({ title, subtitle }: TitleParts) =>
    edition.fiction === true || subtitle === '' ? [title] : [title, subtitle];
  const keyOf = (telling: readonly string[], { part }: TitleParts) => [whose, ...telling, part].join('|');

  const keys: string[] = [];
  // Of anonymous works only books have uniform titles that identify them, as the Arabian Nights have.
  if (original && original.title !== '' && !isCollective(original.title) && (maker !== undefined || whose === '-')) {
    keys.push(keyOf(tellingOf(original), original));
  }
  // A title that says nothing by itself, or is nobody's, is told apart by its subtitle, its year or its publisher.
  const vague = maker === undefined || isCollective(own.title);
  keys.push(keyOf(vague ? [own.title, ...distinguishing(edition, own)] : tellingOf(own), own));
  return [...new Set(keys)];
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
  const part = givenPart ?? partWithin ?? '';
  return {
    title: normalised(title),
    subtitle: normalised(subtitle.join(' ')),
    part: /^\D{0,10}?(\d{1,4})\b/u.exec(part)?.[1] ?? normalised(part),
  };
}

/** The id of the work that a first edition with these keys founds: the same wherever and whenever it is imported. */
export function workIdOf(keys: readonly string[], recordId: string): string {
  const digest = createHash('sha256')
    .update(keys[0] ?? `record|${recordId}`)
    .digest();
  return `w${BigInt(`0x${digest.subarray(0, 10).toString('hex')}`).toString(36)}`;
}

/** Roles whose bearer makes a work what it is, where there is no main entry. */
const makers: ReadonlySet<Contributor['role']> = new Set(['author', 'composer', 'director']);

function makerOf({ contributors }: Edition): string | undefined {
  const main = contributors.find((one) => one.main) ?? contributors.find((one) => makers.has(one.role));
  const name = main && normalised(main.name);
  return name ? `${main.kind === 'person' ? '' : `${main.kind} `}${name}` : undefined;
}

/** Kinds of works that share titles with each other though nobody is named: a film, a game and a magazine "Muumi". */
function nameless({ format }: Edition): string {
  if (['dvd', 'bluray', 'video'].includes(format)) return '-film';
  if (['cd', 'vinyl', 'recording', 'score'].includes(format)) return '-music';
  if (['game', 'boardgame'].includes(format)) return '-game';
  if (['magazine', 'newspaper'].includes(format)) return '-serial';
  return '-';
}

function distinguishing({ year, publisher, format }: Edition, { subtitle }: TitleParts): string[] {
  const serial = format === 'magazine' || format === 'newspaper';
  return [subtitle, normalised(publisher ?? ''), serial ? '' : String(year ?? '')];
}

/** Titles that a maker gives to many works, or others to a selection of them. */
const collective =
  /^(?:(?:kootut|valitut|valikoima|suomenkieliset|uudet) )?(?:teokset|runot|runoja|novellit|novelleja|kertomukset|kertomuksia|näytelmät|näytelmiä|laulut|lauluja|esseet|kirjeet|proosa|sadut|satuja|collected works|selected works|works|poems|selected poems|collected poems|short stories|plays|essays|letters|stories|samlade (?:skrifter|verk|dikter)|valda (?:skrifter|verk|dikter)|dikter|noveller|berättelser|skrifter|brev|greatest hits|the best of|best of|vuosikertomus|toimintakertomus|årsbok|yearbook|annual report)$/u;

const isCollective = (title: string) => collective.test(title);

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
