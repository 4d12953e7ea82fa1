import type { SearchQuery, SearchResult } from '../domain/discovery/schema.ts';
import type { Count } from '../domain/statistics/schema.ts';

/** Counts a search that somebody has typed, once however far they read on; what it was for is not kept. */
export function countSearch(
  count: Count,
  { q, page, after }: Pick<SearchQuery, 'q' | 'page' | 'after'>,
  { total }: Pick<SearchResult, 'total'>,
): void {
  if (q === '' || after !== undefined || page !== 1) return;
  count({ kind: 'search' });
  if (total === 0) count({ kind: 'searchWithoutHits' });
}
