import type { TaggedWord } from './treebank.ts';

/** Which tokens the index holds of a word, and which are asked for when it is typed. */
export interface Lookup {
  held(word: string): readonly string[];
  asked(word: string): readonly string[];
}

/** Share of words (running text) that are found when their dictionary form is typed. */
export function shareFoundByLemma(words: readonly TaggedWord[], { held, asked }: Lookup): number {
  return share(words, ({ form, lemma }) => meet(asked(lemma), held(form)));
}

/** Share of compounds (running text) that are found when their first or last part is typed. */
export function shareFoundByPart(
  words: readonly TaggedWord[],
  { held, asked }: Lookup,
  which: 'first' | 'last',
): number {
  const compounds = words.filter(({ joined }) => joined.length > 1);
  return share(compounds, ({ form, joined }) => meet(asked(joined.at(which === 'first' ? 0 : -1) ?? ''), held(form)));
}

/**
 * Every form typed once, against all other forms of the text: how many forms of the same word are found (recall), and
 * how many of those found are of the same word (precision).
 */
export function formToForm(
  words: readonly TaggedWord[],
  { held, asked }: Lookup,
): { recall: number; precision: number } {
  const forms = [...new Map(words.map((word) => [`${word.form} ${word.lemma}`, word])).values()];
  const holders = new Map<string, Set<TaggedWord>>();
  for (const word of forms)
    for (const token of held(word.form)) holders.set(token, (holders.get(token) ?? new Set()).add(word));
  const family = Map.groupBy(forms, ({ lemma }) => lemma);
  let wanted = 0;
  let found = 0;
  let right = 0;
  for (const word of forms) {
    const others = (family.get(word.lemma) ?? []).filter(({ form }) => form !== word.form);
    const hits = new Set(asked(word.form).flatMap((token) => [...(holders.get(token) ?? [])]));
    for (const hit of hits) if (hit.form === word.form) hits.delete(hit);
    wanted += others.length;
    found += hits.size;
    right += others.filter((other) => hits.has(other)).length;
  }
  return { recall: right / wanted, precision: right / found };
}

const meet = (asked: readonly string[], held: readonly string[]) => asked.some((token) => held.includes(token));

const share = <T>(all: readonly T[], test: (one: T) => boolean) => all.filter(test).length / all.length;
