import type { Contributor, Edition, Format } from '../schema.ts';
import { citedFirst, fullTitle, makers, personName } from './people.ts';
import { webLanguage } from './web-language.ts';

/** BibTeX in UTF-8. What has a meaning to TeX is escaped; titles keep their capitals. */
export function toBibtex(id: string, edition: Edition, url: string): string {
  const series = edition.series[0];
  const fields: [string, string | undefined][] = [
    ['author', names(citedFirst(edition))],
    ['editor', names(makers(edition, 'editor'))],
    ['translator', names(makers(edition, 'translator'))],
    ['title', `{${escapeTex(fullTitle(edition))}}`],
    ['series', series && escapeTex(series.name)],
    ['number', series?.number && escapeTex(series.number)],
    ['edition', edition.statement && escapeTex(edition.statement)],
    ['address', edition.place && escapeTex(edition.place)],
    ['publisher', edition.publisher && escapeTex(edition.publisher)],
    ['year', edition.year?.toString()],
    ['isbn', edition.isbns[0]],
    ['issn', edition.issns[0]],
    ['language', edition.languages[0] && webLanguage(edition.languages[0])],
    ['url', url.replace(/[{}\\\s]/g, encodeURIComponent)],
  ];
  const written = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}}`] : []));
  return `@${types[edition.format] ?? 'misc'}{${id.replace(/[^A-Za-z0-9_.:-]/g, '-')},\n${written.join(',\n')}\n}\n`;
}

const types: Partial<Record<Format, string>> = {
  book: 'book', ebook: 'book', audiobook: 'book', eaudiobook: 'book', article: 'article', manuscript: 'unpublished', score: 'book',
}; // prettier-ignore

const names = (people: readonly Contributor[]) => people.map(nameOf).join(' and ');

/** In braces what must not be taken apart: names of organisations, and names in which there is an "and". */
function nameOf(contributor: Contributor): string {
  const name = escapeTex(contributor.name);
  return personName(contributor) && !/\band\b/i.test(name) ? name : `{${name}}`;
}

const escapes: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}', '~': '\\textasciitilde{}', '^': '\\textasciicircum{}',
}; // prettier-ignore

const escapeTex = (text: string) =>
  text.replace(/\s+/g, ' ').replace(/[\\~^{}$&%#_]/g, (character) => escapes[character] ?? `\\${character}`);
