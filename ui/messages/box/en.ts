import type { Said } from '../said.ts';
import type { fi } from './fi.ts';

/** The search box and its suggestions, in English. */
export const en: Said<typeof fi> = {
  'search.action': 'Search',
  'search.label': 'Search the libraries’ collections',
  'search.placeholder': 'Title, author, subject or ISBN',
  'search.in': 'Search in',

  'suggest.label': 'Suggestions',
  'suggest.count': { one: '{n} suggestion', other: '{n} suggestions' },
  'suggest.work': 'Work',
  'results.count': { one: '{n} work', other: '{n} works' },
  'facet.author': 'Author',
  'facet.subject': 'Subject',
  'facet.tag': 'Readers’ tag',
  'facet.series': 'Series',

  'recent.label': 'Your recent searches',
  'recent.count': {
    one: '{n} recent search. Delete removes the chosen one.',
    other: '{n} recent searches. Delete removes the chosen one.',
  },
  'recent.erase': 'Remove the recent search: {q}',
  'recent.erased': 'Removed: {q}',
  'recent.eraseAll': 'Remove recent searches from this device',
  'recent.erasedAll': 'Recent searches have been removed.',

  'in.all': 'All fields',
  'in.title': 'Title',
  'in.author': 'Author',
  'in.subject': 'Subject',
  'in.series': 'Series',
  'in.isbn': 'ISBN',
  'in.shelfMark': 'Shelf mark',
};
