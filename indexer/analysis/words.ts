import { tidy } from './fold.ts';

/** A word of a text. */
export interface Word {
  /** As `tidy` leaves it, at most `longestWordRead` long: "päijät-hämeen", "vaa'an", "eu:n", "c++", "jrr". */
  readonly text: string;
  /** Where it stands in the text, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** What it consists of where it is more than one: päijät, hämeen; j, r, r of "J. R. R."; o, brien of "O'Brien". */
  readonly pieces: readonly string[];
  /** Its value, where it is a number below 40 or a Roman numeral in a place for one: "Osa IV" and "osa 4" have 4. */
  readonly value?: number | undefined;
}

/** Longer words are cut: no word of any language comes near, and what follows costs time that grows with length. */
export const longestWordRead = 60;

/**
 * The words of a text, at most `most` of them. Apart from letters and digits these are words too: initials with or without
 * full stops and spaces ("J. R. R.", "J.R.R"), C++, C#, .NET. A hyphen or an apostrophe between letters joins, and
 * so does a colon before a Finnish ending ("EU:n"). Numbers are parted by hyphens ("1939-1945"), and Chinese and Japanese
 * characters stand alone. Time grows with the text's length only.
 */
export function readWords(text: string, { most = Infinity }: { most?: number } = {}): Word[] {
  const words: Word[] = [];
  for (const { 0: found, index, groups } of text.matchAll(wordPattern)) {
    if (words.length >= most) break;
    if (groups?.['initials']) {
      const letters = found.match(/\p{L}/gu) ?? [];
      words.push({
        text: tidy(letters.join('')),
        start: index,
        end: index + found.length,
        pieces: letters.map(tidy).filter(Boolean),
      });
    } else if (isChain(found)) {
      for (const part of found.matchAll(/[^-\u2010\u2011]+/g))
        words.push(plainWord(part[0], index + part.index, words));
    } else {
      words.push(plainWord(found, index, words));
    }
  }
  // some characters count as letters and show nothing, as Hangul fillers do
  return words.filter(({ text: word }) => word !== '').slice(0, most);
}

/** Letters, marks and digits but for those of scripts that write no spaces, and what hides inside words. */
const alone = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}`;
const opening = String.raw`[[\p{L}\p{N}]--[${alone}]]`;
const inner = String.raw`[[\p{L}\p{M}\p{N}\u00AD\u200B-\u200D\u2060\uFEFF]--[${alone}]]`;
const joint = String.raw`[\-\u2010\u2011'\u2018\u2019\u02BC\u00B4]`;
const outside = String.raw`(?<![\p{L}\p{M}\p{N}])`;
const over = String.raw`(?![\p{L}\p{M}\p{N}+#])`;
const caseEnding =
  '(?:n|t|s|a|ä|in|en|ta|tä|na|nä|ja|jä|ssa|ssä|sta|stä|lla|llä|lta|ltä|lle|ksi|tta|ttä|hin|hun|hyn|hön|een|iin|ien|ita|itä)';

const wordPattern = new RegExp(
  [
    String.raw`(?<initials>${outside}\p{Lu}(?:(?:\.\s?|\s)\p{Lu}){1,5}\.?${over}|${outside}\p{L}(?:\.\p{L}){1,5}\.?${over})`,
    String.raw`${outside}\p{L}{1,2}\+\+${over}`,
    String.raw`${outside}\p{L}#${over}`,
    String.raw`${outside}\.[nN][eE][tT]${over}`,
    String.raw`${opening}${inner}*(?:${joint}${opening}${inner}*)*(?::${caseEnding}${over})?`,
    String.raw`[${alone}]`,
  ].join('|'),
  'gv',
);

/** Numbers joined by hyphens, and chains too long to be one word: each link is a word. */
const isChain = (found: string) =>
  /^[\p{N}\-\u2010\u2011]+$/u.test(found)
    ? /[-\u2010\u2011]/.test(found)
    : found.length > longestWordRead && /[-\u2010\u2011]/.test(found);

function plainWord(found: string, start: number, before: readonly Word[]): Word {
  // Cut before it is made tidy, since that takes long for long words; what is cut once more has grown by it.
  const text = cut(tidy(cut(found, 4 * longestWordRead)), longestWordRead);
  return { text, start, end: start + found.length, pieces: piecesOf(text), value: valueOf(found, text, before.at(-1)) };
}

const piecesOf = (text: string) => (/[-']/.test(text) ? text.split(/[-']/).filter(Boolean) : []);

/** At most so many UTF-16 units, no pair cut in two. */
const cut = (text: string, length: number) =>
  text.length <= length ? text : text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '');

function valueOf(found: string, text: string, before: Word | undefined): number | undefined {
  if (/^\d{1,2}$/.test(text)) return smallOrNone(Number(text));
  if (!/^[ivx]{1,6}$/.test(text)) return undefined;
  const counted = before !== undefined && countedWords.has(before.text);
  return counted || (found.length > 1 && found === found.toUpperCase()) ? romanValue(text) : undefined;
}

const smallOrNone = (value: number) => (value > 0 && value < 40 ? value : undefined);

/** Words a number follows; after them a Roman numeral may be of one letter or in small letters. */
const countedWords = new Set(
  (
    'osa osat nide kirja luku näytös kausi vuosikerta sarja nro numero ' +
    'del band bok kapitel akt säsong årgång volym nr nummer ' +
    'part book chapter act season volume vol no number'
  ).split(' '),
);

function romanValue(numeral: string): number | undefined {
  const match = /^(x{0,3})(?:(ix)|(iv)|(v?)(i{0,3}))$/.exec(numeral);
  if (!match) return undefined;
  const [, tens = '', nine, four, five, ones = ''] = match;
  return smallOrNone(tens.length * 10 + (nine ? 9 : four ? 4 : (five ? 5 : 0) + ones.length));
}
