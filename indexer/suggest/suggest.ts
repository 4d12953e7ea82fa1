import type { Client, estypes } from '@elastic/elasticsearch';
import { LRUCache } from 'lru-cache';
import type { Suggestion, SuggestQuery } from '../../domain/discovery/suggestion.ts';
import { readSuggestQuery, suggestRequest, suggestRequestForStart, type SuggestAnswer } from './suggest-query.ts';
import { mixed } from './mix.ts';
import type { SuggestionIndex } from './suggestion-index.ts';

export interface Suggest {
  /**
   * What a reader may be about to type, the likeliest first: titles, authors, subjects and series that have every word, the
   * beginning of one being enough; where those are few and none begins with what was typed, also what is spelt nearly so. Subjects also by their labels in the
   * reader's language. Nothing where no suggestions stand. An answer is remembered until newer suggestions serve, or for
   * `freshMs` where nobody asks for anything else.
   *
   * @throws the client's errors where the engine is away or refuses
   */
  suggest(query: Pick<SuggestQuery, 'q' | 'size' | 'lang'>, signal?: AbortSignal): Promise<Suggestion[]>;
}

/** With fewer than these, misspelt words are thought of: that costs the engine twice as much as all else. */
const few = 4;
/** Many readers type the same beginnings; some 5 MB. */
const answersRemembered = 5_000;
const freshMs = 60_000;

export function createSuggest(deps: { elasticsearch: Client; suggestions: SuggestionIndex }): Suggest {
  const remembered = new LRUCache<string, Suggestion[]>({ max: answersRemembered, ttl: freshMs });
  let served: string | undefined;

  const send = async (request: estypes.SearchRequest, signal: AbortSignal | undefined) => {
    const { aggregations, terminated_early } = await deps.elasticsearch.search<unknown, SuggestAnswer>(
      request,
      signal ? { signal } : {},
    );
    const hits = (aggregations?.kinds.buckets ?? []).flatMap(({ top }) => top.hits.hits);
    const index = hits[0]?._index;
    if (index !== undefined && index !== served) {
      remembered.clear();
      served = index;
    }
    return { hits, isWhole: !terminated_early };
  };

  return {
    async suggest({ q, size, lang }, signal) {
      const words = readSuggestQuery(q);
      if (words.length === 0) return [];
      const key = `${lang} ${size} ${words.join(' ')}`;
      const known = remembered.get(key);
      if (known) return known;
      const wanted = { index: deps.suggestions.alias, size, lang };
      const { hits, isWhole } = await send(suggestRequest(words, { ...wanted, typos: false }), signal);
      const start = isWhole
        ? []
        : (await send(suggestRequestForStart(words, { ...wanted, typos: false }), signal)).hits;
      const exact = mixed([...hits, ...start], size);
      const near =
        exact.length < Math.min(few, size) && !exact.some(isBegunBy(words)) && words.some(mayBeMisspelt)
          ? mixed((await send(suggestRequest(words, { ...wanted, typos: true }), signal)).hits, size)
          : [];
      const found = unique([...exact, ...near]).slice(0, size);
      if (found.length > 0) remembered.set(key, found);
      return found;
    },
  };
}

/** Whether a reader who has typed these words is about to type just that. */
const isBegunBy =
  (words: readonly string[]) =>
  ({ text, label = text }: Suggestion): boolean =>
    readSuggestQuery(label).join(' ').startsWith(words.join(' '));

const mayBeMisspelt = (word: string) => word.length >= 4;

function unique(all: readonly Suggestion[]): Suggestion[] {
  return [...new Map(all.map((one) => [`${one.kind} ${one.workId ?? one.text}`, one])).values()];
}
