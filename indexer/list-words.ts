import { marcLanguage } from '../config/locales.ts';
import type { ListWords, TypedWord } from '../domain/lists/words.ts';
import type { Analysis, AskedWord } from './analysis/analysis.ts';
import { guess } from './texts.ts';

/** The words of lists, taken apart as those of works are: base forms, parts of compounds, and guesses, marked as such. */
export function listWords(analysis: Analysis): ListWords {
  return {
    version: analysis.version,
    of(text, language) {
      const { exact, lemma, parts, loose } = analysis.encode(text, language === 'name' ? language : [marcLanguage[language]]); // prettier-ignore
      const words = [exact, lemma, parts].flatMap(split);
      return [...new Set([...words, ...split(loose).map((one) => `${guess}${one}`)])];
    },
    typed: (text) => analysis.encodeQuery(text).words.map(typedWord),
  };
}

const split = (encoded: string) => encoded.split(/[ |]/).filter(Boolean);

const typedWord = ({ exact, lemma, loose, pieces }: AskedWord): TypedWord => ({
  any: [...new Set([...exact, ...lemma, ...loose.map((one) => `${guess}${one}`)])],
  pieces: pieces.map(typedWord),
});
