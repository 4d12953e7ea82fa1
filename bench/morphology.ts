import stemmers from 'snowball-stemmers';
import { createAnalysis } from '../indexer/analysis/analysis.ts';
import { formToForm, shareFoundByLemma, shareFoundByPart, type Lookup } from '../test/indexer/analysis/measure.ts';
import { hasTreebank, inflectedWords, type TaggedWord } from '../test/indexer/analysis/treebank.ts';
import { report, rounded, type Row } from './report.ts';

const treebank = 'fi_tdt-ud-dev';

/** How well the language analysis finds the word forms of a treebank, against Snowball. */
export async function reportMorphology(): Promise<void> {
  if (!hasTreebank(treebank)) return console.log('  Word forms are passed over: no treebank is beside the checkout');
  await report('morphology', 'Inflected words of UD_Finnish-TDT (dev), in %', morphology(inflectedWords(treebank)), {
    'Snowball of all words': 'the stock finnish analyzer of the engine',
  });
}

function morphology(words: readonly TaggedWord[]): Row[] {
  const snowball = stemmers.newStemmer('finnish');
  const stem = (word: string) => [snowball.stem(word)];
  const analysis = createAnalysis();
  const fields = ['exact', 'lemma', 'loose'] as const;
  const ours: Lookup = {
    held(word) {
      const encoded = analysis.encode(word, ['fin']);
      return fields.flatMap((field) => tokensOf(encoded[field]).map((token) => `${field} ${token}`));
    },
    asked: (text) =>
      analysis
        .encodeQuery(text)
        .words.flatMap((word) => fields.flatMap((field) => word[field].map((token) => `${field} ${token}`))),
  };
  /** Parts of compounds have a field of their own, asked for the dictionary forms of what was typed. */
  const parts: Lookup = {
    held: (word) => [
      ...tokensOf(analysis.encode(word, ['fin']).parts),
      ...tokensOf(analysis.encode(word, ['fin']).lemma),
    ],
    asked: (text) => analysis.encodeQuery(text).words.flatMap(({ lemma }) => lemma),
  };
  const row = (what: string, lookup: Lookup, ofParts: Lookup): Row => {
    const { recall, precision } = formToForm(words, lookup);
    const percent = (share: number) => rounded(100 * share, 1);
    return {
      what,
      'found by dictionary form': percent(shareFoundByLemma(words, lookup)),
      'form to form, recall': percent(recall),
      precision: percent(precision),
      'compound by its first part': percent(shareFoundByPart(words, ofParts, 'first')),
      'by its last part': percent(shareFoundByPart(words, ofParts, 'last')),
    };
  };
  const stems = { held: stem, asked: stem };
  return [row('Snowball of all words', stems, stems), row(`ours (${analysis.morphology})`, ours, parts)];
}

const tokensOf = (encoded: string): string[] => encoded.split(/[ |]/).filter(Boolean);
