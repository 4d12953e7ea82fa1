import { readWords } from '../../indexer/analysis/words.ts';
import type { WordForms } from './finnish/word-forms.ts';
import { nameOf, type RealWork } from './real-works.ts';

/** Tells the works that answer a search as well as the one it was made from. */
export interface Alike {
  /** Those with the same title and author. */
  byName(work: RealWork): Set<string>;
  /**
   * Those too whose title has all these words of the work's title, in whatever form and order, and is no longer than that: nothing
   * in a search for these words tells that the longer title was meant. A longer one is not as right, however well it fits.
   */
  byWords(work: RealWork, words: readonly string[]): Set<string>;
  byIsbn(isbn: string): Set<string>;
}

/** Takes some seconds for a large catalogue. Forms are told together by `wordForms`, not by what is judged. */
export function alikeAmong(works: readonly RealWork[], wordForms: WordForms): Alike {
  const names = Map.groupBy(works, ({ edition }) => nameOf(edition));
  const bases = new Map<string, string>();
  const baseOf = (word: string) => {
    const base = bases.get(word) ?? wordForms.base(word);
    bases.set(word, base);
    return base;
  };
  const titles = new Map<string, { id: string; length: number }[]>();
  const isbns = new Map<string, Set<string>>();
  const lengthOf = ({ edition }: RealWork) => readWords(edition.title).length;
  for (const { id, edition } of works) {
    const words = readWords(edition.title).map(({ text }) => text);
    for (const base of new Set(words.map(baseOf))) listed(titles, base).push({ id, length: words.length });
    for (const isbn of edition.isbns) isbns.set(isbn, (isbns.get(isbn) ?? new Set()).add(id));
  }
  const byName = (work: RealWork) => new Set((names.get(nameOf(work.edition)) ?? []).map(({ id }) => id));
  return {
    byName,
    byWords(work, words) {
      const most = lengthOf(work);
      const lists = [...new Set(words.map(baseOf))].map((base) => titles.get(base) ?? []);
      const [rarest = [], ...others] = lists.toSorted((a, b) => a.length - b.length);
      const rest = others.map((list) => new Set(list.map(({ id }) => id)));
      const fitting = rarest.filter(({ id, length }) => length <= most && rest.every((ids) => ids.has(id)));
      return new Set([...byName(work), ...fitting.map(({ id }) => id)]);
    },
    byIsbn: (isbn) => isbns.get(isbn) ?? new Set(),
  };
}

function listed<T>(all: Map<string, T[]>, key: string): T[] {
  const list = all.get(key) ?? [];
  all.set(key, list);
  return list;
}
