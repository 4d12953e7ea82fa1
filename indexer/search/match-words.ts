import type { estypes } from '@elastic/elasticsearch';
import type { Analysis, EncodedQuery } from '../analysis/analysis.ts';
import { boostedFields, closeness, formField, forms, isIn, type Scope } from '../fields.ts';
import { keysOf } from '../texts.ts';
import { codeQueries, codesAmong } from './match-codes.ts';
import { anyOf, presence, takeWords, weight, type Allowance, type WordAsked } from './word-queries.ts';

type Query = estypes.QueryDslQueryContainer;

/** How much of what was typed a work must have. */
export interface Leniency {
  /** A word may be misspelt by a letter, or by two where it is long. */
  readonly typos: boolean;
  /** How many of the words must be found, as the engine counts them (`minimum_should_match`). */
  readonly words: string;
}

/** What all parts of one query share. */
export interface Asking {
  readonly analysis: Analysis;
  readonly leniency: Leniency;
  /** Used up part by part. */
  readonly left: Allowance;
}

/**
 * Words as an engine query: each must be found in a field of the scope, as it stands or in another form, so that author and
 * title may be mixed. The surer the form and the weightier the field, the higher the work stands.
 */
export function wordsQuery(text: string, scope: Scope, { analysis, leniency, left }: Asking): Query {
  const asNumber = codeQueries(text, scope);
  if (scope === 'isbn' || scope === 'shelfMark') return anyOf(asNumber);
  const { codes, rest } = scope === 'all' ? codesAmong(text) : { codes: [], rest: text };
  const asked = analysis.encodeQuery(rest);
  const take = (query: EncodedQuery) => takeWords(query.words, left, leniency.typos);
  const words = take(asked);
  const found = [
    ...words.map((word) => presence(word, scope)),
    ...codes.map((code) =>
      anyOf([
        ...codeQueries(code, scope),
        { bool: { filter: take(analysis.encodeQuery(code)).map((word) => presence(word, scope)) } },
      ]),
    ),
  ];
  if (found.length === 0) return anyOf(asNumber);
  const inWords: Query = {
    bool: {
      filter: leniency.words === '100%' ? found : [{ bool: { should: found, minimum_should_match: leniency.words } }],
      should: [
        { constant_score: { filter: { match_all: {} }, boost: closeness.found } },
        ...words.filter(({ weighed }) => weighed).map((word) => weight(word, scope)),
        ...codes.map((code) => anyOf(codeQueries(code, scope))),
        ...joinedPairs(words, scope, analysis),
        ...closer(asked, scope),
      ],
    },
  };
  return anyOf([inWords, ...asNumber]);
}

/** Longer searches are no titles typed by heart. */
const mostTogether = 12;
const mostJoined = 4;

/** Compounds typed as two words, as many do: "talvi sota". In the titles of short searches only. */
function joinedPairs(words: readonly WordAsked[], scope: Scope, analysis: Analysis): Query[] {
  if (words.length > mostJoined || !isIn('title', scope)) return [];
  return words.slice(1).flatMap((word, before) => {
    const joined = analysis.encodeQuery(`${words[before]?.text}${word.text}`).words;
    return joined.map(({ lemma }) => ({
      multi_match: { query: lemma.join('|'), fields: boostedFields('title', forms[1]) },
    }));
  });
}

/** What lifts the works that match most closely. */
function closer(asked: EncodedQuery, scope: Scope): Query[] {
  if (asked.words.length > mostTogether) return [];
  const queries: Query[] = [];
  if (scope === 'all' || scope === 'title') {
    const [exact, lemma, plain] = keysOf(asked);
    const { wholeTitle } = closeness;
    const is = (key: string | undefined, boost: number): Query[] =>
      key ? [{ constant_score: { filter: { term: { titleKey: key } }, boost } }] : [];
    queries.push(
      anyOf([...is(exact, wholeTitle.exact), ...is(lemma, wholeTitle.lemma), ...is(plain, wholeTitle.loose)]),
    );
  }
  if (asked.words.length < 2) return queries;
  const together = closeness.together
    .filter(({ field }) => isIn(field, scope))
    .map(({ field, form, boost, slop }): Query => ({
      match_phrase: { [formField(field, form)]: { query: asked[form], slop, boost } },
    }));
  if (together.length > 0) queries.push(anyOf(together));
  return queries;
}
