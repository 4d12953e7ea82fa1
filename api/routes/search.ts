import { SearchQuery, SearchResult } from '../../domain/discovery/schema.ts';
import type { Search } from '../../indexer/search/search.ts';
import { labelled } from '../../ui/present.ts';
import { endpoint } from '../endpoint.ts';

export const searchEndpoints = ({ search }: { search: Search }) => [
  endpoint({
    method: 'get',
    path: '/search',
    operationId: 'search',
    summary: 'Find works by words, narrowed by facets. Values of one facet are OR-ed, facets are AND-ed.',
    query: SearchQuery,
    answer: SearchResult,
    problems: ['invalid-request', 'cursor-invalid', 'search-unavailable'],
    handle: async ({ query, signal }) => labelled(await search.search(query, signal), query.lang),
  }),
];
