import type { SearchField } from './field-names.ts';
import { readMarks, type Mark } from './query-marks.ts';
import { isInCapitals, type QueryTree } from './query-tree.ts';

/** Words, beginnings and phrases past this many are left out. */
export const mostTerms = 48;
/** Parentheses nested deeper than this are passed over. */
export const deepestGroup = 8;

/**
 * What a reader typed, as a tree. Never throws: whatever makes no sense as a mark is read as a word, or passed over.
 *
 * - `kissa koira`: all words; `"kissa ja koira"`: a phrase; `kirj*`: a beginning of three letters at least
 * - `-kissa`, `NOT kissa`, `EI kissa`: without; `AND JA OCH`, `OR TAI ELLER`: in capitals only, and only where the query is
 *   not written in capitals throughout; AND binds closer than OR; parentheses group
 * - `tekijä:waltari`, `title:"the egyptian"`, `aihe:(kissat OR koirat)`: in one field (field-names.ts)
 */
export function parseQuery(query: string): QueryTree {
  // Twice, since what is left after the first terms may be in capitals throughout while the whole was not.
  const marks = settle(settle(matchGroups(readMarks(query))));
  return new Reading(marks).any() ?? { kind: 'nothing' };
}

const settle = (marks: Mark[]) => matchGroups(firstTerms(settleOperators(settleCapitals(marks))));

/** The marks up to the last term allowed, without those that then have nothing to work on. */
function firstTerms(marks: Mark[]): Mark[] {
  let terms = 0;
  const end = marks.findIndex((mark) => isTerm(mark) && (terms += 1) > mostTerms);
  const kept = end < 0 ? marks : marks.slice(0, end);
  return kept.slice(0, kept.findLastIndex((mark) => isTerm(mark) || mark.is === 'close') + 1);
}

const isTerm = (mark: Mark): mark is Extract<Mark, { is: 'word' | 'beginning' | 'phrase' }> =>
  mark.is === 'word' || mark.is === 'beginning' || mark.is === 'phrase';

/** Leaves out parentheses without a partner, around nothing, or nested too deep. */
function matchGroups(marks: Mark[]): Mark[] {
  const partner = new Map<Mark, Mark>();
  const opened: Mark[] = [];
  for (const mark of marks) {
    if (mark.is === 'open') opened.push(mark);
    const open = mark.is === 'close' ? opened.pop() : undefined;
    if (open && opened.length < deepestGroup) partner.set(open, mark).set(mark, open);
  }
  const kept: Mark[] = [];
  for (const mark of marks) {
    if ((mark.is === 'open' || mark.is === 'close') && !partner.has(mark)) continue;
    if (mark.is === 'close' && kept.at(-1)?.is === 'open') {
      kept.pop();
      while (kept.at(-1)?.is === 'minus' || kept.at(-1)?.is === 'field') kept.pop();
    } else kept.push(mark);
  }
  return kept;
}

/** In a query written in capitals throughout, AND, JA, EI and so on are words like the others. */
function settleCapitals(marks: Mark[]): Mark[] {
  if (marks.some(({ is }) => is === 'field')) return marks;
  return isInCapitals(marks.filter(isTerm).map(({ text }) => text)) ? marks.map(asWord) : marks;
}

/** Operators and fields that have nothing to work on become words; a minus without a word goes. */
function settleOperators(marks: Mark[]): Mark[] {
  const settled: Mark[] = [];
  for (let at = marks.length - 1; at >= 0; at -= 1) {
    const mark = marks[at];
    if (!mark) continue;
    const next = settled.at(-1)?.is;
    const before = marks[at - 1]?.is;
    const works =
      mark.is === 'minus' || mark.is === 'field'
        ? next !== undefined && beginsValue.has(next)
        : mark.is === 'not'
          ? next !== undefined && beginsUnit.has(next)
          : mark.is === 'and' || mark.is === 'or'
            ? next !== undefined && beginsUnit.has(next) && before !== undefined && endsUnit.has(before)
            : true;
    if (works) settled.push(mark);
    else if (mark.is !== 'minus') settled.push(asWord(mark));
  }
  return settled.toReversed();
}

const beginsValue: ReadonlySet<Mark['is']> = new Set(['word', 'beginning', 'phrase', 'open', 'field']);
const beginsUnit: ReadonlySet<Mark['is']> = new Set([...beginsValue, 'minus', 'not']);
const endsUnit: ReadonlySet<Mark['is']> = new Set(['word', 'beginning', 'phrase', 'close']);

function asWord(mark: Mark): Mark {
  return mark.is === 'and' || mark.is === 'or' || mark.is === 'not' || mark.is === 'field'
    ? { is: 'word', text: mark.text }
    : mark;
}

/** Reads settled marks from left to right; whatever it is asked for, it gives undefined where nothing of the kind stands. */
class Reading {
  readonly #marks: readonly Mark[];
  #at = 0;

  constructor(marks: readonly Mark[]) {
    this.#marks = marks;
  }

  any(): QueryTree | undefined {
    const alternatives: QueryTree[] = [];
    do {
      const one = this.#all();
      if (one) alternatives.push(one);
    } while (this.#take('or'));
    return list('any', alternatives);
  }

  #all(): QueryTree | undefined {
    const wanted: QueryTree[] = [];
    do wanted.push(...this.#run());
    while (this.#take('and'));
    return list('all', wanted);
  }

  /** What stands side by side. Its plain words are one text, wherever they stand in it. */
  #run(): QueryTree[] {
    const run: QueryTree[] = [];
    const words: string[] = [];
    let wordsAt = 0;
    for (;;) {
      const word = this.#take('word');
      const unit = word ? undefined : this.#unit();
      if (word && words.push(word.text) === 1) wordsAt = run.length;
      else if (unit) run.push(unit);
      else if (!word) break;
    }
    return words.length === 0 ? run : run.toSpliced(wordsAt, 0, { kind: 'words', text: words.join(' ') });
  }

  #unit(): QueryTree | undefined {
    let barred = false;
    while (this.#take('not') ?? this.#take('minus')) barred = !barred;
    const of = this.#value();
    if (!of || !barred) return of;
    return of.kind === 'not' ? of.of : { kind: 'not', of };
  }

  #value(): QueryTree | undefined {
    let field: SearchField | undefined; // of several, the last: the innermost
    for (let named = this.#take('field'); named; named = this.#take('field')) field = named.field;
    const of = this.#term();
    return !field || !of || of.kind === 'field' ? of : { kind: 'field', field, of };
  }

  #term(): QueryTree | undefined {
    if (this.#take('open')) {
      const group = this.any();
      this.#take('close');
      return group;
    }
    const term = this.#take('word') ?? this.#take('beginning') ?? this.#take('phrase');
    return term && { kind: term.is === 'word' ? 'words' : term.is, text: term.text };
  }

  #take<Is extends Mark['is']>(is: Is): Extract<Mark, { is: Is }> | undefined {
    const mark = this.#marks[this.#at];
    if (!mark || !isOf(mark, is)) return undefined;
    this.#at += 1;
    return mark;
  }
}

const isOf = <Is extends Mark['is']>(mark: Mark, is: Is): mark is Extract<Mark, { is: Is }> => mark.is === is;

function list(kind: 'all' | 'any', of: readonly QueryTree[]): QueryTree | undefined {
  const flat = of.flatMap((one) => (one.kind === kind ? one.of : [one]));
  return flat.length > 1 ? { kind, of: flat } : flat[0];
}
