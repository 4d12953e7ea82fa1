import { FacetQuery, facets, FacetValues, SearchQuery, SearchResult } from '../../domain/discovery/schema.ts';
import type { SearchWords } from '../../domain/search-words/service.ts';
import type { Count } from '../../domain/statistics/schema.ts';
import type { Search } from '../../indexer/search/search.ts';
import { contains } from '../../indexer/search/facet-pattern.ts';
import { labelled, labelledValues } from '../../ui/present.ts';
import { countSearch } from '../count-search.ts';
import { endpoint } from '../endpoint.ts';
import { problem } from '../problems.ts';

interface SearchDeps {
  readonly search: Search;
  readonly statistics: { readonly count: Count };
  readonly searchWords: Pick<SearchWords, 'note'>;
}

export const searchEndpoints = ({ search, statistics, searchWords }: SearchDeps) => [
  endpoint({
    method: 'get',
    path: '/search',
    operationId: 'search',
    summary: 'Find works by words, narrowed by facets. Values of one facet are OR-ed, facets are AND-ed.',
    query: SearchQuery,
    answer: SearchResult,
    problems: ['invalid-request', 'cursor-invalid', 'search-unavailable'],
    async handle({ query, signal }) {
      const result = await search.search(query, signal);
      countSearch({ count: statistics.count, words: searchWords }, query, result);
      return labelled(result, query.lang);
    },
  }),
  endpoint({
    method: 'get',
    path: '/facets/:name',
    operationId: 'facetValues',
    summary: 'Find among all values of a facet, counted as the search with the same words and filters counts them',
    query: FacetQuery,
    answer: FacetValues,
    problems: ['invalid-request', 'facet-not-found', 'search-unavailable'],
    async handle({ ctx, query, signal }) {
      const facet = facets.find(({ name }) => name === ctx.params['name']);
      if (!facet)
        throw problem('facet-not-found', { detail: `These are: ${facets.map(({ name }) => name).join(', ')}` });
      const { values, more } = await search.facet(facet.name, query, signal);
      const named = labelledValues(facet.name, values, query.lang);
      if (facet.open) return { values: named, more };
      const found = named.filter(({ label }) => contains(label, query.contains));
      return { values: found.slice(0, query.size), more: found.length > query.size };
    },
  }),
];
