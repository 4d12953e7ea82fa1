import stemmers from 'snowball-stemmers';
import { compoundParts, verbOfParticiple } from './finnish-readings.ts';
import { withoutPerson, writtenForms } from './other-spellings.ts';
import { longestWord, type Voikko, type VoikkoAnalysis } from './voikko.ts';

/** What a Finnish word may be looked up by. All in lower case, å ä ö kept. */
export interface FinnishWord {
  /** Whether the dictionary knows the word; all below is guessed where it does not. */
  readonly known: boolean;
  /**
   * Base forms, of all readings: tietokirjoja → tietokirja, tietokirjo; kirjoittaneen → kirjoittanut, kirjoittaa.
   * Hyphenated ones also joined: linja-autossa → linja-auto, linjaauto. The word itself where nothing is known of it.
   */
  readonly lemmas: readonly string[];
  /** Base forms of what it is joined of: talvisodan → talvi, sota. None where it is no compound. */
  readonly parts: readonly string[];
  /** What the Snowball rules leave of the word where it is unknown, of its first base form otherwise. */
  readonly stem: string;
}

/**
 * Finnish word forms to base forms. Without `voikko` every word is unknown, and only stems tell forms of a word together.
 * The word is given in lower case and NFC, with `'` as apostrophe. Takes some 30 µs, for words unknown up to 2 ms.
 */
export function finnishAnalysis(voikko: Voikko | undefined): (word: string) => FinnishWord {
  const stemmer = stemmers.newStemmer('finnish');
  const stemOnce = (word: string) => stemmer.stem(withLoanPluralMended(word)) || word;
  const stem = (word: string) => {
    const once = stemOnce(word);
    return leftGenitive.test(once) ? stemOnce(once.slice(0, -1)) : once;
  };
  const analyse = (word: string) => voikko?.analyse(word) ?? [];

  return function analyseFinnish(word) {
    if (word.length > longestWord) return { known: false, lemmas: [word], parts: [], stem: word };
    const analyses = analyse(word);
    const known = analyses.length > 0;
    const readings = known ? analyses : voikko ? readUnknown(word, analyse) : [];
    const lemmas = distinct(
      readings.flatMap((reading) => [reading.baseform.toLowerCase(), ...verbOfParticiple(reading)]),
    );
    if (lemmas.length === 0) lemmas.push(withoutSuffix(word));
    const joined = lemmas.filter((lemma) => lemma.includes('-')).map((lemma) => lemma.replaceAll('-', ''));
    const parts = [...readings.flatMap(compoundParts), ...[word, ...lemmas].flatMap(hyphenParts)];
    return {
      known,
      lemmas: distinct([...lemmas, ...joined]),
      parts: distinct(parts).filter((part) => part !== word && !lemmas.includes(part)),
      get stem() {
        return stem(known ? (lemmas[0] ?? word) : withoutSuffix(word)); // seldom asked for at indexing
      },
    };
  };
}

/** By other spellings that the dictionary knows; by its last piece where there are none. */
function readUnknown(word: string, analyse: (word: string) => VoikkoAnalysis[]): VoikkoAnalysis[] {
  const bare = withoutPerson(word);
  const adjectives = bare === undefined ? [] : analyse(bare).filter((reading) => reading.class.endsWith('laatusana'));
  if (adjectives.length > 0) return adjectives;
  const written = writtenForms(word).flatMap(analyse);
  return written.length > 0 ? written : readLastPiece(word, analyse);
}

/**
 * An unknown word may end in one that is known: "bloggaajabrunssilla" is read by "brunssilla", "iPad-sovellus" by
 * "sovellus". The longest such ending counts. Of a few only, since each costs a look into the dictionary.
 */
function readLastPiece(word: string, analyse: (word: string) => VoikkoAnalysis[]): VoikkoAnalysis[] {
  const hyphen = word.lastIndexOf('-') + 1;
  const starts = hyphen > 0 ? [hyphen] : compoundStarts(word);
  for (const start of starts) {
    const before = word.slice(0, start);
    const readings = analyse(word.slice(start)).filter((reading) => inflected.has(reading.class));
    if (readings.length > 0)
      return readings.map((reading) => ({
        ...reading,
        baseform: `${before}${reading.baseform}`,
        wordbases: `+${before}${reading.wordbases}`,
        fstoutput: `${before}[Bc]${reading.fstoutput}`,
      }));
  }
  return [];
}

const inflected = new Set(['nimisana', 'laatusana', 'nimisana_laatusana', 'teonsana', 'lukusana']);

const shortestBefore = 3;
const shortestEnding = 5;
const mostEndings = 10;

function compoundStarts(word: string): number[] {
  const starts: number[] = [];
  const last = word.length - shortestEnding;
  for (let start = Math.max(shortestBefore, last - mostEndings); start <= last; start += 1) starts.push(start);
  return starts;
}

/** Endings after a colon, as abbreviations take them: "H&M:n", "DVD:tä". */
function withoutSuffix(word: string): string {
  return word.replace(/(?<=.):\p{L}{1,5}$/u, '');
}

/** The Snowball rules take the -hin of "Kureishin" for a case they then do not cut. */
const leftGenitive = /\p{L}{3}[aeiouyäö]n$/u;

/**
 * Loan words in -i have -ei- and -ej- in the plural, those in -ia -ioi-, which the Snowball rules leave: "plugeilla" → "plugilla",
 * "etnografioissa" → "etnografiassa".
 */
function withLoanPluralMended(word: string): string {
  const singular = word.replace(/(?<=\p{L}{3}i)oi(?=(?:ss|st|ll|lt)[aä]$|(?:lle|ksi|hin|den)$)/u, 'a');
  return singular.replace(/(?<=\p{L}{2})e(?:i(?=(?:ss|st|ll|lt)[aä]$|(?:lle|ksi|hin|den)$)|j(?=[aä]$|en$))/u, 'i');
}

function hyphenParts(word: string): string[] {
  return word.includes('-') ? word.split('-').filter((part) => part.length > 1) : [];
}

const distinct = <T>(all: readonly T[]): T[] => [...new Set(all)];
