import type { WatchedWords } from './schema.ts';

/** The dictionary forms of a word; none where no dictionary knows it. */
export type BaseForms = (word: string) => readonly string[];

export interface WordWatch {
  /** The words of a text that are watched, as they are written in the list. */
  find(texts: readonly string[]): { readonly refuse: readonly string[]; readonly hold: readonly string[] };
}

/**
 * Looks texts through for watched words. Found are all writings of one that read the same: in capitals, with marks or digits for
 * letters ("p@ska"), drawn out ("paskaaa"), spelt out ("p.a.s.k.a"), and other forms of it where a dictionary knows it. The
 * inside of a word is never looked at: "assistentti" has nothing to do with what stands in it.
 */
export function wordWatch({ words }: Pick<WatchedWords, 'words'>, baseForms: BaseForms): WordWatch {
  const lists = Object.values(words);
  const refuse = entriesOf(lists.flatMap((one) => one.refuse));
  const hold = entriesOf(lists.flatMap((one) => one.hold));
  return {
    find(texts) {
      const writings = new Set(texts.flatMap(writingsIn));
      const written = new Set([...writings].flatMap((word) => [word, ...baseForms(word).map(plain)]));
      return { refuse: among(written, refuse), hold: among(written, hold) };
    },
  };
}

interface Entries {
  readonly whole: ReadonlyMap<string, string>;
  readonly beginnings: readonly { readonly start: string; readonly entry: string }[];
}

function entriesOf(list: readonly string[]): Entries {
  const beginnings = list.filter((one) => one.endsWith('*')).map((entry) => ({ start: plain(entry.slice(0, -1)), entry })); // prettier-ignore
  const whole = new Map(list.filter((one) => !one.endsWith('*')).map((entry) => [plain(entry), entry]));
  return { whole, beginnings };
}

function among(written: ReadonlySet<string>, { whole, beginnings }: Entries): string[] {
  const found = new Set<string>();
  for (const word of written) {
    const entry = whole.get(word);
    if (entry !== undefined) found.add(entry);
    for (const one of beginnings) if (word.startsWith(one.start)) found.add(one.entry);
  }
  return [...found];
}

/** Every word of a text in the ways it may be meant. */
function writingsIn(text: string): string[] {
  const folded = plain(text);
  const words = folded.match(/[\p{L}\p{M}\p{N}'-]+/gu) ?? [];
  const disguised = (folded.match(/[\p{L}\p{M}\p{N}@$!|'-]+/gu) ?? []).map((word) => word.replace(/[!|'-]+$/, '').replace(/[@$!|013457]/g, (mark) => meant[mark] ?? mark)); // prettier-ignore
  const spelt = [...folded.matchAll(/(?<![\p{L}\p{N}])(?:\p{L}[\s._*-]{1,2}){2,}\p{L}(?![\p{L}\p{N}])/gu)].map(([one]) => one.replace(/[^\p{L}]/gu, '')); // prettier-ignore
  const all = [...words, ...disguised, ...spelt];
  const drawnOut = all.flatMap((word) => [word.replace(/(.)\1{2,}/gu, '$1'), word.replace(/(.)\1{2,}/gu, '$1$1')]);
  return [...all, ...drawnOut];
}

const meant: Readonly<Record<string, string>> = { '@': 'a', $: 's', '!': 'i', '|': 'i', 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't' }; // prettier-ignore

/** Small letters as anybody writes them; marks that show nothing are gone. */
const plain = (text: string): string =>
  text.normalize('NFKC').toLowerCase().replace(/[\p{Default_Ignorable_Code_Point}]/gu, ''); // prettier-ignore
