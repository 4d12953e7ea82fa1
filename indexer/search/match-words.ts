import type { estypes } from '@elastic/elasticsearch';
import type { Analysis, AskedWord, EncodedQuery } from '../analysis/analysis.ts';
import { boostedFields, closeness, formField, forms, isIn, weighedFields, type Scope } from '../fields.ts';
import { guess, keysOf } from '../texts.ts';
import { codeQueries, isCode } from './match-codes.ts';

type Query = estypes.QueryDslQueryContainer;

/** How much of what was typed a work must have. */
export interface Leniency {
  /** A word may be misspelt by a letter, or by two where it is long. */
  readonly typos: boolean;
  /** How many of the words must be found, as the engine counts them (`minimum_should_match`). */
  readonly words: string;
}

/** Words past this many must be found, but where is no longer weighed. */
const mostWeighed = 12;

/**
 * Words as an engine query: each must be found in a field of the scope, as it stands or in another form, so that author and
 * title may be mixed. The surer the form and the weightier the field, the higher the work stands.
 */
export function wordsQuery(text: string, scope: Scope, { typos, words: needed }: Leniency, analysis: Analysis): Query {
  const asNumber = codeQueries(text, scope);
  if (scope === 'isbn' || scope === 'shelfMark') return anyOf(asNumber);
  const numbers = scope === 'all' ? text.split(' ').filter(isCode) : [];
  const rest =
    numbers.length > 0
      ? text
          .split(' ')
          .filter((word) => !numbers.includes(word))
          .join(' ')
      : text;
  const asked = analysis.encodeQuery(rest);
  const found = [
    ...asked.words.map((word) => presence(word, scope, typos)),
    ...numbers.map((number) =>
      anyOf([...codeQueries(number, scope), { bool: { filter: present(number, scope, analysis) } }]),
    ),
  ];
  if (found.length === 0) return anyOf(asNumber);
  const inWords: Query = {
    bool: {
      filter: needed === '100%' ? found : [{ bool: { should: found, minimum_should_match: needed } }],
      should: [
        { constant_score: { filter: { match_all: {} }, boost: closeness.found } },
        ...asked.words.slice(0, mostWeighed).map((word) => weight(word, scope, typos)),
        ...numbers.map((number) => anyOf(codeQueries(number, scope))),
        ...joinedPairs(asked.words, scope, analysis),
        ...closer(asked, scope),
      ],
    },
  };
  return asNumber.length > 0 ? anyOf([inWords, ...asNumber]) : inWords;
}

const present = (text: string, scope: Scope, analysis: Analysis) =>
  analysis.encodeQuery(text).words.map((word) => presence(word, scope, false));

/** Works that have a word at all; no score. */
function presence(word: AskedWord, scope: Scope, typos: boolean): Query {
  const whole: Query[] =
    scope === 'all'
      ? [
          {
            terms: {
              anywhere: [...new Set([...word.exact, ...word.lemma]), ...word.loose.map((one) => `${guess}${one}`)],
            },
          },
        ]
      : [weightOfWhole(word, scope)];
  if (typos) whole.push(...misspelt(word, scope === 'all' ? ['anywhere'] : fieldNames(scope)));
  if (word.pieces.length > 0)
    whole.push({ bool: { filter: word.pieces.map((piece) => presence(piece, scope, typos)) } });
  return whole.length === 1 && whole[0] ? whole[0] : { bool: { should: whole } };
}

/** What a word found in this way and that field counts. */
function weight(word: AskedWord, scope: Scope, typos: boolean): Query {
  const ways = [weightOfWhole(word, scope)];
  if (typos) ways.push(...misspelt(word, fieldNames(scope)));
  if (word.pieces.length > 0)
    ways.push({
      bool: { must: word.pieces.map((piece) => weightOfWhole(piece, scope)), boost: 1 / word.pieces.length },
    });
  return ways.length === 1 && ways[0] ? ways[0] : anyOf(ways);
}

const weightOfWhole = (word: AskedWord, scope: Scope): Query =>
  anyOf(
    Object.entries(Object.groupBy(forms, ({ asked }) => asked)).flatMap(([asked, formsOfIt]): Query[] => {
      const alternatives = word[asked as 'exact' | 'lemma' | 'loose'].join('|');
      const fields = (formsOfIt ?? []).flatMap((form) => weighedFields(scope, form));
      return alternatives === '' || fields.length === 0
        ? []
        : [{ multi_match: { query: alternatives, fields, tie_breaker: closeness.otherFields } }];
    }),
  );

/** Compounds typed as two words, as many do: "talvi sota". In the titles of short searches only. */
function joinedPairs(words: readonly AskedWord[], scope: Scope, analysis: Analysis): Query[] {
  if (words.length > 4 || !isIn('title', scope)) return [];
  return words.slice(1).flatMap((word, before) => {
    const joined = analysis.encodeQuery(`${words[before]?.text}${word.text}`).words;
    return joined.map(({ lemma }) => ({
      multi_match: { query: lemma.join('|'), fields: boostedFields('title', forms[1]) },
    }));
  });
}

/** Words like this one: the first letter is nearly always right. */
function misspelt({ exact: [text = ''] }: AskedWord, fields: readonly string[]): Query[] {
  if (text.length < 4) return [];
  const fuzziness = text.length < 8 ? 1 : 2;
  return fields.map((field) => {
    const [name = field, boost] = field.split('^');
    return {
      fuzzy: {
        [name]: {
          value: text,
          fuzziness,
          prefix_length: 1,
          max_expansions: 30,
          ...(boost && { boost: Number(boost) * closeness.typo.weight }),
        },
      },
    };
  });
}

/** Fields a misspelt word is looked for in. */
const fieldNames = (scope: Scope) =>
  scope === 'all' || scope === 'title' || scope === 'author'
    ? boostedFields(scope, forms[0]).filter((field) =>
        closeness.typo.fields.some((name) => field.startsWith(`${name}_`)),
      )
    : boostedFields(scope, forms[1]);

/** What lifts the works that match most closely. */
function closer(asked: EncodedQuery, scope: Scope): Query[] {
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

export const anyOf = (queries: readonly Query[]): Query =>
  queries.length === 0
    ? { match_none: {} }
    : queries.length === 1 && queries[0]
      ? queries[0]
      : { dis_max: { queries: [...queries], tie_breaker: closeness.otherFields } };
