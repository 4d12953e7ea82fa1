import type { Locale } from '../../config/locales.ts';
import type { Links } from './links.ts';
import type { SearchQuery, SearchResult, WorkSummary } from '../../domain/discovery/schema.ts';

/** What a reader asks for: a search as the address tells it. The language is the page's, the facets are all. */
export type Wish = Omit<SearchQuery, 'lang' | 'facets'>;

/** A work as the result list shows it. */
export type ListedWork = Pick<
  WorkSummary,
  'id' | 'title' | 'authors' | 'yearFrom' | 'yearTo' | 'formats' | 'languages' | 'availability' | 'rating'
>;

export type ListedResult = Pick<SearchResult, 'total' | 'matched' | 'facets' | 'suggestion'> & { items: ListedWork[] };

/** Why there is nothing to show: the address asks too much or is broken, the index or the network is away, or a fault. */
export type Failure = 'invalid' | 'beyond' | 'unavailable' | 'offline' | 'failed';

/** All that the search page is drawn from, on the server and in the browser alike. */
export interface SearchState {
  readonly locale: Locale;
  readonly wish: Wish;
  /** What the address keeps besides the search. */
  readonly links: Links;
  /** The municipality or branch the reader had this device remember as their own. */
  readonly remembered?: string | undefined;
  readonly result?: ListedResult | undefined;
  readonly failure?: Failure | undefined;
  /** Address of the search whose filters have just been removed, all of them. */
  readonly undo?: string | undefined;
  /** True while an answer is slow to come. */
  readonly loading?: boolean | undefined;
}
