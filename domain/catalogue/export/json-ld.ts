import type { Contributor, Edition, Format } from '../schema.ts';
import { authors, fullTitle, makers, personName } from './people.ts';
import { webLanguage } from './web-language.ts';

/** schema.org JSON-LD. "<" is written as an escape, so that it can stand in a `script` element as it is. */
export function toJsonLd(edition: Edition, url: string): string {
  const type = types[edition.format] ?? 'CreativeWork';
  const isBook = type === 'Book' || type === 'Audiobook';
  const thing = {
    '@context': 'https://schema.org',
    '@type': type,
    '@id': url,
    url,
    name: fullTitle(edition),
    alternateName: some(edition.otherTitles),
    author: agents(authors(edition)),
    translator: agents(makers(edition, 'translator')),
    editor: agents(makers(edition, 'editor')),
    director: agents(makers(edition, 'director')),
    actor: agents(makers(edition, 'actor')),
    illustrator: isBook ? agents(makers(edition, 'illustrator')) : undefined,
    readBy: type === 'Audiobook' ? agents(makers(edition, 'narrator')) : undefined,
    inLanguage: some(edition.languages.map(webLanguage)),
    datePublished: edition.year?.toString(),
    publisher: edition.publisher ? { '@type': 'Organization', name: edition.publisher } : undefined,
    bookEdition: isBook ? edition.statement : undefined,
    bookFormat: bookFormats[edition.format],
    isbn: some(edition.isbns),
    issn: some(edition.issns),
    translationOfWork: edition.originalTitle ? { '@type': 'CreativeWork', name: edition.originalTitle } : undefined,
    isPartOf: some(
      edition.series.map(({ name, number }) => ({
        '@type': isBook ? 'BookSeries' : 'CreativeWorkSeries',
        name,
        position: number,
      })),
    ),
    about: some(edition.subjects.map(({ label, uri }) => ({ '@type': 'Thing', name: label, sameAs: uri }))),
    genre: some(edition.genres.map(({ label }) => label)),
    description: edition.description,
  };
  return JSON.stringify(thing).replaceAll('<', '\\u003c');
}

const some = <T>(values: readonly T[]) => (values.length > 0 ? values : undefined);

const agents = (people: readonly Contributor[]) =>
  some(
    people.map((one) => {
      const name = personName(one);
      if (!name) return { '@type': one.kind === 'person' ? 'Person' : 'Organization', name: one.name };
      return {
        '@type': 'Person',
        name: `${name.given} ${name.family}`,
        familyName: name.family,
        givenName: name.given,
      };
    }),
  );

const types: Partial<Record<Format, string>> = {
  book: 'Book', ebook: 'Book', audiobook: 'Audiobook', eaudiobook: 'Audiobook', magazine: 'Periodical', newspaper: 'Newspaper',
  article: 'Article', dvd: 'Movie', bluray: 'Movie', video: 'Movie', cd: 'MusicAlbum', vinyl: 'MusicAlbum',
  recording: 'MusicAlbum', score: 'SheetMusic', game: 'VideoGame', boardgame: 'Game', map: 'Map', image: 'VisualArtwork',
  online: 'WebSite', manuscript: 'Manuscript',
}; // prettier-ignore

const bookFormats: Partial<Record<Format, string>> = {
  ebook: 'https://schema.org/EBook',
  audiobook: 'https://schema.org/AudiobookFormat',
  eaudiobook: 'https://schema.org/AudiobookFormat',
};
