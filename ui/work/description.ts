import type { Locale } from '../../config/locales.ts';
import type { Format } from '../../domain/catalogue/schema.ts';
import type { Availability, EditionDetail, WorkDetail } from '../../domain/discovery/schema.ts';
import { branchName, facetLabel, languageTag } from '../labels.ts';
import { displayName } from '../names.ts';
import { workAddress } from '../search/work-address.ts';
import { readerOf } from '../messages/messages.ts';

/** One sentence about a work, for search engines and link previews. */
export function workDescription(work: WorkDetail, locale: Locale): string {
  const { t } = readerOf(locale);
  if (work.description)
    return work.description.length > 200 ? `${work.description.slice(0, 199).trimEnd()}…` : work.description;
  const formats = work.formats.map((format) => facetLabel('format', format, locale)).join(', ');
  const authors = work.authors.map(displayName).join(', ');
  return t(authors === '' ? 'work.summaryUnknown' : 'work.summary', { title: work.title, authors, formats });
}

/**
 * The work in schema.org terms (https://schema.org/CreativeWork), its editions as `workExample`, and an offer of each branch
 * that has copies: lent for nothing, in stock where one stands on the shelf; and what readers give it.
 */
export function workJsonLd(work: WorkDetail, publicUrl: string, locale: Locale, voices?: Voices): object {
  const url = workAddress(work.id, { base: publicUrl });
  return {
    '@context': 'https://schema.org',
    '@type': typeOf(work.formats[0]),
    '@id': url,
    url,
    name: work.title,
    ...(work.authors.length > 0 && {
      author: work.authors.map((name) => ({ '@type': 'Person', name: displayName(name) })),
    }),
    ...(work.languages.length > 0 && { inLanguage: work.languages.map(languageTag) }),
    ...(work.yearFrom !== undefined && { datePublished: String(work.yearFrom) }),
    ...(work.description !== undefined && { description: work.description }),
    ...(work.subjects.length > 0 && { about: work.subjects.map(({ label }) => label) }),
    ...(work.genres.length > 0 && { genre: work.genres.map(({ label }) => label) }),
    ...(voices?.rating.average !== undefined && {
      aggregateRating: {
        '@type': 'AggregateRating',
        ratingValue: Number(voices.rating.average.toFixed(2)),
        bestRating: 5,
        worstRating: 1,
        ratingCount: voices.rating.count,
        ...(voices.total > 0 && { reviewCount: voices.total }),
      },
    }),
    workExample: work.editions.map(editionJsonLd),
    ...(work.availability.branches.length > 0 && {
      offers: work.availability.branches.map((one) => offerJsonLd(one, locale)),
    }),
  };
}

interface Voices {
  readonly rating: { readonly average?: number | undefined; readonly count: number };
  /** Reviews. */
  readonly total: number;
}

function offerJsonLd({ branch, available }: Availability['branches'][number], locale: Locale): object {
  return {
    '@type': 'Offer',
    businessFunction: 'http://purl.org/goodrelations/v1#LeaseOut',
    price: 0,
    priceCurrency: 'EUR',
    availability: `https://schema.org/${available > 0 ? 'InStock' : 'OutOfStock'}`,
    seller: { '@type': 'Library', name: branchName(branch, locale) },
  };
}

function editionJsonLd(edition: EditionDetail): object {
  const { format, isbns, publisher, year, languages, title } = edition;
  const bookFormat = bookFormats[format];
  return {
    '@type': typeOf(format),
    name: title,
    ...(isbns[0] !== undefined && { isbn: isbns[0] }),
    ...(bookFormat !== undefined && { bookFormat: `https://schema.org/${bookFormat}` }),
    ...(publisher !== undefined && { publisher: { '@type': 'Organization', name: publisher } }),
    ...(year !== undefined && { datePublished: String(year) }),
    ...(languages[0] !== undefined && { inLanguage: languageTag(languages[0]) }),
  };
}

const bookFormats: Partial<Record<Format, string>> = {
  ebook: 'EBook',
  audiobook: 'AudiobookFormat',
  eaudiobook: 'AudiobookFormat',
};

const types: Partial<Record<Format, string>> = {
  book: 'Book', ebook: 'Book', audiobook: 'Audiobook', eaudiobook: 'Audiobook', magazine: 'Periodical', newspaper: 'Newspaper',
  article: 'Article', dvd: 'Movie', bluray: 'Movie', video: 'Movie', cd: 'MusicAlbum', vinyl: 'MusicAlbum',
  score: 'SheetMusic', game: 'VideoGame', boardgame: 'Game', map: 'Map', manuscript: 'Manuscript',
}; // prettier-ignore

const typeOf = (format: Format | undefined): string => (format && types[format]) ?? 'CreativeWork';
