import type { Locale } from '../../../config/locales.ts';

/** Fields a reader may name before a colon. */
export const searchFields = [
  'author',
  'title',
  'subject',
  'series',
  'publisher',
  'genre',
  'tag',
  'isbn',
  'shelfMark',
] as const;
export type SearchField = (typeof searchFields)[number];

/**
 * What readers write for each field, in all languages of the interface, whichever they read it in; the first name is the one
 * help shows. Small letters; å ä ö may be typed as a a o.
 */
export const fieldNames: Readonly<Record<SearchField, Readonly<Record<Locale, readonly [string, ...string[]]>>>> = {
  author: {
    fi: ['tekijä', 'kirjailija', 'kirjoittaja'],
    sv: ['författare', 'upphovsman'],
    en: ['author', 'creator'],
  },
  title: { fi: ['nimeke', 'otsikko'], sv: ['titel'], en: ['title'] },
  subject: { fi: ['aihe', 'asiasana'], sv: ['ämne', 'ämnesord'], en: ['subject', 'topic'] },
  series: { fi: ['sarja'], sv: ['serie'], en: ['series'] },
  publisher: { fi: ['kustantaja', 'julkaisija'], sv: ['förlag', 'utgivare'], en: ['publisher'] },
  genre: { fi: ['genre', 'lajityyppi'], sv: ['genre'], en: ['genre'] },
  tag: { fi: ['avainsana', 'tagi'], sv: ['tagg'], en: ['tag'] },
  isbn: { fi: ['isbn'], sv: ['isbn'], en: ['isbn'] },
  shelfMark: { fi: ['luokka', 'hyllypaikka'], sv: ['signum', 'hylla'], en: ['shelfmark'] },
};

/** Words that join or bar, in capitals only. */
export const booleanWords = {
  and: ['AND', 'JA', 'OCH'],
  or: ['OR', 'TAI', 'ELLER'],
  not: ['NOT', 'EI', 'INTE'],
} as const;
