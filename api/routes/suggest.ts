import { SuggestQuery, Suggestions } from '../../domain/discovery/suggestion.ts';
import type { Suggest } from '../../indexer/suggest/suggest.ts';
import { endpoint } from '../endpoint.ts';

export const suggestEndpoints = ({ suggest }: { suggest: Suggest }) => [
  endpoint({
    method: 'get',
    path: '/suggest',
    operationId: 'suggest',
    summary: 'Titles, authors, subjects and series for what has been typed so far, the likeliest first',
    query: SuggestQuery,
    answer: Suggestions,
    problems: ['invalid-request', 'search-unavailable'],
    handle: async ({ query, signal }) => ({ items: await suggest.suggest(query, signal) }),
  }),
];
