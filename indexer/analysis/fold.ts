/**
 * NFC and lower case; other letters' marks and strokes gone (š ž é ł → s z e l), Danish and Norwegian letters as their
 * Finnish twins (æ ø → ä ö), ligatures and full-width forms as plain letters, ß as ss; apostrophes of all kinds,
 * soft hyphens and zero-width characters gone. Keeps å ä ö, which Finnish and Swedish readers hold for letters of their own.
 * Idempotent.
 */
export function fold(word: string): string {
  if (plainAscii.test(word)) return word;
  return stripMarks(tidy(word).replaceAll("'", ''), ownLetters).replace(special, (letter) => plainOf[letter] ?? letter);
}

/** As `fold`, and å ä ö as a a o, as typed on a keyboard without them: "pohjantähti" → "pohjantahti". Idempotent. */
export function foldPlain(word: string): string {
  const folded = fold(word);
  return ownLetters.test(folded) ? stripMarks(folded, noLetter) : folded;
}

/** Other plain writings of a word some readers type: "Næss" → naess, "Müller" → mueller. Folded as `foldPlain`. */
export function spelledOut(word: string): string[] {
  const lower = tidy(word);
  const spelled = lower.replace(/[æüø]/g, (letter) => ({ æ: 'ae', ü: 'ue', ø: 'oe' })[letter] ?? letter);
  return spelled === lower ? [] : [foldPlain(spelled)];
}

/**
 * NFC, lower case, `'` and `-` for every apostrophe and hyphen; ligatures and full-width letters as plain ones; spaces and
 * invisible characters gone. Marks stay: this is the form dictionaries are asked for.
 */
export function tidy(word: string): string {
  if (plainAscii.test(word)) return word;
  return word
    .replace(invisible, '')
    .normalize('NFC')
    .replace(apostrophes, "'") // before they are taken for a space and an accent
    .normalize('NFKC')
    .replace(apostrophes, "'")
    .replaceAll('\u2010', '-')
    .replace(/[\s|]/g, '') // a few letters are whole phrases in disguise: ﷺ
    .toLowerCase()
    .normalize('NFC')
    .replaceAll('ß', 'ss');
}

const plainAscii = /^[a-z0-9-]*$/;
const ownLetters = /[åäö]/;
const noLetter = /(?!)/;

/** Soft hyphen, zero-width and direction marks, variation selectors, byte order mark, and their like. */
const invisible = /[\p{Default_Ignorable_Code_Point}]/gu;
const apostrophes = /[\u2018\u2019\u201B\u02BC\u02B9\u02BB\u2032\u00B4`\uFF07]/g;

/** Accents and the vowel signs of Hebrew and Arabic. Marks of other scripts, and of Japanese, are part of the word. */
const accents =
  /[[\p{Mn}&&[\p{Script=Inherited}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Arabic}]]--[\u3099\u309A]]/gv;

function stripMarks(word: string, but: RegExp): string {
  let stripped = '';
  for (const letter of word) {
    const stays = letter < '\u0080' || but.test(letter);
    stripped += stays ? letter : letter.normalize('NFD').replace(accents, '').normalize('NFC');
  }
  return stripped;
}

/** Letters Unicode does not take apart. */
const plainOf: Record<string, string> = {
  æ: 'ä',
  ø: 'ö',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
  ı: 'i',
  œ: 'oe',
  ə: 'e',
  ς: 'σ',
};
const special = /[æøłđðþħŧŋıœəς]/g;
