import { z } from 'zod';
import { locales } from '../../config/locales.ts';

/** What is suggested while a reader types: shared by the API, the index of suggestions and the search box. */

const suggestionKinds = ['title', 'author', 'subject', 'series'] as const;

export const SuggestQuery = z.strictObject({
  q: z.string().max(1_000).default(''),
  size: z.coerce.number().int().min(1).max(20).default(10),
  /** Subjects are found by what they are called in this language too, where records tell it. Titles and names stand as they are. */
  lang: z.enum(locales).default('fi'),
});
export type SuggestQuery = z.infer<typeof SuggestQuery>;

export const Suggestion = z.object({
  kind: z.enum(suggestionKinds),
  /** As catalogued, which for all but titles is the value of the facet of that name: "Waltari, Mika". */
  text: z.string(),
  /** What readers of the language asked for call a subject, where that is another word: "katter" of "kissat". */
  label: z.string().optional(),
  /** Of titles: the work. */
  workId: z.string().optional(),
  /** Of titles: the main author, as catalogued. */
  author: z.string().optional(),
  /** Number of works it leads to. */
  count: z.int(),
});
export type Suggestion = z.infer<typeof Suggestion>;

/** The likeliest first. */
export const Suggestions = z.object({ items: z.array(Suggestion) });
export type Suggestions = z.infer<typeof Suggestions>;
