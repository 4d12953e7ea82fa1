import type { Client } from '@elastic/elasticsearch';
import type { Suggestion, SuggestQuery } from '../../domain/discovery/suggestion.ts';
import { readSuggestQuery, suggestRequest, type SuggestAnswer } from './suggest-query.ts';
import { mixed } from './mix.ts';
import type { SuggestionIndex } from './suggestion-index.ts';

export interface Suggest {
  /**
   * What a reader may be about to type, the likeliest first: titles, authors, subjects and series that have every word, the
   * beginning of one being enough; where those are few, also what is spelt nearly so. Nothing where no suggestions stand.
   *
   * @throws the client's errors where the engine is away or refuses
   */
  suggest(query: Pick<SuggestQuery, 'q' | 'size'>, signal?: AbortSignal): Promise<Suggestion[]>;
}

/** With fewer than these, misspelt words are thought of. */
const few = 4;

export function createSuggest(deps: { elasticsearch: Client; suggestions: SuggestionIndex }): Suggest {
  return {
    async suggest({ q, size }, signal) {
      const words = readSuggestQuery(q);
      if (words.length === 0) return [];
      const ask = async (typos: boolean) => {
        const request = suggestRequest(words, { index: deps.suggestions.alias, size, typos });
        const answer = await deps.elasticsearch.search<unknown, SuggestAnswer>(request, signal ? { signal } : {});
        return mixed(answer.aggregations, size);
      };
      const exact = await ask(false);
      if (exact.length >= Math.min(few, size) || !words.some(mayBeMisspelt)) return exact;
      return unique([...exact, ...(await ask(true))]).slice(0, size);
    },
  };
}

const mayBeMisspelt = (word: string) => word.length >= 4;

function unique(all: readonly Suggestion[]): Suggestion[] {
  return [...new Map(all.map((one) => [`${one.kind} ${one.workId ?? one.text}`, one])).values()];
}
