import { Facet, Paging, PagingInfo, Results, SearchBox, SearchProvider } from '@elastic/react-search-ui';
import ElasticsearchAPIConnector from '@elastic/search-ui-elasticsearch-connector';
import '@elastic/react-search-ui-views/lib/styles/styles.css';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';

/** The search widget as one would build it with Search UI: box, results, facets, paging, how many there are. */
const facets = ['format', 'language', 'municipality', 'branch', 'audience', 'fiction', 'genre', 'subject', 'author', 'series']; // prettier-ignore
const config = {
  apiConnector: new ElasticsearchAPIConnector({ host: 'https://kirjasto.example', index: 'works' }),
  searchQuery: { facets: Object.fromEntries(facets.map((field) => [field, { type: 'value', size: 50 }])) },
};
const page = createElement(
  SearchProvider,
  { config },
  createElement(SearchBox, { searchAsYouType: true, autocompleteSuggestions: true }),
  createElement(PagingInfo, {}),
  ...facets.map((field) => createElement(Facet, { field, label: field, isFilterable: true, key: field })),
  createElement(Results, { titleField: 'title' }),
  createElement(Paging, {}),
);
const root = document.querySelector('#search');
if (root) createRoot(root).render(page);
