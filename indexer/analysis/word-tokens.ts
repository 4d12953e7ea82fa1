import stemmers from 'snowball-stemmers';
import { finnishAnalysis, type FinnishWord } from './finnish.ts';
import { fold, foldPlain, spelledOut } from './fold.ts';
import { dottedGuesses } from './missing-dots.ts';
import type { Voikko } from './voikko.ts';
import type { Word } from './words.ts';

/**
 * Alternatives of one word, surest first: the word as it stands (folded); its base forms; what it is joined of; and what it
 * may be: stems of unknown words, å ä ö typed as a a o, the value of numerals. Base forms of Swedish and English are
 * stems that begin with `s:` and `e:`, so that Finnish "kissa" never meets English "kiss".
 */
export interface WordTokens {
  readonly exact: readonly string[];
  readonly lemma: readonly string[];
  readonly parts: readonly string[];
  readonly loose: readonly string[];
}

export const analysedLanguages = ['fin', 'swe', 'eng'] as const;
export type AnalysedLanguage = (typeof analysedLanguages)[number];

export interface Tokeniser {
  /** What the index holds of a word of a text in these languages (none: another language). */
  held(word: Word, languages: readonly AnalysedLanguage[]): WordTokens;
  /** What the index holds of a word of a name, which stands in its base form in any language. */
  heldOfName(word: Word): WordTokens;
  /** What is asked of the index for a word a reader typed, in any language. `lemma` is asked of the parts as well. */
  asked(word: Word): WordTokens;
}

export function createTokeniser(voikko: Voikko | undefined): Tokeniser {
  const finnish = finnishAnalysis(voikko);
  const stemmerOf = { swe: stemmers.newStemmer('swedish'), eng: stemmers.newStemmer('english') };
  const stem = (language: 'swe' | 'eng', folded: string) => `${language[0]}:${stemmerOf[language].stem(folded)}`;
  /** The dictionary has few foreign letters: "cafén" is asked for as it stands, then as "cafen". */
  const finnishOf = (text: string): FinnishWord => {
    const found = finnish(text);
    return found.known || fold(text) === text ? found : finnish(fold(text));
  };

  function held({ text, pieces, value }: Word, languages: readonly AnalysedLanguage[]): WordTokens {
    const exact = fold(text);
    const lemma: string[] = [];
    const joinedOf = isInitials(text, pieces) ? pieces : pieces.filter((piece) => piece.length > 1); // no s of "cat's"
    const parts = joinedOf.map(fold);
    const loose = [...valueToken(value), ...spelledOut(text), ...beginnings(text, pieces)];
    if (languages.includes('fin')) {
      const finnishWord = finnishOf(text);
      lemma.push(...finnishWord.lemmas.map(fold));
      parts.push(...finnishWord.parts.map(fold));
      if (!finnishWord.known) loose.push(fold(finnishWord.stem));
    } else {
      lemma.push(exact, exact.replaceAll('-', ''));
    }
    for (const language of languages) {
      if (language === 'fin') continue;
      lemma.push(exact, stem(language, exact));
      parts.push(...joinedOf.map((piece) => stem(language, fold(piece))));
    }
    return tokens({ exact: [exact], lemma, parts, loose: [...loose, ...plainOf([exact, ...lemma])] });
  }

  function heldOfName(word: Word): WordTokens {
    const { exact, lemma, parts, loose } = held(word, []);
    return tokens({ exact, lemma, parts, loose: [...loose, fold(finnish(word.text).stem)] });
  }

  function asked({ text, pieces, value }: Word): WordTokens {
    const exact = fold(text);
    const { lemmas, stem: finnishStem } = finnishOf(text);
    const swedish = stem('swe', exact);
    const lemma = [...lemmas.map(fold), exact, swedish, stem('eng', exact)];
    const undotted = foldPlain(exact) === exact ? [exact, swedish, ...meantWithDots(exact)] : [];
    const loose = [fold(finnishStem), ...valueToken(value), ...undotted, ...spelledOut(text)];
    return tokens({ exact: [exact], lemma, parts: pieces.map(fold), loose });
  }

  /** Base forms of Finnish words this may stand for, themselves without dots: "pohjantahden" → "pohjantahti". */
  function meantWithDots(folded: string): string[] {
    const isKnown = (word: string) => (voikko?.analyse(word).length ?? 0) > 0;
    if (isKnown(folded)) return [];
    return dottedGuesses(folded)
      .filter(isKnown)
      .flatMap((word) => finnish(word).lemmas.map(foldPlain));
  }

  return { held, heldOfName, asked };
}

const valueToken = (value: number | undefined) => (value === undefined ? [] : [`#${value}`]);

/** "J. R. R." is also found by "J." and "J. R."; initials are the one word whose pieces are letters without a joint. */
function beginnings(text: string, pieces: readonly string[]): string[] {
  return isInitials(text, pieces) ? pieces.map((_letter, index) => fold(text.slice(0, index + 1))) : [];
}

export const isInitials = (text: string, pieces: readonly string[]) => pieces.length > 1 && !/[-']/.test(text);

/** Those with å ä ö, without them. */
const plainOf = (all: readonly string[]) => all.map(foldPlain).filter((plain, index) => plain !== all[index]);

const tokens = (found: { [S in keyof WordTokens]: string[] | readonly string[] }): WordTokens => ({
  exact: distinct(found.exact),
  lemma: distinct(found.lemma),
  parts: distinct(found.parts).filter((part) => !found.lemma.includes(part)),
  loose: distinct(found.loose),
});

const distinct = (all: readonly string[]) => [...new Set(all)].filter(Boolean);
