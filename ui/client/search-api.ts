import type { Locale } from '../../config/locales.ts';
import { searchParameters } from '../search/address.ts';
import type { Failure, ListedResult, Wish } from '../search/state.ts';

/** What came of asking; `overtaken` where a later search was asked meanwhile. */
export type Outcome = { result: ListedResult } | { failure: Failure } | 'overtaken';

const remembered = 20;

/**
 * Asks the API for searches, one at a time: a new one ends the one before. Answers are remembered by their address for
 * going back.
 */
export function searchApi(locale: Locale) {
  const known = new Map<string, ListedResult>();
  let asking: AbortController | undefined;

  const remember = (query: string, result: ListedResult) => {
    known.delete(query);
    known.set(query, result);
    const [oldest] = known.keys();
    if (known.size > remembered && oldest !== undefined) known.delete(oldest);
  };

  return {
    remember,
    async search(query: string, wish: Wish): Promise<Outcome> {
      asking?.abort();
      const before = known.get(query);
      if (before) return { result: before };
      const mine = new AbortController();
      asking = mine;
      const parameters = searchParameters(wish);
      parameters.set('lang', locale);
      try {
        const response = await fetch(`/api/v1/search?${parameters}`, { signal: mine.signal });
        if (!response.ok) return { failure: failureOf(response.status) };
        const result = (await response.json()) as ListedResult;
        remember(query, result);
        return { result };
      } catch {
        if (mine.signal.aborted) return 'overtaken';
        return { failure: navigator.onLine ? 'unavailable' : 'offline' };
      }
    },
  };
}

function failureOf(status: number): Failure {
  if (status >= 500) return status === 500 ? 'failed' : 'unavailable';
  return status === 429 ? 'unavailable' : 'invalid';
}
