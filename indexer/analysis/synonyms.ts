import type { SynonymGroup } from '../../domain/synonyms/schema.ts';
import type { Analysis, AskedWord } from './analysis.ts';

/** A wording that has synonyms: the tokens any of which each of its words may be typed as, and what else is looked for. */
interface Entry {
  readonly typed: readonly ReadonlySet<string>[];
  readonly alternatives: readonly (readonly AskedWord[])[];
}

/** What one word is looked for besides: each costs the engine about as much as a word that was typed. */
const mostAlternatives = 8;

/**
 * The analysis with staff's synonyms: a typed word that has any, in whatever form, brings them along. Of a wording of several
 * words each does, so that "keinotekoinen äly" finds what "tekoäly" finds. Texts are encoded as before: synonyms are asked
 * for, never indexed, so that they can change without a document being written.
 */
export function withSynonyms(analysis: Analysis, groups: readonly SynonymGroup[]): Analysis {
  if (groups.length === 0) return analysis;
  const entries = entriesOf(analysis, groups);
  return {
    ...analysis,
    encodeQuery(text) {
      const query = analysis.encodeQuery(text);
      const found: (readonly AskedWord[])[][] = query.words.map(() => []);
      query.words.forEach((word, at) => {
        for (const { typed, alternatives } of entriesFrom(word, entries))
          if (typed.every((tokens, ahead) => isTypedAs(query.words[at + ahead], tokens)))
            for (let ahead = 0; ahead < typed.length; ahead += 1) found[at + ahead]?.push(...alternatives);
      });
      if (found.every((alternatives) => alternatives.length === 0)) return query;
      const words = query.words.map((word, at) => {
        const synonyms = found[at]?.slice(0, mostAlternatives) ?? [];
        return synonyms.length === 0 ? word : { ...word, synonyms };
      });
      return { ...query, words };
    },
  };
}

function entriesOf(analysis: Analysis, groups: readonly SynonymGroup[]): Map<string, Entry[]> {
  const entries = new Map<string, Entry[]>();
  for (const { language, words, also } of groups) {
    const encoded = (wording: string) => analysis.encodeQuery(wording).words.map((word) => inLanguage(word, language));
    const wordings = words.map((wording) => ({ wording, encoded: encoded(wording) }));
    const further = also.map(encoded);
    for (const { wording, encoded: own } of wordings) {
      const others = wordings.filter((other) => other.wording !== wording).map((other) => other.encoded);
      const alternatives = (also.length > 0 ? further : others).filter((alternative) => alternative.length > 0);
      const typed = own.map(({ exact, lemma }) => new Set([...exact, ...lemma]));
      const entry = { typed, alternatives };
      for (const token of typed[0] ?? []) entries.set(token, [...(entries.get(token) ?? []), entry]);
    }
  }
  return entries;
}

/** Only what the word is in its own language: "s:" and "e:" mark Swedish and English stems. */
function inLanguage({ text, exact, lemma }: AskedWord, language: SynonymGroup['language']): AskedWord {
  const kept = { fi: /^(?![se]:)/, sv: /^s:/, en: /^e:/ }[language];
  return { text, exact, lemma: lemma.filter((token) => kept.test(token)), parts: [], loose: [], pieces: [] };
}

function entriesFrom({ exact, lemma }: AskedWord, entries: ReadonlyMap<string, Entry[]>): Set<Entry> {
  return new Set([...exact, ...lemma].flatMap((token) => entries.get(token) ?? []));
}

const isTypedAs = (word: AskedWord | undefined, tokens: ReadonlySet<string>): boolean =>
  word !== undefined && [...word.exact, ...word.lemma].some((token) => tokens.has(token));
