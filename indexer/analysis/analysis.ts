import stemmers from 'snowball-stemmers';
import { LRUCache } from 'lru-cache';

/**
 * The language analysis, the same at indexing and at search: the application sends the engine words it has already
 * taken apart. Each word becomes one token of alternatives joined by `|`, all of which stand at one position, so that
 * phrases and AND keep working: "kissojen kirjat" → "kissojen|kiso kirjat|kirj".
 */
export interface Analysis {
  /** Kept in the index's `_meta`; an index made by another version is refused. */
  readonly version: string;
  /** Encodes a text whose language is known (ISO 639-2/B codes); unknown ones get the word as it stands. */
  encode(text: string, languages: readonly string[]): string;
  /** Encodes what a reader typed, whose language is not known. */
  encodeQuery(text: string): string;
}

/** Longer words are cut: no word of any language comes near, and the stemmers' time grows with length. */
const longestWord = 60;

const algorithms = { fin: 'finnish', swe: 'swedish', eng: 'english' } as const;
type StemmedLanguage = keyof typeof algorithms;

export function createAnalysis(): Analysis {
  const stemmerOf = Object.fromEntries(
    Object.entries(algorithms).map(([language, algorithm]) => [language, stemmers.newStemmer(algorithm)]),
  );
  const stems = new LRUCache<string, string>({ max: 50_000 });

  function stem(word: string, language: StemmedLanguage): string {
    const key = `${language}:${word}`;
    const known = stems.get(key);
    if (known !== undefined) return known;
    const found = stemmerOf[language]?.stem(word) ?? word;
    stems.set(key, found);
    return found;
  }

  const encodeWords = (text: string, languages: readonly StemmedLanguage[]) =>
    wordsOf(text)
      .map((word) => [...new Set([word, ...languages.map((language) => stem(word, language))])].join('|'))
      .join(' ');

  return {
    version: 'snowball-1',
    encode: (text, languages) => encodeWords(text, languages.filter(isStemmed)),
    encodeQuery: (text) => encodeWords(text, Object.keys(algorithms).filter(isStemmed)),
  };
}

/** Words of a text in NFC and lower case; whatever is neither letter, mark nor digit parts them. */
export function wordsOf(text: string): string[] {
  const words =
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words.map((word) => word.slice(0, longestWord));
}

const isStemmed = (language: string): language is StemmedLanguage => Object.hasOwn(algorithms, language);
