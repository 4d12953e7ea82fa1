import type { Locale } from '../../config/locales.ts';
import type { Suggestion } from '../../domain/discovery/suggestion.ts';
import type { Analysis } from '../analysis/analysis.ts';
import { fold, foldPlain } from '../analysis/fold.ts';
import { readWords } from '../analysis/words.ts';

/** A suggestion as it is indexed: words parted by a space. Only what a `Suggestion` has is kept as source. */
export interface SuggestionDocument extends Suggestion {
  /** The language of the readers it is for, or `everyReader`. */
  readonly readers: string;
  /** How popular it is among its kind, 0 to 1. */
  readonly weight: number;
  /** Its whole wording, of names also as one says it: "waltari mika", "mika waltari". */
  readonly folded: readonly string[];
  readonly words: string;
  /** Words typed without dots. */
  readonly plain: string;
  /** What compounds are joined of: "talvi sota". */
  readonly parts: string;
  /** Words that stand beside it: a title's author. */
  readonly beside: string;
}

export const everyReader = 'every';

/** Pure. `popularity` counts loans, or what comes next to them; `most` is that of the most popular one of the kind. */
export function suggestionDocument(
  suggestion: Suggestion,
  {
    popularity,
    most,
    analysis,
    locale,
  }: { popularity: number; most: number; analysis: Analysis; locale?: Locale | undefined },
): SuggestionDocument {
  const { kind, author } = suggestion;
  const text = suggestion.label ?? suggestion.text;
  const words = wordsOf(text);
  const inOrder = words.filter(({ isPiece }) => !isPiece).map(({ word }) => word);
  const own = distinct(words.map(({ word }) => word));
  const isName = kind === 'author';
  return {
    ...suggestion,
    readers: locale ?? everyReader,
    weight: most > 0 ? Math.min(1, Math.log1p(popularity) / Math.log1p(most)) : 0,
    folded: distinct([inOrder.join(' '), ...(isName ? [asSaid(text)] : [])]).map((one) => one.slice(0, 200)),
    words: own.join(' '),
    plain: distinct(own.map(foldPlain).filter((plain, index) => plain !== own[index])).join(' '),
    parts: isName ? '' : analysis.encode(text, []).parts.replaceAll('|', ' '),
    beside: author ? distinct(wordsOf(author).flatMap(({ word }) => [word, foldPlain(word)])).join(' ') : '',
  };
}

/** The words of what a reader typed or a suggestion says, as they are looked up. Those of a few letters count like others. */
export const wordsOf = (text: string): { word: string; isPiece: boolean }[] =>
  readWords(text, { most: 40 }).flatMap(({ text: word, pieces }) => [
    { word: fold(word), isPiece: false },
    ...pieces.map((piece) => ({ word: fold(piece), isPiece: true })),
  ]);

/** "Waltari, Mika" → "mika waltari". */
function asSaid(name: string): string {
  const [last = '', ...rest] = name.split(', ');
  return [...rest, last]
    .flatMap(wordsOf)
    .filter(({ isPiece }) => !isPiece)
    .map(({ word }) => word)
    .join(' ');
}

const distinct = (all: readonly string[]) => [...new Set(all)].filter(Boolean);
