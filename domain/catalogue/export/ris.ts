import type { Contributor, Edition, Format } from '../schema.ts';
import { citedFirst, fullTitle, makers } from './people.ts';
import { webLanguage } from './web-language.ts';

/** RIS, as reference managers import it (https://en.wikipedia.org/wiki/RIS_(file_format)). */
export function toRis(id: string, edition: Edition, url: string): string {
  const names = (people: readonly Contributor[]) => people.map(({ name }) => name);
  const lines: [string, readonly (string | undefined)[]][] = [
    ['TY', [types[edition.format] ?? 'GEN']],
    ['ID', [id]],
    ['AU', names(citedFirst(edition))],
    ['A2', names(makers(edition, 'editor'))],
    ['A4', names(makers(edition, 'translator'))],
    ['TI', [fullTitle(edition)]],
    ['T2', edition.series.slice(0, 1).map(({ name, number }) => (number ? `${name} ; ${number}` : name))],
    ['PY', [edition.year?.toString()]],
    ['ET', [edition.statement]],
    ['CY', [edition.place]],
    ['PB', [edition.publisher]],
    ['SN', [...edition.isbns, ...edition.issns]],
    ['LA', edition.languages.slice(0, 1).map(webLanguage)],
    ['KW', [...edition.subjects, ...edition.genres].map(({ label }) => label)],
    ['AB', [edition.description]],
    ['N1', edition.notes],
    ['UR', [url]],
  ];
  const written = lines.flatMap(([tag, given]) =>
    given.flatMap((value) => (value ? [`${tag}  - ${value.replace(/\s+/g, ' ').trim()}`] : [])),
  );
  return [...written, 'ER  - ', ''].join('\r\n');
}

const types: Partial<Record<Format, string>> = {
  book: 'BOOK', ebook: 'EBOOK', audiobook: 'SOUND', eaudiobook: 'SOUND', magazine: 'MGZN', newspaper: 'NEWS', article: 'JOUR',
  dvd: 'VIDEO', bluray: 'VIDEO', video: 'VIDEO', cd: 'SOUND', vinyl: 'SOUND', recording: 'SOUND', score: 'MUSIC', game: 'COMP',
  map: 'MAP', image: 'ART', online: 'ELEC', manuscript: 'UNPB',
}; // prettier-ignore
