import { kinds, places, times, type Kind } from './invent/kinds.ts';
import { inventSeries, inventTitle } from './invent/titles.ts';
import { familyNames, foreignFamilyNames, foreignGivenNames, givenNames, adjectives, towns } from './invent/words.ts';
import type { Agent, DemoEdition, DemoWork, Format } from './parse.ts';
import { seededRandom } from './random.ts';

type Random = () => number;

const totalShare = kinds.reduce((sum, { share }) => sum + share, 0);
const thisYear = 2026;

/** A work that does not exist but could: number `ordinal` (from 0) of an endless list, the same at every run. */
export function inventWork(ordinal: number): DemoWork {
  const random = seededRandom(Math.imul(ordinal + 1, 0x9e3779b1));
  const kind = pickKind(random() * totalShare);
  const language = originalLanguage(kind, random());
  const year = thisYear - Math.floor(random() ** 2.4 * 76);
  const authorNumber = Math.floor(random() * (ordinal / 3 + 60));
  const author: Agent = {
    name: personName(authorNumber, language === 'fin' || language === 'swe'),
    role: kind.role ?? 'author',
    group: false,
  };
  const named = (tongue: string) => withSubtitle(inventTitle(tongue, ordinal, random()), tongue, kind, random);
  const title = named(language);
  const work: Omit<DemoWork, 'editions'> = {
    language,
    title,
    authors: kind.format === 'magazine' ? [] : [author],
    year,
    class: pick(kind.classes, random()),
    age: kind.age,
    genres: [pick(kind.genres, random())],
    subjects: pickSubjects(kind, random),
    series: random() < 0.14 && !kind.format ? [series(authorNumber, random)] : [],
    description: random() < 0.55 ? describe(random) : undefined,
    popularity: popularity(random()),
    origin: `invented:${ordinal}`,
  };
  const finnishTitle = language === 'fin' ? title : named('fin');
  return { ...work, editions: inventEditions({ work, kind, finnishTitle, random }) };
}

function pickKind(at: number): Kind {
  let passed = 0;
  for (const kind of kinds) if ((passed += kind.share) > at) return kind;
  return kinds[0] ?? noKind();
}

function noKind(): never {
  throw new Error('there is no kind of work');
}

/** Half of what is read was written in Finnish; games and magazines are Finnish here. */
function originalLanguage(kind: Kind, chance: number): string {
  if (kind.format && !['dvd', 'cd', 'vinyl'].includes(kind.format)) return 'fin';
  const shares = [['fin', 0.52], ['eng', 0.77], ['swe', 0.88], ['ger', 0.92], ['fre', 0.96], ['rus', 0.98], ['est', 1]] as const; // prettier-ignore
  return shares.find(([, until]) => chance < until)?.[0] ?? 'fin';
}

/** Every number is another person, until the initials are used up. */
function personName(number: number, finnish: boolean): string {
  const given = finnish ? givenNames : foreignGivenNames;
  const family = finnish ? familyNames : foreignFamilyNames;
  const all = given.length * family.length;
  const at = ((number % all) * 2_654_435_761) % all;
  const initial = Math.floor(number / all);
  const middle = initial === 0 ? '' : ` ${String.fromCharCode(64 + (initial % 26 || 26))}.`;
  return `${family[Math.floor(at / given.length)]}, ${given[at % given.length]}${middle}`;
}

function withSubtitle(title: string, language: string, { subtitles }: Kind, random: Random): string {
  return subtitles && language === 'fin' && !title.includes(' : ') && random() < 0.7
    ? `${title} : ${pick(subtitles, random())}`
    : title;
}

function pickSubjects(kind: Kind, random: Random): string[] {
  const chosen = new Set<string>();
  for (let count = 2 + Math.floor(random() * 4); count > 0; count--) chosen.add(pick(kind.subjects, random() ** 1.7));
  if (random() < 0.4) chosen.add(pick(places, random() ** 1.5));
  if (random() < 0.18) chosen.add(pick(times, random()));
  return [...chosen];
}

const series = (authorNumber: number, random: Random) => ({
  name: inventSeries(authorNumber),
  number: String(1 + Math.floor(random() * 9)),
});

const popularity = (chance: number): number => (chance < 0.87 ? 0 : chance < 0.96 ? 1 : chance < 0.993 ? 2 : 3);

function describe(random: Random): string {
  const a = pick(adjectives, random());
  const b = pick(adjectives, random());
  const town = pick(towns, random());
  return pick(
    [
      `Kertomus, jonka ${a} alku ${town} vie yllättävään loppuun. Mukana on ${b} salaisuus.`,
      `Eletään vuosia, jolloin kaikki oli vielä mahdollista. ${town} asuva perhe saa kirjeen, ja ${a} arki muuttuu.`,
      `Selkeä ja ${a} esitys aiheesta, josta moni luulee tietävänsä kaiken.`,
      `${town} tapahtuu jotakin, mistä kukaan ei puhu. Vasta ${a} kesä tuo totuuden esiin, ja siitä alkaa ${b} vuosi.`,
    ],
    random(),
  );
}

interface Invention {
  readonly work: Omit<DemoWork, 'editions'>;
  readonly kind: Kind;
  readonly finnishTitle: string;
  readonly random: Random;
}

/** One to four editions: the translation or the original, and what else it came out as. */
function inventEditions({ work, kind, finnishTitle, random }: Invention): DemoEdition[] {
  const first = work.year ?? thisYear;
  const publisher = pick(kind.publishers, random());
  const edition = (language: string, format: Format, year: number): DemoEdition => ({
    language,
    format,
    title: language === 'fin' ? finnishTitle : work.title,
    year: Math.min(thisYear, year),
    publisher: language === 'fin' ? publisher : undefined,
    isbns: format === 'book' && year > 1970 ? [isbn(random)] : [],
    extent: format === 'book' ? `${32 + Math.floor(random() * 480)} sivua` : undefined,
    agents: language === 'fin' && work.language !== 'fin' ? [translator(random)] : [],
  });
  if (kind.format) return [edition(work.language, kind.format, first)];
  const translated = work.language !== 'fin';
  const editions: DemoEdition[] = [];
  const year = translated ? first + Math.floor(random() * 5) : first;
  if (!translated || random() < 0.75) editions.push(edition('fin', 'book', year));
  if (translated && (editions.length === 0 || random() < 0.3)) editions.push(edition(work.language, 'book', first));
  const language = editions[0]?.language ?? 'fin';
  if (random() < 0.22) editions.push(edition(language, 'eaudiobook', Math.max(2012, year)));
  if (random() < 0.22) editions.push(edition(language, 'ebook', Math.max(2010, year)));
  if (random() < 0.06) editions.push(edition(language, 'audiobook', Math.max(2000, year)));
  if (random() < 0.09) editions.push(edition(language, 'book', year + 3 + Math.floor(random() * 20)));
  return editions.slice(0, 4);
}

const translator = (random: Random): Agent => ({
  name: personName(Math.floor(random() ** 2 * 900), true),
  role: 'translator',
  group: false,
});

/** Well-formed, in the range 979-9 that belongs to no country. */
function isbn(random: Random): string {
  const digits = `9799${String(Math.floor(random() * 1e8)).padStart(8, '0')}`;
  let sum = 0;
  for (let at = 0; at < 12; at++) sum += Number(digits[at]) * (at % 2 === 0 ? 1 : 3);
  return `${digits}${(10 - (sum % 10)) % 10}`;
}

function pick<T>(from: readonly T[], chance: number): T {
  const found = from[Math.floor(chance * from.length)] ?? from[0];
  if (found === undefined) throw new Error('nothing to pick from');
  return found;
}
