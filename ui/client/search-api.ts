import type { Locale } from '../../config/locales.ts';
import { searchParameters } from '../search/address.ts';
import type { Failure, ListedResult, Wish } from '../search/state.ts';

/** What came of asking; `overtaken` where a later search was asked meanwhile. */
export type Outcome = { result: ListedResult } | { failure: Failure } | 'overtaken';

const remembered = 40;
/** How long an answer is as good as a new one: copies come and go. */
const freshMs = 5 * 60_000;

/**
 * Asks the API for searches, one at a time: a new one ends the one before. Answers are remembered for going back, and may be
 * fetched before they are asked for, which delays no search and tells of no failure.
 */
export function searchApi(locale: Locale) {
  const known = new Map<string, { result: ListedResult; until: number }>();
  let asking: AbortController | undefined;
  let early: { query: string; answer: Promise<ListedResult | undefined>; end: AbortController } | undefined;

  const queryOf = (wish: Wish): string => {
    const parameters = searchParameters(wish);
    parameters.set('lang', locale);
    return parameters.toString();
  };
  const keep = (query: string, result: ListedResult) => {
    known.delete(query);
    known.set(query, { result, until: Date.now() + freshMs });
    const [oldest] = known.keys();
    if (known.size > remembered && oldest !== undefined) known.delete(oldest);
  };
  const recall = (query: string): ListedResult | undefined => {
    const before = known.get(query);
    return before && before.until > Date.now() ? before.result : undefined;
  };
  const request = (query: string, { signal }: AbortController, priority: RequestPriority) =>
    fetch(`/api/v1/search?${query}`, { signal, priority });

  return {
    remember(wish: Wish, result: ListedResult): void {
      keep(queryOf(wish), result);
    },
    async search(wish: Wish): Promise<Outcome> {
      asking?.abort();
      const mine = new AbortController();
      asking = mine;
      const query = queryOf(wish);
      try {
        const ready = recall(query) ?? (early?.query === query ? await early.answer : undefined);
        if (mine.signal.aborted) return 'overtaken';
        if (ready) return { result: ready };
        const response = await request(query, mine, 'high');
        if (!response.ok) return { failure: failureOf(response.status) };
        const result = (await response.json()) as ListedResult;
        keep(query, result);
        return { result };
      } catch {
        if (mine.signal.aborted) return 'overtaken';
        return { failure: navigator.onLine ? 'unavailable' : 'offline' };
      }
    },
    /** Fetches an answer that is likely to be asked for soon; of several such the last only. */
    prefetch(wish: Wish): void {
      const query = queryOf(wish);
      if (recall(query) || early?.query === query) return;
      early?.end.abort();
      const end = new AbortController();
      const fetched = async (): Promise<ListedResult | undefined> => {
        try {
          const response = await request(query, end, 'low');
          if (!response.ok) return undefined;
          const result = (await response.json()) as ListedResult;
          keep(query, result);
          return result;
        } catch {
          return undefined; // not now: the search itself will tell
        } finally {
          if (early?.end === end) early = undefined;
        }
      };
      early = { query, answer: fetched(), end };
    },
  };
}

function failureOf(status: number): Failure {
  if (status >= 500) return status === 500 ? 'failed' : 'unavailable';
  return status === 429 ? 'unavailable' : 'invalid';
}
