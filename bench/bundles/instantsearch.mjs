import { liteClient } from 'algoliasearch/lite';
import instantsearch from 'instantsearch.js';
import { hits, pagination, refinementList, searchBox, stats } from 'instantsearch.js/es/widgets/index.js';

/** The search widget as one would build it with InstantSearch.js: box, hits, facets, paging, stats. */
const search = instantsearch({ indexName: 'works', searchClient: liteClient('app', 'key'), routing: true });
const facets = ['format', 'language', 'municipality', 'branch', 'audience', 'fiction', 'genre', 'subject', 'author', 'series']; // prettier-ignore
search.addWidgets([
  searchBox({ container: '#box' }),
  stats({ container: '#stats' }),
  ...facets.map((attribute) => refinementList({ container: `#${attribute}`, attribute, searchable: true, showMore: true })), // prettier-ignore
  hits({ container: '#hits', templates: { item: (hit, { html }) => html`<h2>${hit['title']}</h2>` } }),
  pagination({ container: '#pages' }),
]);
search.start();
