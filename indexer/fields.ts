import type { SearchQuery } from '../domain/discovery/schema.ts';
import type { EncodedText } from './analysis/analysis.ts';
import type { SearchField } from './search/language/field-names.ts';

/**
 * Relevance as tables: mapping, document and query read them, so that a weight stands in one place.
 *
 * A text field of a work counts `boost`; it is searched for the scopes and field names of `in`, and by words anywhere
 * unless a scope is chosen. Of all its values together the first `longest` characters are read.
 */
export const textFields = [
  { name: 'title', boost: 10, in: ['title'], longest: 4_000 },
  { name: 'otherTitle', boost: 6, in: ['title'], longest: 4_000 },
  { name: 'author', boost: 8, in: ['author'], longest: 2_000 },
  { name: 'contributor', boost: 3, in: ['author'], longest: 4_000 },
  { name: 'subject', boost: 4, in: ['subject'], longest: 4_000 },
  { name: 'genre', boost: 2, in: ['subject', 'genre'], longest: 1_000 },
  { name: 'series', boost: 4, in: ['series'], longest: 1_000 },
  { name: 'description', boost: 1, in: [], longest: 8_000 },
  { name: 'publisher', boost: 0.5, in: ['publisher'], longest: 1_000 },
] as const satisfies readonly { name: string; boost: number; in: readonly Scope[]; longest: number }[];
export type TextField = (typeof textFields)[number]['name'];

/** Where words are looked for. */
export type Scope = SearchQuery['in'] | SearchField;

/**
 * The forms each field is indexed in, a field each (`title_lemma`), and what a word counts that is found in that form. `asked`
 * is what of a typed word is looked for in it.
 */
export const forms = [
  { name: 'exact', weight: 1, asked: 'exact' },
  { name: 'lemma', weight: 0.6, asked: 'lemma' },
  { name: 'parts', weight: 0.3, asked: 'lemma' },
  { name: 'loose', weight: 0.15, asked: 'loose' },
] as const satisfies readonly { name: keyof EncodedText; weight: number; asked: keyof EncodedText }[];
export type Form = (typeof forms)[number]['name'];

export const formField = <F extends TextField, M extends Form>(field: F, form: M) => `${field}_${form}` as const;
export type FormField = ReturnType<typeof formField<TextField, Form>>;

/** What else makes a work go first. */
export const closeness = {
  /** Of a word found in several fields the best counts whole, the others this much. */
  otherFields: 0.1,
  /** A title is just what was typed: as it stands, or in other forms of the same words; "Sinuhe" of "Sinuhe : romaani" too. */
  wholeTitle: { exact: 40, lemma: 20, loose: 10 },
  /** All words stand beside each other, with at most so many words between. */
  together: [
    { field: 'title', form: 'exact', boost: 4, slop: 1 },
    { field: 'title', form: 'lemma', boost: 2, slop: 1 },
    { field: 'author', form: 'exact', boost: 3, slop: 2 },
    { field: 'series', form: 'lemma', boost: 1, slop: 1 },
  ],
  /** A misspelt word counts this much of the word meant. */
  typo: 0.3,
  /** What a number on the cover or a shelf mark counts. */
  code: 100,
  /** A work borrowed a thousand times weighs 1 + 3 × this more than one never borrowed. */
  loans: 0.08,
} as const satisfies {
  together: readonly { field: TextField; form: 'exact' | 'lemma'; boost: number; slop: number }[];
  [name: string]: unknown;
};

/** Engine fields of a form searched for a scope, with their boosts as the engine writes them (`title_exact^10`). */
export function boostedFields(scope: Scope, { name, weight }: (typeof forms)[number]): string[] {
  return textFields
    .filter((field) => scope === 'all' || field.in.some((one) => one === scope))
    .map((field) => `${formField(field.name, name)}^${Number((field.boost * weight).toFixed(3))}`);
}
