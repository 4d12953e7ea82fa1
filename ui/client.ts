// First of all: it teaches Lit to take over what the server has drawn.
import '@lit-labs/ssr-client/lit-element-hydrate-support.js';
import './styles/index.css';
import './elements/lastu-memory-button/lastu-memory-button.ts';
import './elements/lastu-memory-count/lastu-memory-count.ts';
import './elements/lastu-search-box/lastu-search-box.ts';
import { offerRecentSearches } from './elements/lastu-search-box/recent-searches.ts';

/**
 * What every page loads. The words of its language are there already (`client/words/`, a script of its own before this one):
 * elements speak as soon as they are defined. What a page needs besides stands in a script of its own beside this folder's
 * `search.ts`, named by the page (`Page.script`).
 */
offerRecentSearches();
