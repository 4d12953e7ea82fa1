import type { Client } from '@elastic/elasticsearch';
import { LRUCache } from 'lru-cache';
import type { SearchQuery } from '../../domain/discovery/schema.ts';
import type { Aliases } from '../aliases.ts';
import type { Analysis } from '../analysis/analysis.ts';
import { fold } from '../analysis/fold.ts';
import type { Voikko } from '../analysis/voikko.ts';
import { boostedFields, forms, type Scope } from '../fields.ts';
import {
  joined,
  mistakesBetween,
  nearestFirst,
  readTypedWords,
  replaced,
  type Candidate,
  type TypedWord,
  type Wording,
} from './another-wording.ts';
import { keysOf } from '../texts.ts';
import { matchQuery } from './match.ts';
import { searchRequest } from './query.ts';

/**
 * Another wording for a search that finds `works` as it was typed. Where that is none, words nobody has written are replaced by
 * the nearest ones of titles, authors, subjects and series, or of the Finnish dictionary. Where it is few, a word that is in
 * no dictionary and hardly in the catalogue may be a slip that some record shares: it is replaced by one of the catalogue
 * that is there many times as often. All else stays as the reader typed it. Only what finds works under the reader's own
 * filters is proposed, and many times as many; the nearest first, of equally near ones what is a whole title, then what finds most.
 * Two small requests at most, bounded in time; undefined where there is no such wording, or the engine does not tell in time.
 */
export type DidYouMean = (query: Wanted, works: number, signal?: AbortSignal) => Promise<string | undefined>;

type Wanted = Omit<SearchQuery, 'page' | 'size' | 'after' | 'sort' | 'facets'>;

interface Deps {
  readonly elasticsearch: Client;
  readonly aliases: Aliases;
  readonly analysis: Analysis;
  readonly voikko?: Voikko | undefined;
}

/** Who finds nothing as typed waits gladly for what was meant; a proposal beside works is worth less. */
const patienceMs = { instead: 1_000, beside: 400 } as const;
/** A reader mistypes a word or two; a line of words none of which stands anywhere is something else. */
const mostReplaced = 3;
/** The dictionary takes up to 15 ms a word, in which this process does nothing else. */
const mostAskedOfDictionary = 2;
const candidatesOfWord = 4;
const mostWordings = 8;
/** What finds more works than this was hardly mistyped. */
const few = 3;
/** Words of more works than this are not mistyped, and cost time. */
const rare = 1_000;
/** A slip that the catalogue has too is seen by the word meant being there so many times as often. */
const timesAsOften = 10;

export function createDidYouMean({ voikko, ...deps }: Deps): DidYouMean {
  const dictionary = new LRUCache<string, string[]>({ max: 2_000 });
  const ofDictionary = (word: string): string[] => {
    const known = dictionary.get(word) ?? voikko?.suggest(word) ?? [];
    dictionary.set(word, known);
    return known.filter((one) => !one.includes(' ')).map(fold);
  };

  const isInDictionary = (word: TypedWord) => (voikko?.analyse(word.text).length ?? 0) > 0;

  return async function didYouMean(query, works, signal) {
    if (works > few) return undefined;
    const words = readTypedWords(query.q);
    const doubtful = words.filter((word) => word.isReplaceable && (works === 0 || !isInDictionary(word)));
    if (doubtful.length === 0) return undefined;
    const late = AbortSignal.timeout(works === 0 ? patienceMs.instead : patienceMs.beside);
    const options = { signal: signal ? AbortSignal.any([signal, late]) : late };
    try {
      const told = await askForWords(words, query.in, deps, options);
      const all = works === 0 ? instead(query.q, words, told, ofDictionary) : beside(query.q, doubtful, told);
      const [best] = await finding(query, all.slice(0, mostWordings), works * timesAsOften || 1, deps, options);
      return best?.text;
    } catch (error) {
      if (signal?.aborted) throw error;
      return undefined; // a search without a proposal is still a search
    }
  };
}

/** Where nothing has all words: other words for those nobody has written, or for one of all; or two words as one. */
function instead(
  q: string,
  words: readonly TypedWord[],
  { works, nearest }: ToldOfWords,
  ofDictionary: (word: string) => string[],
): Wording[] {
  const missing = words.filter((word) => word.isReplaceable && !works.get(word));
  if (missing.length > mostReplaced) return [];
  let asked = 0;
  const candidates = new Map(
    (missing.length > 0 ? missing : words.filter(({ isReplaceable }) => isReplaceable)).map((word) => {
      const near = nearest.get(word.folded) ?? [];
      const enough = near.some(({ distance }) => distance === 1) || missing.length === 0;
      const more = enough || asked++ >= mostAskedOfDictionary ? [] : ofDictionary(word.folded);
      return [word, bestOf(word, [...near, ...more.map((text) => ({ text, works: 0 }))])];
    }),
  );
  return nearestFirst([...replaced(q, candidates, { together: missing.length > 0 }), ...joined(q, words)]);
}

/** Where something has all words: one that is there much more often for one that is hardly there. */
function beside(q: string, doubtful: readonly TypedWord[], { works, nearest }: ToldOfWords): Wording[] {
  const candidates = doubtful.flatMap((word): [TypedWord, Candidate[]][] => {
    const own = works.get(word) ?? 0;
    const better = (nearest.get(word.folded) ?? []).filter((near) => near.works >= timesAsOften * Math.max(1, own));
    return own <= few ? [[word, bestOf(word, better)]] : [];
  });
  return nearestFirst(replaced(q, new Map(candidates), { together: false }));
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

interface ToldOfWords {
  /** How many works have the word in the scope, in whatever form. */
  readonly works: ReadonlyMap<TypedWord, number>;
  /** Words of the catalogue that come near, by what was typed. */
  readonly nearest: ReadonlyMap<string, readonly { text: string; works: number; distance: number }[]>;
}

async function askForWords(
  words: readonly TypedWord[],
  scope: SearchQuery['in'],
  { elasticsearch, aliases, analysis }: Deps,
  options: { signal: AbortSignal },
): Promise<ToldOfWords> {
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
    max_term_freq: rare,
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
  const works = new Map(words.map((word, index) => [word, answer.aggregations?.found.buckets[index]?.doc_count ?? 0]));
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
  return { works, nearest };
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

/** Those that find so many works at least under the reader's filters, the best first. */
async function finding(
  query: Wanted,
  all: readonly Wording[],
  least: number,
  { elasticsearch, aliases, analysis }: Deps,
  options: { signal: AbortSignal },
): Promise<Wording[]> {
  if (all.length === 0) return [];
  const counted = { ...query, size: 0, page: 1, after: undefined, sort: 'relevance' as const, facets: [] };
  const { responses } = await elasticsearch.msearch(
    {
      index: aliases.read,
      searches: all.flatMap(({ text: q }) => [
        {},
        {
          ...searchRequest({ ...counted, q }, { analysis }),
          aggs: { titles: { filter: { terms: { titleKey: keysOf(analysis.encodeQuery(q)) } } } },
        },
      ]),
    },
    options,
  );
  const found = all.map((wording, index) => {
    const answer = responses[index];
    const { hits, aggregations } = answer && 'hits' in answer ? answer : {};
    const works = typeof hits?.total === 'number' ? hits.total : (hits?.total?.value ?? 0);
    const titles = aggregations?.['titles'];
    return {
      ...wording,
      works,
      isTitle: titles !== undefined && 'doc_count' in titles && Number(titles.doc_count) > 0,
    };
  });
  return nearestFirst(found.filter(({ works }) => works >= least));
}
