import { readShared, readSharedLines } from '../shared.ts';
import { inflect, isAnotherStem } from './inflection.ts';
import { withSuffixes } from './suffixes.ts';
import { weak } from './sounds.ts';

/** Finnish words and their forms by sources of their own: the labels of YSO, two treebanks, and rules (inflection.ts). */
export interface WordForms {
  /** Other forms of the same word; none where it is not known which word it is. */
  others(word: string): readonly string[];
  /** Those of them whose stem is another one by the rules (`isAnotherStem`). */
  changed(word: string): readonly string[];
  /** Other forms of a noun or an adjective with suffixes of persons and clitics: kirjassanikin. */
  suffixed(word: string): readonly string[];
  /** The dictionary form of a word as far as it is known, else the word: what tells that two forms are one word. */
  base(word: string): string;
  /** Base forms of the words a compound is joined of, where both are known. */
  parts(word: string): readonly [first: string, last: string] | undefined;
  /** Whether it never changes: ja, kun, noin. */
  isUninflected(word: string): boolean;
}

/** Words of text whose forms are written down in the treebanks, though no rule makes them. */
interface Attested {
  readonly form: string;
  readonly lemma: string;
  readonly tag: string;
}

export const wordFormSources = [
  'lemma/fi_tdt-ud-dev.conllu.xz',
  'lemma/fi_ftb-ud-dev.conllu.xz',
  'vocab/yso-fi.tsv.xz',
] as const;

/** Takes some seconds: makes half a million forms. */
export function readWordForms(): WordForms {
  const attested = [...attestedIn(wordFormSources[0]), ...attestedIn(wordFormSources[1])];
  const labels = readSharedLines(wordFormSources[2]).map((line) => line.split('\t')[1]?.toLowerCase() ?? '');
  return wordForms(attested, labels);
}

/** Forms by these words of text and these labels of a vocabulary, many of which stand in the plural. */
export function wordForms(attested: readonly Attested[], labels: readonly string[]): WordForms {
  const nouns = attested.filter(({ tag }) => tag === 'NOUN' || tag === 'ADJ').map(({ lemma }) => lemma);
  const single = labels.filter((label) => /^[a-zåäö]{3,}$/.test(label));
  const known = new Set([...nouns, ...single.filter((label) => !label.endsWith('t'))]);
  for (const label of single.filter((one) => one.endsWith('t'))) {
    const singulars = singularsOf(label);
    const sure = singulars.length > 1 ? singulars.filter((one) => known.has(one)) : singulars;
    if (sure.length === 1 && sure[0]) known.add(sure[0]);
  }

  /** Forms of each word, with the stem where a rule makes them. */
  const forms = new Map<string, Map<string, string | undefined>>();
  const wordsOf = new Map<string, Set<string>>();
  const add = (word: string, form: string, stem?: string) => {
    const own = forms.get(word) ?? new Map<string, string | undefined>();
    forms.set(word, own.set(form, own.get(form) ?? stem));
    wordsOf.set(form, (wordsOf.get(form) ?? new Set()).add(word));
  };
  for (const word of known) {
    const joint = jointOf(word, known);
    for (const { text, stem } of inflect(word.slice(joint))) {
      const before = word.slice(0, joint);
      add(word, `${before}${text}`, `${before}${stem}`);
    }
  }
  for (const { form, lemma, tag } of attested) if (inflectedTags.has(tag)) add(lemma, form);
  const uninflected = new Set(attested.filter(({ tag }) => uninflectedTags.has(tag)).map(({ form }) => form));

  const surely = (form: string): string | undefined => {
    const words = wordsOf.get(form);
    return words?.size === 1 ? [...words][0] : undefined;
  };
  const compound = (form: string): { before: string; first: string; last: string } | undefined => {
    for (let joint = shortestPart; joint <= form.length - shortestPart; joint += 1) {
      const before = form.slice(0, joint);
      const last = surely(form.slice(joint));
      const first = firstPart(before);
      if (last && first && last.length >= shortestPart) return { before, first, last };
    }
    return undefined;
  };
  /** The first part of a compound stands in the dictionary form or in the genitive. */
  const firstPart = (before: string): string | undefined => {
    if (known.has(before)) return before;
    const word = surely(before);
    return word && inflect(word).some((form) => form.case === 'gen' && form.text === before) ? word : undefined;
  };

  /** The word a form is of, and what stands before its last part where it is a compound no source names. */
  const read = (form: string): { readonly before: string; readonly word: string } | undefined => {
    const own = surely(form);
    if (own !== undefined) return { before: '', word: own };
    const joined = compound(form);
    return joined && { before: joined.before, word: joined.last };
  };
  const othersOf = (form: string, wanted: (stem: string | undefined, own: string | undefined) => boolean): string[] => {
    const { before = '', word = '' } = read(form) ?? {};
    const all = forms.get(word) ?? new Map<string, string | undefined>();
    const own = all.get(form.slice(before.length));
    return [...all].filter(([, stem]) => wanted(stem, own)).map(([other]) => `${before}${other}`).filter((other) => other !== form); // prettier-ignore
  };

  return {
    others: (word) => othersOf(word, () => true),
    changed: (word) =>
      othersOf(word, (stem, own) => stem !== undefined && own !== undefined && isAnotherStem(stem, own)),
    suffixed: (word) => othersOf(word, (stem) => stem !== undefined).flatMap(withSuffixes),
    base(form) {
      const { before, word } = read(form) ?? { before: '', word: form };
      return `${before}${word}`;
    },
    parts(word) {
      const { first, last } = compound(word) ?? {};
      return first && last ? [first, last] : undefined;
    },
    isUninflected: (word) => uninflected.has(word) && !wordsOf.has(word),
  };
}

