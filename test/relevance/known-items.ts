import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Voikko } from '../../indexer/analysis/voikko.ts';
import { readWords } from '../../indexer/analysis/words.ts';

/** A title with the labels of its subjects. */
export interface Titled {
  readonly title: string;
  readonly subjects: readonly string[];
}

/** A search for one title a reader has in mind. */
export interface KnownItem {
  readonly query: string;
  readonly title: string;
  /**
   * `inflected`: its words in other forms, half of them in another order; `partial`: the two longest of these; `typo`: its words,
   * with one slip in a word of five letters or more.
   */
  readonly kind: 'inflected' | 'partial' | 'typo';
}

const shared = (path: string) => fileURLToPath(new URL(`../../../shared/data/${path}`, import.meta.url));
const titlesFile = shared('text/finna_titles_yso_fi.tsv.xz');
const labelsFile = shared('vocab/yso-fi.tsv.xz');

export const hasTitles = () => existsSync(titlesFile) && existsSync(labelsFile);

/** The first `count` of 360,000 Finnish titles of Finna with their YSO subjects, shuffled the same way each time. */
export function finnaTitles(count: number): Titled[] {
  const labels = new Map(
    linesOf(labelsFile).map((line) => {
      const [uri = '', label = ''] = line.split('\t');
      return [/p\d+/.exec(uri)?.[0] ?? '', label] as const;
    }),
  );
  const random = randomBelow(7);
  const lines = linesOf(titlesFile);
  for (let at = 0; at < Math.min(count, lines.length); at += 1) {
    const other = at + random(lines.length - at);
    [lines[at], lines[other]] = [lines[other] ?? '', lines[at] ?? ''];
  }
  return lines.slice(0, count).map((line) => {
    const [title = '', ids = ''] = line.split('\t');
    return { title: title.trim(), subjects: ids.split(' ').flatMap((id) => labels.get(id) ?? []) };
  });
}

const linesOf = (file: string) =>
  execFileSync('xz', ['-dc', file], { encoding: 'utf8', maxBuffer: 1 << 29 })
    .split('\n')
    .filter(Boolean);

/**
 * Searches for titles of two to six words: other forms of a word are those that other titles have, where its dictionary form is
 * beyond doubt. The same for the same titles.
 */
export function knownItems(titles: readonly Titled[], voikko: Voikko, count: number): KnownItem[] {
  const random = randomBelow(11);
  const pick = <T>(all: readonly T[]) => all[random(all.length)];
  const baseForms = new Map<string, string | undefined>();
  const forms = new Map<string, Set<string>>();
  for (const { title } of titles)
    for (const { text } of readWords(title)) {
      if (!baseForms.has(text)) baseForms.set(text, baseFormBeyondDoubt(text, voikko));
      const base = baseForms.get(text);
      if (base) forms.set(base, (forms.get(base) ?? new Set()).add(text));
    }

  const items: KnownItem[] = [];
  for (const { title } of titles) {
    if (items.length >= 3 * count) break;
    const words = readWords(title).map(({ text }) => text);
    if (words.length < 2 || words.length > 6 || title.includes(' / ')) continue;
    let changed = 0;
    const inflected = words.map((word) => {
      const others = [...(forms.get(baseForms.get(word) ?? '') ?? [])].filter((form) => form !== word);
      if (others.length > 0) changed += 1;
      return pick(others) ?? word;
    });
    if (changed < 2 || changed < words.filter((word) => /^\p{L}{4,}$/u.test(word)).length) continue;
    const ordered = random(2) === 0 ? inflected : inflected.toSorted(() => random(3) - 1);
    items.push({ kind: 'inflected', title, query: ordered.join(' ') });
    const longest = inflected.toSorted((a, b) => b.length - a.length).slice(0, 2);
    items.push({ kind: 'partial', title, query: longest.join(' ') });
    const misspelt = pick(words.flatMap((word, at) => (/^\p{L}{5,}$/u.test(word) ? [at] : [])));
    if (misspelt !== undefined)
      items.push({ kind: 'typo', title, query: words.with(misspelt, slip(words[misspelt] ?? '', random)).join(' ') });
  }
  return items;
}

function baseFormBeyondDoubt(word: string, voikko: Voikko): string | undefined {
  if (!/^\p{L}{4,}$/u.test(word)) return undefined;
  const bases = new Set(voikko.analyse(word).map(({ baseform }) => baseform.toLowerCase()));
  return bases.size === 1 ? [...bases][0] : undefined;
}

/** One letter left out, doubled, exchanged with its neighbour, or another one; seldom the first. */
function slip(word: string, random: (below: number) => number): string {
  const at = random(20) === 0 ? 0 : 1 + random(word.length - 1);
  const [before, letter, after] = [word.slice(0, at), word.charAt(at), word.slice(at + 1)];
  switch (random(4)) {
    case 0:
      return before + after;
    case 1:
      return before + letter + letter + after;
    case 2:
      return after === '' ? before : before + after.charAt(0) + letter + after.slice(1);
    default:
      return `${before}${'aeiklnostu'.charAt(random(10))}${after}`;
  }
}

/** Whole numbers from 0, the same ones each time (Park and Miller). */
function randomBelow(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return Math.floor((state / 2_147_483_647) * below);
  };
}
