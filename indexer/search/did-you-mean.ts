import type { Client } from '@elastic/elasticsearch';
import { LRUCache } from 'lru-cache';
import type { SearchQuery } from '../../domain/discovery/schema.ts';
import type { Aliases } from '../aliases.ts';
import type { Analysis } from '../analysis/analysis.ts';
import { fold } from '../analysis/fold.ts';
import type { Voikko } from '../analysis/voikko.ts';
import { boostedFields, forms, type Scope } from '../fields.ts';
import { mistakesBetween, readTypedWords, wordings, type Candidate, type TypedWord } from './another-wording.ts';
import { matchQuery } from './match.ts';
import { searchRequest } from './query.ts';

/**
 * Another wording for a search that finds nothing: words nobody has written are replaced by the nearest ones of titles,
 * authors, subjects and series, or of the Finnish dictionary; all else stays as the reader typed it. Only what finds works
 * under the reader's own filters is proposed, the nearest first, of equally near ones what finds most.
 * Two small requests, bounded in time; undefined where there is no such wording, or the engine does not tell in time.
 */
export type DidYouMean = (query: Wanted, signal?: AbortSignal) => Promise<string | undefined>;

type Wanted = Omit<SearchQuery, 'page' | 'size' | 'after' | 'sort' | 'facets'>;

interface Deps {
  readonly elasticsearch: Client;
  readonly aliases: Aliases;
  readonly analysis: Analysis;
  readonly voikko?: Voikko | undefined;
}

const patienceMs = 400;
/** A reader mistypes a word or two; a line of words none of which stands anywhere is something else. */
const mostReplaced = 3;
/** The dictionary takes up to 15 ms a word, in which this process does nothing else. */
const mostAskedOfDictionary = 2;
const candidatesOfWord = 4;
const mostWordings = 8;

export function createDidYouMean({ voikko, ...deps }: Deps): DidYouMean {
  const dictionary = new LRUCache<string, string[]>({ max: 2_000 });
  const ofDictionary = (word: string): string[] => {
    const known = dictionary.get(word) ?? voikko?.suggest(word) ?? [];
    dictionary.set(word, known);
    return known.filter((one) => !one.includes(' ')).map(fold);
  };

  return async function didYouMean(query, signal) {
    const words = readTypedWords(query.q);
    if (!words.some(({ isReplaceable }) => isReplaceable)) return undefined;
    const late = AbortSignal.timeout(patienceMs);
    const options = { signal: signal ? AbortSignal.any([signal, late]) : late };
    try {
      const { found, nearest } = await askForWords(words, query.in, deps, options);
      const missing = words.filter((word, index) => word.isReplaceable && !found[index]);
      if (missing.length > mostReplaced) return undefined;
      let asked = 0;
      const candidates = new Map(
        (missing.length > 0 ? missing : words.filter(({ isReplaceable }) => isReplaceable)).map((word) => {
          const near = nearest.get(word.folded) ?? [];
          const enough = near.some(({ distance }) => distance === 1) || missing.length === 0;
          const more = enough || asked++ >= mostAskedOfDictionary ? [] : ofDictionary(word.folded);
          return [word, bestOf(word, [...near, ...more.map((text) => ({ text, works: 0 }))])];
        }),
      );
      const all = wordings(query.q, words, candidates, { together: missing.length > 0 }).slice(0, mostWordings);
      return await bestFinding(query, all, deps, options);
    } catch (error) {
      if (signal?.aborted) throw error;
      return undefined; // a search without a proposal is still a search
    }
  };
}

function bestOf(word: TypedWord, near: readonly { text: string; works: number }[]): Candidate[] {
  const all = new Map<string, Candidate>();
  for (const { text, works } of near) {
    const distance = mistakesBetween(word.folded, text);
    if (distance && isWord(text)) all.set(text, { text, distance, works: works + (all.get(text)?.works ?? 0) });
  }
  return [...all.values()].toSorted((a, b) => a.distance - b.distance || b.works - a.works).slice(0, candidatesOfWord);
}

/** Not the stems that stand among base forms. */
const isWord = (text: string) => !text.includes(':');

/** Which words stand anywhere in the scope, and what words of the catalogue come near them. */
async function askForWords(
  words: readonly TypedWord[],
  scope: SearchQuery['in'],
  { elasticsearch, aliases, analysis }: Deps,
  options: { signal: AbortSignal },
) {
  const text = words
    .filter(({ isReplaceable }) => isReplaceable)
    .map(({ folded }) => folded)
    .join(' ');
  const term = {
    analyzer: 'whitespace',
    suggest_mode: 'always',
    string_distance: 'damerau_levenshtein',
    max_edits: 2,
    prefix_length: 0,
    min_word_length: 4,
    size: 6,
  } as const;
  const answer = await elasticsearch.search<unknown, { found: { buckets: Record<string, { doc_count: number }> } }>(
    {
      index: aliases.read,
      size: 0,
      track_total_hits: false,
      aggs: {
        found: {
          filters: {
            filters: Object.fromEntries(
              words.map(({ text: q }, index) => [index, matchQuery({ q, in: scope }, analysis)]),
            ),
          },
        },
      },
      suggest: Object.fromEntries(fieldsOf(scope).map((field) => [field, { text, term: { field, ...term } }])),
    },
    options,
  );
  const found = words.map((_word, index) => (answer.aggregations?.found.buckets[index]?.doc_count ?? 0) > 0);
  const nearest = new Map<string, { text: string; works: number; distance: number }[]>();
  for (const entry of Object.values(answer.suggest ?? {}).flat()) {
    const near = [entry.options]
      .flat()
      .flatMap((option) =>
        'freq' in option
          ? [{ text: option.text, works: option.freq, distance: mistakesBetween(entry.text, option.text) }]
          : [],
      );
    nearest.set(entry.text, [...(nearest.get(entry.text) ?? []), ...near]);
  }
  return { found, nearest };
}

/** Fields whose words readers search by, one of each: as they stand, or else in base forms. */
function fieldsOf(scope: Scope): string[] {
  const fields = new Map<string, string>();
  for (const form of forms.filter(({ name }) => name === 'lemma' || name === 'exact').toReversed())
    for (const boosted of boostedFields(scope, form)) {
      const [field = ''] = boosted.split('^');
      const [of = ''] = field.split('_');
      if (of !== 'description' && of !== 'publisher') fields.set(of, field);
    }
  return [...fields.values()];
}

async function bestFinding(
  query: Wanted,
  all: readonly { text: string; distance: number }[],
  { elasticsearch, aliases, analysis }: Deps,
  options: { signal: AbortSignal },
): Promise<string | undefined> {
  if (all.length === 0) return undefined;
  const counted = { ...query, size: 0, page: 1, after: undefined, sort: 'relevance' as const, facets: [] };
  const { responses } = await elasticsearch.msearch(
    {
      index: aliases.read,
      searches: all.flatMap(({ text: q }) => [{}, searchRequest({ ...counted, q }, { analysis })]),
    },
    options,
  );
  const finding = all.flatMap((wording, index) => {
    const answer = responses[index];
    const total = answer && 'hits' in answer ? answer.hits.total : 0;
    const works = typeof total === 'number' ? total : (total?.value ?? 0);
    return works > 0 ? [{ ...wording, works }] : [];
  });
  return finding.toSorted((a, b) => a.distance - b.distance || b.works - a.works)[0]?.text;
}