const shortestPart = 4;

/** Where the last part of a compound begins, which is the one that is inflected: sanakirja as kirja, not as opettaja. */
function jointOf(word: string, known: ReadonlySet<string>): number {
  for (let joint = shortestPart; joint <= word.length - shortestPart; joint += 1)
    if (known.has(word.slice(joint)) && inflect(word.slice(joint)).length > 0)
      return joint + jointOf(word.slice(joint), known);
  return 0;
}

const inflectedTags = new Set(['NOUN', 'ADJ', 'VERB', 'PROPN']);
const uninflectedTags = new Set(['CCONJ', 'SCONJ', 'ADP', 'ADV', 'PRON', 'AUX']);

/** Words in the singular whose plural this is, as far as the rules go. */
function singularsOf(plural: string): string[] {
  const stem = plural.slice(0, -1);
  const guesses = [stem, ...strongs(stem)];
  if (stem.endsWith('se')) guesses.push(`${stem.slice(0, -2)}nen`);
  if (stem.endsWith('kse')) guesses.push(`${stem.slice(0, -3)}s`);
  if (stem.endsWith('de')) guesses.push(`${stem.slice(0, -2)}s`);
  if (stem.endsWith('ee')) guesses.push(weak(stem.slice(0, -1)), stem.slice(0, -1));
  if (/(aa|ää)$/.test(stem)) guesses.push(`${weak(stem.slice(0, -1))}s`);
  if (stem.endsWith('ime')) guesses.push(`${weak(stem).slice(0, -2)}n`.replace(/tt(?=in$)/, 't'));
  if (stem.endsWith('e')) guesses.push(...[stem, ...strongs(stem)].map((one) => `${one.slice(0, -1)}i`));
  return [...new Set(guesses)].filter((word) =>
    inflect(word).some((form) => form.case === 'nom' && form.number === 'plur' && form.text === plural),
  );
}

/** What may have been weakened to this: kadu → katu, linnu → lintu, kaupa → kauppa. */
function strongs(stem: string): string[] {
  const vowel = stem.at(-1) ?? '';
  const before = stem.slice(0, -1);
  const ways: [RegExp, string][] = [
    [/(?<=[aeiouyäölnr])k$/, 'kk'], [/(?<=[aeiouyäölmr])p$/, 'pp'], [/(?<=[aeiouyäölnr])t$/, 'tt'],
    [/ng$/, 'nk'], [/mm$/, 'mp'], [/nn$/, 'nt'], [/ll$/, 'lt'], [/rr$/, 'rt'],
    [/d$/, 't'], [/v$/, 'p'], [/v$/, 'k'], [/(?<=[aeiouyäölr])$/, 'k'],
  ]; // prettier-ignore
  return ways
    .filter(([weakened]) => weakened.test(before))
    .map(([weakened, strong]) => `${before.replace(weakened, strong)}${vowel}`)
    .filter((word) => weak(word) === stem);
}

function attestedIn(file: string): Attested[] {
  return readShared(file)
    .split('\n')
    .flatMap((line) => {
      const [id = '', form = '', lemma = '', tag = '', , features = ''] = line.split('\t');
      if (!/^\d+$/.test(id) || !/^[\p{L}#-]+$/u.test(form) || strange.test(features) || form.endsWith('-')) return [];
      const parts = lemma.normalize('NFC').toLowerCase().split('#');
      return [{ form: form.normalize('NFC').toLowerCase(), lemma: parts.join(''), tag }];
    });
}

const strange = /Typo|Style|Abbr|Foreign/;
