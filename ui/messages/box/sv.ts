import type { Said } from '../said.ts';
import type { fi } from './fi.ts';

/** The search box and its suggestions, in Swedish. */
export const sv: Said<typeof fi> = {
  'search.action': 'Sök',
  'search.label': 'Sök i bibliotekens samlingar',
  'search.placeholder': 'Titel, upphovsman, ämne eller ISBN',
  'search.in': 'Sök i',

  'suggest.label': 'Förslag',
  'suggest.count': { one: '{n} förslag', other: '{n} förslag' },
  'suggest.work': 'Verk',
  'results.count': { one: '{n} verk', other: '{n} verk' },
  'facet.author': 'Upphovsman',
  'facet.subject': 'Ämne',
  'facet.tag': 'Läsarnas tagg',
  'facet.series': 'Serie',

  'recent.label': 'Dina tidigare sökningar',
  'recent.count': {
    one: '{n} tidigare sökning. Delete tar bort den valda.',
    other: '{n} tidigare sökningar. Delete tar bort den valda.',
  },
  'recent.erase': 'Ta bort den tidigare sökningen: {q}',
  'recent.erased': 'Borttagen: {q}',
  'recent.eraseAll': 'Ta bort tidigare sökningar från den här enheten',
  'recent.erasedAll': 'De tidigare sökningarna har tagits bort.',

  'in.all': 'Alla fält',
  'in.title': 'Titel',
  'in.author': 'Upphovsman',
  'in.subject': 'Ämne',
  'in.series': 'Serie',
  'in.isbn': 'ISBN',
  'in.shelfMark': 'Signum',
};
