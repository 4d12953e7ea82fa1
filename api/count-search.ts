import type { SearchQuery, SearchResult } from '../domain/discovery/schema.ts';
import type { SearchWords } from '../domain/search-words/service.ts';
import type { Count } from '../domain/statistics/schema.ts';

/** Counts a search that somebody has typed, once however far they read on, and its words apart from who has typed them. */
export function countSearch(
  { count, words }: { readonly count: Count; readonly words: Pick<SearchWords, 'note'> },
  { q, page, after }: Pick<SearchQuery, 'q' | 'page' | 'after'>,
  { total, matched }: Pick<SearchResult, 'total' | 'matched'>,
): void {
  if (q === '' || after !== undefined || page !== 1) return;
  count({ kind: 'search' });
  if (total === 0) count({ kind: 'searchWithoutHits' });
  words.note(q, matched === 'all');
}
