import type { estypes } from '@elastic/elasticsearch';
import type { Suggestion } from '../../domain/discovery/suggestion.ts';
import { foldPlain } from '../analysis/fold.ts';
import { wordsOf } from './suggestion-document.ts';
import { longestBeginning } from './suggestion-index.ts';

type Query = estypes.QueryDslQueryContainer;

/** Where a typed word is found, and what that counts. */
const counts = {
  /** The word itself. */
  word: 4,
  /** The beginning of a word; without its dots; of a part of a compound; of an author's name beside the title. */
  beginning: 3,
  plain: 2.4,
  part: 1,
  beside: 1,
  /** A word spelt nearly like that. */
  typo: 0.8,
  /** The wording is just what was typed, or begins with it: on top of its words. */
  equal: 4,
  start: 2,
  /** The most popular of a kind weighs (unpopular + 1) / unpopular times as much as one that nobody has asked for. */
  unpopular: 0.3,
} as const;

const mostWords = 8;
const longestQuery = 200;

/** The words of what has been typed so far; hyphenated ones and initials as one word. */
export const readSuggestQuery = (q: string): string[] =>
  wordsOf(q.slice(0, longestQuery).toWellFormed())
    .filter(({ isPiece }) => !isPiece)
    .map(({ word }) => word)
    .filter(Boolean)
    .slice(0, mostWords);

/** The request for suggestions that have all these words, each kind's best. Pure. */
export function suggestRequest(
  words: readonly string[],
  { index, size, typos }: { index: string; size: number; typos: boolean },
): estypes.SearchRequest {
  const typed = words.join(' ');
  return {
    index,
    filter_path: 'aggregations.kinds.buckets.top.hits.hits._source,aggregations.kinds.buckets.top.hits.hits._score',
    ignore_unavailable: true, // before the first are made, there are none
    size: 0,
    track_total_hits: false,
    query: {
      function_score: {
        query: {
          bool: {
            must: words.map((word) => wordQuery(word, { share: 1 / words.length, typos })),
            should: [is({ term: { folded: typed } }, counts.equal), is({ prefix: { folded: typed } }, counts.start)],
          },
        },
        functions: [{ weight: counts.unpopular }, { field_value_factor: { field: 'weight', missing: 0 } }],
        score_mode: 'sum',
        boost_mode: 'multiply',
      },
    },
    aggs: {
      kinds: { terms: { field: 'kind' }, aggs: { top: { top_hits: { size } } } },
    },
  };
}

export interface SuggestAnswer {
  readonly kinds: {
    readonly buckets: readonly {
      readonly top: { readonly hits: { readonly hits: readonly { _source: Suggestion; _score: number }[] } };
    }[];
  };
}

function wordQuery(word: string, { share, typos }: { share: number; typos: boolean }): Query {
  const beginning = word.slice(0, longestBeginning).toWellFormed();
  const hasDots = foldPlain(beginning) !== beginning;
  return {
    dis_max: {
      queries: [
        is({ term: { words: word } }, counts.word * share),
        is({ term: { 'words.beginnings': beginning } }, counts.beginning * share),
        ...(hasDots ? [] : [is({ term: { plain: beginning } }, counts.plain * share)]),
        is({ term: { parts: beginning } }, counts.part * share),
        is({ term: { beside: beginning } }, counts.beside * share),
        ...(typos ? misspelt(beginning, share) : []),
      ],
    },
  };
}

/** Words that begin nearly like this one: the first letter is nearly always right. */
function misspelt(value: string, share: number): Query[] {
  if (value.length < 4) return [];
  const nearly = { value, fuzziness: value.length < 8 ? 1 : 2, prefix_length: 1, max_expansions: 50 };
  return [
    is({ fuzzy: { 'words.beginnings': nearly } }, counts.typo * share),
    is({ fuzzy: { plain: { ...nearly, value: foldPlain(value) } } }, counts.typo * share),
  ];
}

const is = (filter: Query, boost: number): Query => ({ constant_score: { filter, boost } });
