import type { estypes } from '@elastic/elasticsearch';
import type { AskedWord } from '../analysis/analysis.ts';
import { boostedFields, closeness, forms, weighedFields, type Scope } from '../fields.ts';
import { guess } from '../texts.ts';

type Query = estypes.QueryDslQueryContainer;

/** A word of a query, and what is asked about it besides whether it is there. */
export interface WordAsked extends AskedWord {
  /** Where it is found, and in what form. */
  readonly weighed: boolean;
  /** Words spelt nearly like it. */
  readonly misspelt: boolean;
}

/** What is left of what one query may ask: the engine's work grows with every word, and with every word's neighbours most. */
export interface Allowance {
  words: number;
  weighed: number;
  misspelt: number;
}

/** No title needs more words than these; what stands past them is not looked for. */
export const fullAllowance = (): Allowance => ({ words: 64, weighed: 12, misspelt: 6 });

const shortestMisspelt = 4;
const longestMisspelt = 24;
/** Words of this many letters may have two mistakes. */
const longWord = 8;

/** The words that are still asked for, each with what may still be asked about it. */
export function takeWords(words: readonly AskedWord[], left: Allowance, typos: boolean): WordAsked[] {
  const taken = words.slice(0, left.words).map((word, index): WordAsked => {
    const { length } = word.exact[0] ?? '';
    const weighed = index < left.weighed;
    const misspelt = typos && length >= shortestMisspelt && length <= longestMisspelt && left.misspelt > 0;
    if (misspelt) left.misspelt -= 1;
    return { ...word, weighed, misspelt };
  });
  left.words -= taken.length;
  left.weighed = Math.max(0, left.weighed - taken.length);
  return taken;
}

/** Works that have a word at all, in whatever form; no score that means anything. */
export function presence(word: WordAsked, scope: Scope): Query {
  const ways: Query[] = [presenceOfWhole(word, scope)];
  if (word.misspelt) ways.push(...nearWords(word, scope === 'all' ? ['anywhere'] : fieldsOfNear(scope)));
  for (const all of [word.pieces, ...(word.synonyms ?? [])])
    if (all.length > 0) ways.push({ bool: { filter: all.map((piece) => presenceOfWhole(piece, scope)) } });
  return ways.length === 1 && ways[0] ? ways[0] : { bool: { should: ways } };
}

function presenceOfWhole({ exact, lemma, loose, ...rest }: AskedWord, scope: Scope): Query {
  if (scope !== 'all') return weightOfWhole({ exact, lemma, loose, ...rest }, scope);
  return { terms: { anywhere: [...new Set([...exact, ...lemma]), ...loose.map((one) => `${guess}${one}`)] } };
}

/** What a word counts by the field and the form it is found in. */
export function weight(word: WordAsked, scope: Scope): Query {
  const ways = [weightOfWhole(word, scope)];
  if (word.misspelt) ways.push(...nearWords(word, fieldsOfNear(scope)));
  if (word.pieces.length > 0)
    ways.push({
      bool: { must: word.pieces.map((piece) => weightOfWhole(piece, scope)), boost: 1 / word.pieces.length },
    });
  for (const synonym of word.synonyms ?? [])
    ways.push({
      bool: { must: synonym.map((one) => weightOfWhole(one, scope)), boost: closeness.synonym / synonym.length },
    });
  return anyOf(ways);
}

const weightOfWhole = (word: AskedWord, scope: Scope): Query =>
  anyOf(
    formsByAsked.flatMap(([asked, formsOfIt]): Query[] => {
      const alternatives = word[asked].join('|');
      const fields = formsOfIt.flatMap((form) => weighedFields(scope, form));
      return alternatives === '' || fields.length === 0
        ? []
        : [{ multi_match: { query: alternatives, fields, tie_breaker: closeness.otherFields } }];
    }),
  );

const formsByAsked = [...Map.groupBy(forms, ({ asked }) => asked)];

/** Words like this one: the first letter is nearly always right. */
function nearWords({ exact: [value = ''] }: AskedWord, fields: readonly string[]): Query[] {
  const near = { value, fuzziness: value.length < longWord ? 1 : 2, prefix_length: 1, max_expansions: 30 };
  return fields.map((field) => {
    const [name = field, boost] = field.split('^');
    return { fuzzy: { [name]: { ...near, ...(boost && { boost: Number(boost) * closeness.typo.weight }) } } };
  });
}

const fieldsOfNear = (scope: Scope) =>
  scope === 'all' || scope === 'title' || scope === 'author'
    ? boostedFields(scope, forms[0]).filter((field) =>
        closeness.typo.fields.some((name) => field.startsWith(`${name}_`)),
      )
    : boostedFields(scope, forms[1]);

/** The best of several ways counts, the others a little. */
export const anyOf = (queries: readonly Query[]): Query =>
  queries.length === 0
    ? { match_none: {} }
    : queries.length === 1 && queries[0]
      ? queries[0]
      : { dis_max: { queries: [...queries], tie_breaker: closeness.otherFields } };
