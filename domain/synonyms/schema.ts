import { z } from 'zod';
import { locales } from '../../config/locales.ts';

/** A word, or a few that belong together. */
const Wording = z.string().trim().min(1).max(80).refine((text) => text.split(/\s+/).length <= 4, 'has more than four words'); // prettier-ignore

/**
 * Words that mean the same. Without `also` each of them finds what the others find; with it whoever types one of `words` also
 * finds those of `also`, and not the other way round ("dekkari" finds crime fiction, which is more than that).
 */
export const SynonymGroup = z.strictObject({
  language: z.enum(locales),
  words: z.array(Wording).min(1).max(20),
  also: z.array(Wording).max(20).default([]),
});
export type SynonymGroup = z.infer<typeof SynonymGroup>;

export const SynonymGroups = z.array(SynonymGroup).max(3_000).superRefine((groups, context) => {
  const homes = new Map<string, number>();
  groups.forEach(({ language, words, also }, at) => {
    const refuse = (path: PropertyKey[], message: string) => context.addIssue({ code: 'custom', path: [at, ...path], message });
    if (words.length + also.length < 2) refuse(['words'], 'needs another word that means the same');
    const own = new Set<string>();
    for (const [list, wordings] of [['words', words], ['also', also]] as const)
      wordings.forEach((wording, index) => {
        const key = keyOf(wording);
        if (own.has(key)) refuse([list, index], `stands twice: ${wording}`);
        own.add(key);
        const home = homes.get(`${language} ${key}`);
        if (list === 'words' && home !== undefined && home !== at) refuse([list, index], `stands in group ${home + 1} already: ${wording}`);
        if (list === 'words') homes.set(`${language} ${key}`, at);
      });
  });
}); // prettier-ignore

const keyOf = (wording: string) => wording.toLowerCase().replace(/\s+/g, ' ');

/** All synonyms as they stood when they were saved. Versions are numbered from 1 on, and their groups never change. */
export const SynonymSet = z.object({
  _id: z.int().min(1),
  groups: z.array(SynonymGroup),
  /** How many groups there are. */
  size: z.int(),
  by: z.string(),
  at: z.date(),
  note: z.string().optional(),
  /** The version whose groups were taken again. */
  restores: z.int().optional(),
  /** When searches began to use it, the last time they did. */
  usedAt: z.date().optional(),
});
export type SynonymSet = z.infer<typeof SynonymSet>;
