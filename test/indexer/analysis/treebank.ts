import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A content word of running text, with its dictionary form and the words that is joined of. */
export interface TaggedWord {
  readonly form: string;
  readonly lemma: string;
  /** `['talvi', 'sota']` for talvisota; one alone where the word is no compound, or the treebank does not tell. */
  readonly joined: readonly string[];
}

/** Real text with dictionary forms told by linguists; beside the checkout, never in it. */
export type TreebankName = 'fi_tdt-ud-dev' | 'fi_ftb-ud-dev';

const fileOf = (name: TreebankName) =>
  fileURLToPath(new URL(`../../../../shared/data/lemma/${name}.conllu.xz`, import.meta.url));

export const hasTreebank = (name: TreebankName) => existsSync(fileOf(name));

const contentTags = new Set(['NOUN', 'PROPN', 'ADJ', 'VERB']);

/** The inflected content words of a treebank: those whose form is not their dictionary form, in lower case. */
export function inflectedWords(name: TreebankName): TaggedWord[] {
  const text = execFileSync('xz', ['-dc', fileOf(name)], { encoding: 'utf8', maxBuffer: 1 << 28 });
  return text.split('\n').flatMap((line) => {
    const [id = '', form = '', tagged = '', tag = ''] = line.split('\t');
    if (!/^\d+$/.test(id) || !contentTags.has(tag) || !/\p{L}/u.test(form)) return [];
    const joined = tagged.normalize('NFC').toLowerCase().split('#').filter(Boolean);
    const word = { form: form.normalize('NFC').toLowerCase(), lemma: joined.join(''), joined };
    return word.form === word.lemma ? [] : [word];
  });
}
