/**
 * An adjective without the suffix that tells whose it is: "uudestanikin" → uudesta. The dictionary has such suffixes for nouns
 * only. Undefined where no such suffix stands at the end.
 */
export function withoutPerson(word: string): string | undefined {
  const bare = word.replace(/(?:ni|si|ns[aä]|mme|nne)(?:kin|kaan|kään|han|hän|ko|kö|pa|pä)*$/, '');
  return bare !== word && bare.length >= shortest ? bare : undefined;
}

/**
 * How a word as it is spoken may be written, the dictionary being the judge: "talos" → talossa, "aurinkoo" → aurinkoa,
 * "korkee" → korkea, "punasen" → punaisen, "kirjottaa" → kirjoittaa. None for most words.
 */
export function writtenForms(word: string): string[] {
  if (word.length < shortest) return [];
  const isBack = /[aou]/.test(word);
  return spoken.flatMap(([pattern, written]) =>
    pattern.test(word) ? [word.replace(pattern, isBack ? written : front(written))] : [],
  );
}

const shortest = 5;

const front = (ending: string) => ending.replaceAll('a', 'ä');

/** Verbs in -oittaa lose their i, adjectives in -ainen theirs; cases their last vowel; two vowels become one long. */
const spoken: readonly (readonly [spoken: RegExp, written: string])[] = [
  [/(?<=\p{L}{3}[oö])(?=tt?[aäuyie])/u, 'i'],
  [/(?<=[^aeiouyäö][aä])(?=nen$|s(?:e(?:[nslk]|$)|t[aä]$|i))/, 'i'],
  [/(?<=[aeiouyäö])s$/, 'ssa'],
  [/(?<=[aeiouyäö])st$/, 'sta'],
  [/(?<=[aeiouyäö])l$/, 'lla'],
  [/(?<=[aeiouyäö])lt$/, 'lta'],
  [/(?<=[^aeiouyäö]([oöuyei]))\1$/, 'a'],
];
