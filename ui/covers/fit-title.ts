/** A title broken into lines of a size that fits a box. Pure; widths are estimates for a book serif. */
export interface FittedTitle {
  readonly size: number;
  readonly lines: readonly string[];
}

const sizes = [19, 17, 15, 13.5, 12, 10.8, 9.6, 8.6];
const leading = 1.22;

/** Takes the largest size whose lines fit; a title too long for the smallest ends in an ellipsis. */
export function fitTitle(title: string, box: { width: number; height: number }): FittedTitle {
  const words = title.trim().split(/\s+/).filter(Boolean);
  for (const size of sizes) {
    const lines = broken(words, box.width / size, { hyphenate: false });
    if (lines && lines.length * size * leading <= box.height && lines.length <= 6) return { size, lines };
  }
  const size = sizes.at(-1) ?? 9;
  const most = Math.max(1, Math.floor(box.height / (size * leading)));
  const lines = broken(words, box.width / size, { hyphenate: true }) ?? [];
  if (lines.length <= most) return { size, lines };
  return { size, lines: [...lines.slice(0, most - 1), `${lines[most - 1]?.replace(/[\s,.:;-]+$/, '')}…`] };
}

/** One line of at most a width, in sizes of its letters; a longer one ends in an ellipsis. */
export function fitLine(text: string, most: number): string {
  if (widthOf(text) <= most) return text;
  const characters = [...text];
  while (characters.length > 1 && widthOf(characters.join('')) > most - 0.8) characters.pop();
  return `${characters.join('').trimEnd()}…`;
}

/** Width of a text at size 1. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += widthOfCharacter(character);
  return width;
}

/** Measured of Literata at weight 500, a little rounded up. */
export function widthOfCharacter(character: string): number {
  if (/[\p{M}\u200b]/u.test(character)) return 0;
  if (/[ ijlf.,:;!’'"()|-]/.test(character)) return 0.37;
  if (/[tsrczI]/.test(character)) return 0.5;
  if (/[aeåäg\d–?]/.test(character)) return 0.57;
  if (/[mMW—…@%]/.test(character)) return 1.02;
  if (/[\p{Lu}w&]/u.test(character)) return 0.79;
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}]/u.test(
    character,
  )
    ? 1
    : 0.64;
}

/** Lines of at most a width; nothing where a word is wider than a line and may not be hyphenated. */
function broken(words: readonly string[], width: number, { hyphenate }: { hyphenate: boolean }): string[] | undefined {
  const lines: string[] = [];
  let line = '';
  for (let word of words) {
    if (line !== '' && widthOf(`${line} ${word}`) <= width) {
      line = `${line} ${word}`;
      continue;
    }
    if (line !== '') lines.push(line);
    while (widthOf(word) > width) {
      if (!hyphenate) return undefined;
      const cut = cutOf(word, width);
      lines.push(`${word.slice(0, cut)}-`);
      word = word.slice(cut);
    }
    line = word;
  }
  return line === '' ? lines : [...lines, line];
}

/** Where to cut a word: before the last consonant-vowel pair that still fits (the Finnish rule), or where it must. */
function cutOf(word: string, width: number): number {
  let fits = 1;
  while (fits < word.length && widthOf(`${word.slice(0, fits + 1)}-`) <= width) fits += 1;
  for (let cut = fits; cut > 2; cut -= 1) {
    if (/^[bcdfghjklmnpqrstvwxz][aeiouyåäö]/i.test(word.slice(cut))) return cut;
  }
  return /[\uD800-\uDBFF]$/.test(word.slice(0, fits)) ? Math.max(2, fits - 1) : fits;
}
