// First of all: it teaches Lit to take over what the server has drawn.
import '@lit-labs/ssr-client/lit-element-hydrate-support.js';
import './styles/index.css';
import { takeOverSearch } from './client/search-session.ts';

/**
 * The browser's way in. The words of the page's language are there already (`client/words/`, a script of its own before
 * this one): elements speak as soon as they are defined.
 */
takeOverSearch();
