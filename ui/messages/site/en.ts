import type { Said } from '../said.ts';
import type { fi } from './fi.ts';

/** What stands around every page, and pages for what could not be done, in English. */
export const en: Said<typeof fi> = {
  'site.name': 'LASTU',
  'site.tagline': 'The shared web library of Päijät-Häme',
  'site.description':
    'Books, audiobooks, films, music, games and magazines from the libraries of eleven municipalities in one search.',
  'site.home': 'LASTU, to the front page',

  'site.back': 'Back to {site}',
  'skip.content': 'Skip to content',
  'skip.results': 'Skip to search results',
  'skip.filters': 'Skip to filters',

  'language.choose': 'Language',

  'footer.about': 'LASTU is the shared library of eleven municipalities: one collection, one card, one search.',
  'footer.towns': 'Libraries of the municipalities',

  'problem.missing.title': 'Page not found',
  'problem.missing.text':
    'The address may have changed, or the work has been removed from the collections. Try finding it by a search.',
  'problem.forbidden.title': 'This page is for library staff',
  'problem.forbidden.text':
    'Your card has no right to this page. If you work at the library, log in with your work card or ask an administrator for the right.',
  'problem.home': 'Go to the front page',
  'problem.search': 'Search',
  'problem.code': 'Error {status}',
  'footer.readers': 'From readers',
  'footer.service': 'The service',
};
