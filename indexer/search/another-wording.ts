import { fold } from '../analysis/fold.ts';
import { readWords } from '../analysis/words.ts';
import { booleanWords } from './language/field-names.ts';

/** A word of a query, where it stands, and whether another may be put in its place. */
export interface TypedWord {
  readonly text: string;
  readonly folded: string;
  readonly start: number;
  readonly end: number;
  /** Not names of fields, operators, numbers, what is barred, or words too short to tell what was meant. */
  readonly isReplaceable: boolean;
}

export interface Candidate {
  readonly text: string;
  /** Mistakes between it and what was typed: letters too many, missing, wrong, or two that changed places. */
  readonly distance: number;
  /** Works that have it, as far as is known. */
  readonly works: number;
}

export interface Wording {
  readonly text: string;
  readonly distance: number;
  readonly works: number;
  /** Whether a work's whole title is just this, as far as is known. */
  readonly isTitle?: boolean;
}

/** Behind a mistake in one word, before two of them. */
const joint = 1.5;
const mostWords = 10;
const longestQuery = 300;
const shortestWord = 4;
const longestWord = 40;

/** The words of a query; none of one too long to be a slip of the pen. */
export function readTypedWords(q: string): TypedWord[] {
  if (q.length > longestQuery) return [];
  const words = readWords(q, { most: mostWords + 1 });
  if (words.length > mostWords) return [];
  return words.map(({ text, start, end }) => {
    const before = q.slice(0, start);
    const typed = q.slice(start, end);
    const isBarred = /(?:^|[\s(])-["(]?$/.test(before);
    const isMark = /^[:*]/.test(q.slice(end)) || operators.has(typed);
    const folded = fold(text);
    const isWord = /^[\p{L}'-]+$/u.test(folded) && folded.length >= shortestWord && folded.length <= longestWord;
    return { text, folded, start, end, isReplaceable: isWord && !isBarred && !isMark };
  });
}

const operators: ReadonlySet<string> = new Set(Object.values(booleanWords).flat());

/** The query with other words in it: with `together` for all words that have candidates at once, otherwise for one of them. */
export function replaced(
  q: string,
  candidates: ReadonlyMap<TypedWord, readonly Candidate[]>,
  { together }: { together: boolean },
): Wording[] {
  type Ways = {
    readonly words: ReadonlyMap<TypedWord, Candidate>;
    readonly distance: number;
    readonly works: number;
  };
  const nothing: Ways = { words: new Map(), distance: 0, works: 0 };
  const withOne = (ways: Ways, word: TypedWord, one: Candidate): Ways => ({
    words: new Map([...ways.words, [word, one]]),
    distance: ways.distance + one.distance,
    works: ways.works + one.works,
  });
  const all = together
    ? [...candidates].reduce<Ways[]>(
        (before, [word, ones]) => before.flatMap((ways) => ones.map((one) => withOne(ways, word, one))),
        [nothing],
      )
    : [...candidates].flatMap(([word, ones]) => ones.map((one) => withOne(nothing, word, one)));
  return all
    .filter(({ distance }) => distance > 0)
    .map(({ words, distance, works }) => ({ text: inPlaceOf(q, words), distance, works }));
}

/** What is nearest to what was typed first, of equally near wordings whole titles, then those of more works. */
export const nearestFirst = (all: readonly Wording[]): Wording[] =>
  all.toSorted(
    (a, b) => a.distance - b.distance || Number(b.isTitle ?? false) - Number(a.isTitle ?? false) || b.works - a.works,
  );

/** Two words that stand side by side may be one: "talvisota" for "talvi sota". */
export function joined(q: string, words: readonly TypedWord[]): Wording[] {
  return words.slice(1).flatMap((word, index) => {
    const before = words[index];
    const isJoint = before?.isReplaceable && word.isReplaceable && q.slice(before.end, word.start) === ' ';
    return isJoint ? [{ text: q.slice(0, before.end) + q.slice(word.start), distance: joint, works: 0 }] : [];
  });
}

/** The query with other words in the places of these; a capital stays one. */
function inPlaceOf(q: string, words: ReadonlyMap<TypedWord, Candidate>): string {
  let text = '';
  let from = 0;
  for (const [{ start, end }, candidate] of [...words].toSorted(([a], [b]) => a.start - b.start)) {
    const isCapital = /^\p{Lu}/u.test(q.slice(start));
    const word = isCapital ? candidate.text.charAt(0).toUpperCase() + candidate.text.slice(1) : candidate.text;
    text += q.slice(from, start) + word;
    from = end;
  }
  return text + q.slice(from);
}

/** How many mistakes lie between two words; 0 where they are the same, or more lie between them than a reader makes. */
export function mistakesBetween(typed: string, meant: string): number {
  const most = typed.length < 7 ? 1 : 2;
  if (Math.abs(typed.length - meant.length) > most) return 0;
  const distance = distanceOf(typed, meant);
  return distance <= most ? distance : 0;
}

/** Optimal string alignment: insertions, deletions, substitutions, swaps of neighbours. */
function distanceOf(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row.push(
        Math.min(
          (last[j] ?? 0) + 1,
          (row[j - 1] ?? 0) + 1,
          (last[j - 1] ?? 0) + (same ? 0 : 1),
          swapped ? (before[j - 2] ?? 0) + 1 : Infinity,
        ),
      );
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
