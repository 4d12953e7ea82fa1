import { LRUCache } from 'lru-cache';
import { openVoikko } from './voikko.ts';
import {
  analysedLanguages,
  createTokeniser,
  isInitials,
  type AnalysedLanguage,
  type WordTokens,
} from './word-tokens.ts';
import { readWords, type Word } from './words.ts';

/** Raised with every change of what is encoded; an index made by another version is refused. */
const revision = 2;

/**
 * A text as tokens, one field each: words parted by a space, a word's alternatives by `|`. `exact` and `lemma` have a token
 * for every word, so that phrases hold; `parts` and `loose` only for words that have any.
 */
export type EncodedText = Readonly<Record<keyof WordTokens, string>>;

/** A word a reader typed: `exact` is asked of the field exact, `lemma` of lemma and parts, `loose` of loose. */
export interface AskedWord extends WordTokens {
  readonly text: string;
  /** The pieces of a hyphenated word or of initials, which a text may have as words of their own: all must be there. */
  readonly pieces: readonly AskedWord[];
  /** What means the same by staff's word (synonyms.ts): each of one word, or of several that must all be there. */
  readonly synonyms?: readonly (readonly AskedWord[])[];
}

export interface EncodedQuery {
  readonly words: readonly AskedWord[];
  /** All words' alternatives, for phrases. */
  readonly exact: string;
  readonly lemma: string;
}

/**
 * The language analysis, the same at indexing and at search: the application sends the engine words it has already taken
 * apart. For one thread: each thread makes its own.
 */
export interface Analysis {
  /** Kept in the index's `_meta`; an index made by another version is refused. */
  readonly version: string;
  readonly morphology: 'voikko' | 'snowball';
  /** Why Finnish words are cut by rules only, as a sentence for operators. */
  readonly reason?: string | undefined;
  /**
   * Encodes a text of these languages (ISO 639-2/B codes): where none is told, of Finnish, Swedish or English; of others
   * the words as they stand. Names of persons and places stand in their base form: 'name'. Of a text over 2,000 words the rest
   * is left out.
   */
  encode(text: string, languages: readonly string[] | 'name'): EncodedText;
  /** Encodes what a reader typed, whose language is not known: 32 words at most, of the first 2,000 characters. */
  encodeQuery(text: string): EncodedQuery;
}

const mostWordsOfText = 2_000;
const mostWordsOfQuery = 32;
const longestQuery = 2_000;
const mostPieces = 4;
/** The words of a catalogue of half a million works that come more than once; some 40 MB. */
const wordsRemembered = 100_000;
/** Subjects, names and publishers come again and again: short texts are remembered whole; some 10 MB. */
const textsRemembered = 20_000;
const longestRemembered = 80;

export function createAnalysis({ voikko, reason }: ReturnType<typeof openVoikko> = openVoikko()): Analysis {
  const tokeniser = createTokeniser(voikko);
  const heldWords = new LRUCache<string, EncodedText>({ max: wordsRemembered });
  const heldTexts = new LRUCache<string, EncodedText>({ max: textsRemembered });
  const askedWords = new LRUCache<string, AskedWord>({ max: wordsRemembered / 10 });

  function held(word: Word, languages: readonly AnalysedLanguage[] | 'name', key: string): EncodedText {
    const make = () => joined(languages === 'name' ? tokeniser.heldOfName(word) : tokeniser.held(word, languages));
    return isPlain(word) ? remembered(heldWords, `${key}${word.text}`, make) : make();
  }

  function encodeWords(text: string, languages: readonly AnalysedLanguage[] | 'name', key: string): EncodedText {
    const streams = { exact: [] as string[], lemma: [] as string[], parts: [] as string[], loose: [] as string[] };
    for (const word of readWords(text, { most: mostWordsOfText })) {
      const { exact, lemma, parts, loose } = held(word, languages, key);
      streams.exact.push(exact);
      streams.lemma.push(lemma);
      if (parts) streams.parts.push(parts);
      if (loose) streams.loose.push(loose);
    }
    const { exact, lemma, parts, loose } = streams;
    return { exact: exact.join(' '), lemma: lemma.join(' '), parts: parts.join(' '), loose: loose.join(' ') };
  }

  function asked(word: Word): AskedWord {
    const make = (): AskedWord => ({
      text: word.text,
      ...tokeniser.asked(word),
      pieces: word.pieces.slice(0, mostPieces).map((text) => asked({ text, start: 0, end: 0, pieces: [] })),
    });
    return isPlain(word) ? remembered(askedWords, word.text, make) : make();
  }

  return {
    version: `${revision}-${voikko ? `voikko-${voikko.version}` : 'snowball'}`,
    morphology: voikko ? 'voikko' : 'snowball',
    reason,
    encode(text, languages) {
      const chosen = languages === 'name' ? languages : analysed(languages);
      const key = chosen === 'name' ? 'name ' : `${chosen.join()} `;
      const make = () => encodeWords(text, chosen, key);
      return text.length > longestRemembered ? make() : remembered(heldTexts, `${key}${text}`, make);
    },
    encodeQuery(text) {
      const words = readWords(text.slice(0, longestQuery), { most: mostWordsOfQuery }).map(asked);
      return {
        words,
        exact: words.map(({ exact }) => exact.join('|')).join(' '),
        lemma: words.map(({ lemma }) => lemma.join('|')).join(' '),
      };
    },
  };
}

/** Where no language is told, or none that says anything, the text may be of any of ours. */
function analysed(languages: readonly string[]): readonly AnalysedLanguage[] {
  const told = languages.filter((language) => !untold.has(language));
  return told.length === 0 ? analysedLanguages : analysedLanguages.filter((language) => told.includes(language));
}

const untold = new Set(['', 'und', 'mul', 'zxx']);

/** Whether the letters of a word are all there is to it. */
const isPlain = ({ text, pieces, value }: Word) => value === undefined && !isInitials(text, pieces);

const joined = ({ exact, lemma, parts, loose }: WordTokens): EncodedText => ({
  exact: exact.join('|'),
  lemma: lemma.join('|'),
  parts: parts.join('|'),
  loose: loose.join('|'),
});

function remembered<T extends object>(cache: LRUCache<string, T>, key: string, make: () => T): T {
  const known = cache.get(key);
  if (known) return known;
  const made = make();
  cache.set(key, made);
  return made;
}
