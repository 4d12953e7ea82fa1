import type { estypes } from '@elastic/elasticsearch';
import type { Locale } from '../../config/locales.ts';
import type { Suggestion } from '../../domain/discovery/suggestion.ts';
import { foldPlain } from '../analysis/fold.ts';
import { everyReader, wordsOf } from './suggestion-document.ts';
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

interface Wanted {
  readonly index: string;
  readonly size: number;
  readonly lang: Locale;
  /** Also what is spelt nearly so. */
  readonly typos: boolean;
}

/**
 * The request for suggestions that have all these words, each kind's best of the most popular ones. Only of the first few
 * thousand, so that one letter costs no more than a word: `suggestRequestForStart` finds what is then overlooked. Pure.
 */
export function suggestRequest(words: readonly string[], wanted: Wanted): estypes.SearchRequest {
  return requestFor([], words, wanted);
}

/** The request for those whose wording begins with all that was typed. Pure. */
export function suggestRequestForStart(words: readonly string[], wanted: Wanted): estypes.SearchRequest {
  return requestFor([{ prefix: { folded: words.join(' ') } }], words, wanted);
}

/** Of the most popular ones that fit, so many are looked at. */
const mostSeen = 2_000;

function requestFor(
  filters: readonly Query[],
  words: readonly string[],
  { index, size, lang, typos }: Wanted,
): estypes.SearchRequest {
  const typed = words.join(' ');
  return {
    index,
    filter_path: `terminated_early,${['_source', '_score', '_index'].map((part) => `${hitsPath}.${part}`).join()}`,
    ignore_unavailable: true, // before the first are made, there are none
    size: 0,
    track_total_hits: false,
    terminate_after: mostSeen,
    query: {
      function_score: {
        query: {
          bool: {
            must: words.map((word) => wordQuery(word, { share: 1 / words.length, typos })),
            should: [is({ term: { folded: typed } }, counts.equal), is({ prefix: { folded: typed } }, counts.start)],
            filter: [{ terms: { readers: [everyReader, lang] } }, ...filters],
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

const hitsPath = 'aggregations.kinds.buckets.top.hits.hits';

export interface SuggestAnswer {
  readonly kinds: {
    readonly buckets: readonly { readonly top: { readonly hits: { readonly hits: readonly SuggestHit[] } } }[];
  };
}

export interface SuggestHit {
  readonly _source: Suggestion;
  readonly _score: number;
  readonly _index: string;
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
