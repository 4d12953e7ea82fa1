import type { SearchQuery } from '../domain/discovery/schema.ts';
import type { EncodedText } from './analysis/analysis.ts';
import type { SearchField } from './search/language/field-names.ts';

const all = ['exact', 'lemma', 'parts', 'loose'] as const;
const whole = ['exact', 'lemma', 'loose'] as const;

/**
 * Relevance as tables: mapping, document and query read them, so that a weight stands in one place.
 *
 * A text field of a work counts `boost`; it is searched for the scopes and field names of `in`, and by words anywhere
 * unless a scope is chosen. `forms` are those it is indexed in. A word found anywhere, in whatever form, counts
 * `closeness.found` and what the best of the forms adds that are `weighed`; the engine's work grows with each, and so the
 * lightest are found but not weighed. Of all values of a field together the first `longest` characters are read.
 */
export const textFields = [
  { name: 'title', boost: 10, in: ['title'], forms: all, weighed: all, longest: 4_000 },
  { name: 'otherTitle', boost: 8, in: ['title'], forms: whole, weighed: whole, longest: 4_000 },
  { name: 'author', boost: 8, in: ['author'], forms: all, weighed: whole, longest: 2_000 },
  { name: 'contributor', boost: 3, in: ['author'], forms: whole, weighed: ['lemma'], longest: 4_000 },
  { name: 'subject', boost: 4, in: ['subject'], forms: all, weighed: ['lemma', 'parts', 'loose'], longest: 4_000 },
  { name: 'series', boost: 4, in: ['series'], forms: whole, weighed: ['lemma'], longest: 1_000 },
  { name: 'genre', boost: 2, in: ['subject', 'genre'], forms: whole, weighed: [], longest: 1_000 },
  { name: 'tag', boost: 2, in: ['subject', 'tag'], forms: whole, weighed: [], longest: 2_000 },
  { name: 'description', boost: 1, in: [], forms: ['lemma'], weighed: [], longest: 8_000 },
  { name: 'review', boost: 1, in: [], forms: ['lemma'], weighed: [], longest: 8_000 },
  { name: 'publisher', boost: 1, in: ['publisher'], forms: ['lemma', 'loose'], weighed: [], longest: 1_000 },
] as const satisfies readonly {
  name: string;
  boost: number;
  in: readonly Scope[];
  forms: readonly (keyof EncodedText)[];
  weighed: readonly (keyof EncodedText)[];
  longest: number;
}[];
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

/** Every field of the index that holds words, with its form. */
export const formFields = textFields.flatMap(({ name, forms }) =>
  forms.map((form) => ({ name: formField(name, form), form })),
);

/** What else makes a work go first. */
export const closeness = {
  /** A word that is found, wherever. */
  found: 1,
  /** Of a word found in several fields the best counts whole, the others this much. */
  otherFields: 0.1,
  /** A title is just what was typed: as it stands, or in other forms of the same words; "Sinuhe" of "Sinuhe : romaani" too. */
  wholeTitle: { exact: 40, lemma: 20, loose: 10 },
  /** All words stand beside each other, with at most so many words between. */
  together: [
    { field: 'title', form: 'exact', boost: 4, slop: 1 },
    { field: 'title', form: 'lemma', boost: 2, slop: 1 },
    { field: 'otherTitle', form: 'exact', boost: 3, slop: 1 },
    { field: 'author', form: 'exact', boost: 3, slop: 2 },
  ],
  /** A misspelt word counts this much of the word meant, where it is found as it stands in one of these fields. */
  typo: { weight: 0.3, fields: ['title', 'otherTitle', 'author'] },
  /** What means the same as a word by staff's word counts this much of it. */
  synonym: 0.5,
  /** What a number on the cover or a shelf mark counts. */
  code: 100,
  /** A work borrowed a thousand times weighs 1 + 3 × this more than one never borrowed. */
  loans: 0.08,
  /**
   * A work that readers like a tenth more than any other weighs a tenth of this more, one they like less as much less, and one
   * that nobody has rated as it would without ratings.
   */
  liking: 0.2,
} as const satisfies {
  together: readonly { field: TextField; form: 'exact' | 'lemma'; boost: number; slop: number }[];
  [name: string]: unknown;
};

/** Whether a field is searched for a scope. */
export const isIn = (field: TextField, scope: Scope): boolean =>
  scope === 'all' || (scopesOf.get(field)?.includes(scope) ?? false);

const scopesOf = new Map<TextField, readonly Scope[]>(textFields.map((field) => [field.name, field.in]));

/** Fields of a form searched for a scope, with their boosts as the engine writes them (`title_exact^10`). */
export const boostedFields = (scope: Scope, form: FormOfWord): string[] => boosted(scope, form, 'forms');

/** Those of them in which words are weighed: all, where a scope is chosen. */
export const weighedFields = (scope: Scope, form: FormOfWord): string[] =>
  boosted(scope, form, scope === 'all' ? 'weighed' : 'forms');

type FormOfWord = (typeof forms)[number];

/** Made once for each of the few ways to ask: every word of every search needs several of them. */
function boosted(scope: Scope, { name, weight }: FormOfWord, list: 'forms' | 'weighed'): string[] {
  const key = `${scope} ${name} ${list}`;
  const fields =
    boostedBefore.get(key) ??
    textFields
      .filter((field) => isIn(field.name, scope) && field[list].some((form) => form === name))
      .map((field) => `${formField(field.name, name)}^${Number((field.boost * weight).toFixed(3))}`);
  boostedBefore.set(key, fields);
  return [...fields];
}

const boostedBefore = new Map<string, readonly string[]>();
