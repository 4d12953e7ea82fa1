import type { Locale } from '../../config/locales.ts';
import type { ListText } from './schema.ts';

/** A word that somebody typed: it is found by any of these, or by all of its pieces. */
export interface TypedWord {
  readonly any: readonly string[];
  readonly pieces: readonly TypedWord[];
}

/** The language of lists: what a text is found by, in whatever form a word of it is typed. */
export interface ListWords {
  /** Lists whose words were made by another version are read anew. */
  readonly version: string;
  of(text: string, language: Locale | 'name'): readonly string[];
  typed(text: string): readonly TypedWord[];
}

/** What a list is found by: its title, its description, and the name it is gathered under. */
export const foundBy = (words: ListWords, { title, description, byline, language }: ListText) => ({
  words: [...new Set([...words.of(`${title} ${description}`, language), ...words.of(byline, 'name')])],
  wordsBy: words.version,
});
