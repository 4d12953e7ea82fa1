import type { Contributor, Edition, Format } from '../schema.ts';
import { authors, fullTitle, makers, personName } from './people.ts';
import { webLanguage } from './web-language.ts';

/** An item of CSL-JSON (https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html), from which programs cite. */
export function cslItem(id: string, edition: Edition, url: string) {
  const series = edition.series[0];
  const names = (people: readonly Contributor[]) =>
    people.length > 0 ? people.map((one) => personName(one) ?? { literal: one.name }) : undefined;
  return {
    id,
    type: types[edition.format] ?? 'document',
    title: fullTitle(edition),
    'original-title': edition.originalTitle,
    author: names(authors(edition)),
    editor: names(makers(edition, 'editor')),
    translator: names(makers(edition, 'translator')),
    illustrator: names(makers(edition, 'illustrator')),
    director: names(makers(edition, 'director')),
    issued: edition.year ? { 'date-parts': [[edition.year]] } : undefined,
    publisher: edition.publisher,
    'publisher-place': edition.place,
    edition: edition.statement,
    'collection-title': series?.name,
    'collection-number': series?.number,
    ISBN: edition.isbns[0],
    ISSN: edition.issns[0],
    language: edition.languages[0] && webLanguage(edition.languages[0]),
    abstract: edition.description,
    URL: url,
  };
}

const types: Partial<Record<Format, string>> = {
  book: 'book', ebook: 'book', audiobook: 'book', eaudiobook: 'book', magazine: 'periodical', newspaper: 'periodical',
  article: 'article-magazine', dvd: 'motion_picture', bluray: 'motion_picture', video: 'motion_picture', cd: 'song',
  vinyl: 'song', recording: 'song', score: 'musical_score', game: 'software', map: 'map', image: 'graphic', online: 'webpage',
  manuscript: 'manuscript',
}; // prettier-ignore
