import { readFileSync } from 'node:fs';
import { adjectives, foreign, towns } from './words.ts';

/** Nominative, genitive, inessive, plural genitive of each noun. */
const nouns = readFileSync(new URL('nouns.txt', import.meta.url), 'utf8')
  .normalize('NFC')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split(' '));
const forms = [0, 1, 2, 3].map((form) => nouns.map((noun) => noun[form] ?? ''));
const [base = [], genitive = [], inessive = [], plural = []] = forms;

/** Columns of words, with what stands between them: every row through them is a title. */
interface Pattern {
  readonly columns: readonly (readonly string[])[];
  readonly between: string;
  readonly size: number;
}

const pattern = (between: string, ...columns: readonly (readonly string[])[]): Pattern => ({
  columns,
  between,
  size: columns.reduce((size, column) => size * column.length, 1),
});

const finnish: readonly [Pattern, ...Pattern[]] = [
  pattern(' ', adjectives, base),
  pattern(' ', genitive, base),
  pattern(' ', plural, base),
  pattern(' ja ', base, base),
  pattern(' ', base, inessive),
  pattern(' ', base, towns),
  pattern('', base, base),
  pattern(' ', adjectives, genitive, base),
  pattern(' ', adjectives, plural, base),
  pattern(' ', genitive, base, towns),
  pattern(' ', adjectives, base, inessive),
];

const patterns: Readonly<Record<string, readonly [Pattern, ...Pattern[]]>> = {
  fin: finnish,
  ...Object.fromEntries(
    Object.entries(foreign).map(([language, { and, before, nouns }]) => [
      language,
      [pattern(' ', before, nouns), pattern(` ${and} `, nouns, nouns)],
    ]),
  ),
};

/** Larger than any pattern and prime: multiplying by it walks through all rows of a pattern before one comes again. */
const stride = 2_654_435_761;

/**
 * The title of the invented work with this number, in a language of words.ts (else Finnish). No two numbers have the same
 * one in the same pattern: where its words are used up, more words tell them apart.
 */
export function inventTitle(language: string, ordinal: number, chance: number): string {
  const choices = patterns[language] ?? finnish;
  const chosen = choices[Math.floor(chance * choices.length)] ?? choices[0];
  const title = nth(chosen, ordinal);
  const round = Math.floor(ordinal / chosen.size);
  if (round === 0) return title;
  const subtitle = nth(choices[0], round);
  const again = Math.floor(round / choices[0].size);
  const link = foreign[language] ? ` ${foreign[language].and} ` : ' : ';
  return `${title}${link}${subtitle.charAt(0).toLowerCase()}${subtitle.slice(1)}${again === 0 ? '' : ` ${again + 1}`}`;
}

function nth(chosen: Pattern, number: number): string {
  let rest = ((number % chosen.size) * stride) % chosen.size;
  const words = chosen.columns.map((column) => {
    const word = column[rest % column.length] ?? '';
    rest = Math.floor(rest / column.length);
    return word.replaceAll('_', ' ');
  });
  return capital(chosen.between === '' ? compound(words) : words.join(chosen.between));
}

/** A series name that follows from a number. */
export const inventSeries = (number: number): string =>
  `${capital(genitive[number % genitive.length] ?? '')} ${base[Math.floor(number / genitive.length) % base.length]} -sarja`;

/** Finnish writes a hyphen where the parts of a compound meet in the same vowel. */
function compound([first = '', second = '']: readonly string[]): string {
  const meet = first.at(-1) === second.at(0) && /[aeiouyäö]$/.test(first);
  return `${first}${meet ? '-' : ''}${second}`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
