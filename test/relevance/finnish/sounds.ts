/**
 * Consonant gradation and vowel harmony, as grammars give them (Iso suomen kielioppi § 41, § 15): what the rules of
 * inflection are made of. Known nothing of the dictionary the product asks: what it makes judges the product.
 */

/** Letters of a case ending with a and o, as the word wants them: talossa, kynässä. Joined words follow their last part. */
export const inHarmony = (word: string, ending: string): string =>
  isBack(word) ? ending : ending.replaceAll('a', 'ä').replaceAll('o', 'ö').replaceAll('u', 'y');

/** The last of its clear vowels tells; e and i alone are front. */
const isBack = (word: string): boolean => {
  const clear = word.match(/[aouåäöy]/g)?.at(-1);
  return clear ? /[aouå]/.test(clear) : /^[mv]er[ie]/.test(word);
};

/** Longer clusters before shorter ones: of "pankki" it is kk that weakens. */
const weakened: readonly (readonly [strong: RegExp, weak: string])[] = [
  [/kk$/, 'k'],
  [/pp$/, 'p'],
  [/tt$/, 't'],
  [/nk$/, 'ng'],
  [/mp$/, 'mm'],
  [/nt$/, 'nn'],
  [/lt$/, 'll'],
  [/rt$/, 'rr'],
  [/ht$/, 'hd'],
  [/([lr])p$/, '$1v'],
  [/([lr])k$/, '$1'],
  [/([aeiouyäö])p$/, '$1v'],
  [/([aeiouyäö])t$/, '$1d'],
];

/** A stem that ends in a vowel as it stands before a closed syllable: kauppa → kaupa, katu → kadu, luku → luvu, joke → joe. */
export function weak(stem: string): string {
  const vowel = stem.at(-1) ?? '';
  const before = stem.slice(0, -1);
  if (before.endsWith('k') && /(?:uk|yk)$/.test(before) && vowel === before.at(-2))
    return `${before.slice(0, -1)}v${vowel}`;
  if (/[lrh]k$/.test(before) && vowel === 'e') return `${before.slice(0, -1)}j${vowel}`;
  for (const [strong, replacement] of weakened)
    if (strong.test(before)) return `${before.replace(strong, replacement)}${vowel}`;
  if (/[aeiouyäö]k$/.test(before)) {
    const bare = before.slice(0, -1);
    return bare.length > 2 && bare.at(-1) === vowel && bare.at(-2) === vowel ? `${bare}'${vowel}` : `${bare}${vowel}`;
  }
  return stem;
}

/** The other way, for words whose dictionary form is the weak one: vaate → vaatte, rikas → rikka(s). */
export function strong(stem: string): string {
  const vowel = stem.at(-1) ?? '';
  const before = stem.slice(0, -1);
  for (const [pattern, letters] of strengthened)
    if (pattern.test(before)) return `${before.replace(pattern, letters)}${vowel}`;
  return stem;
}

const strengthened: readonly (readonly [weak: RegExp, strong: string])[] = [
  [/ng$/, 'nk'],
  [/mm$/, 'mp'],
  [/nn$/, 'nt'],
  [/ll$/, 'lt'],
  [/rr$/, 'rt'],
  [/hd$/, 'ht'],
  [/rv$/, 'rp'],
  [/(?<=[aeiouyäö])d$/, 't'],
  [/(?<=[aeiouyäölnrm])k$/, 'kk'],
  [/(?<=[aeiouyäölrm])p$/, 'pp'],
  [/(?<=[aeiouyäölnr])t$/, 'tt'],
];

/** Vowel groups: kir-ja 2, opet-ta-ja 3, mu-se-o 3. */
export function syllables(word: string): number {
  return word.match(/aa|ää|oo|öö|uu|yy|ee|ii|[aeouäöy]i|[aoe]u|[äöe]y|ie|uo|yö|[aeiouyäöå]/g)?.length ?? 0;
}
