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
  'facet.series': 'Serie',

  'in.all': 'Alla fält',
  'in.title': 'Titel',
  'in.author': 'Upphovsman',
  'in.subject': 'Ämne',
  'in.series': 'Serie',
  'in.isbn': 'ISBN',
  'in.shelfMark': 'Signum',
};
