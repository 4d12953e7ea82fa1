/**
 * The engine's regular expression for values that contain some letters, in capitals or not, with accents or without; letters
 * typed with an accent are found without it too. Values are in NFC. Pure.
 *
 * Syntax: https://www.elastic.co/docs/reference/query-languages/query-dsl/regexp-syntax
 */
export function containing(letters: string): string {
  const pattern = [...letters.normalize('NFC').trim()].map((letter) => (/\s/.test(letter) ? ' ' : oneOf(letter)));
  return `.*${pattern.join('')}.*`;
}

function oneOf(letter: string): string {
  const base = plain(letter);
  const same = new Set([letter, letter.toLowerCase(), letter.toUpperCase(), ...(accented.get(base) ?? []), base, base.toUpperCase()]); // prettier-ignore
  const single = [...same].filter((one) => [...one].length === 1).map(escaped);
  return single.length === 1 && single[0] !== undefined ? single[0] : `[${single.join('')}]`;
}

const plain = (letter: string): string =>
  letter
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .normalize('NFC')
    .toLowerCase() || letter;

/** Letters of Latin-1 and Latin Extended-A by the letter they are without their marks. */
const accented: ReadonlyMap<string, string[]> = Map.groupBy(
  Array.from({ length: 0x180 - 0xc0 }, (_, at) => String.fromCodePoint(0xc0 + at)).filter(
    (letter) => plain(letter) !== letter.toLowerCase(),
  ),
  plain,
);

const escaped = (character: string): string => (/[\p{L}\p{N} ]/u.test(character) ? character : `\\${character}`);

/** Whether a label contains the letters, by the same rule. Pure. */
export const contains = (label: string, letters: string): boolean => folded(label).includes(folded(letters.trim()));

const folded = (text: string) => [...text.normalize('NFC')].map(plain).join('').replace(/\s+/g, ' ');
