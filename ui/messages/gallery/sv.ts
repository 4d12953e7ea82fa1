import type { Said } from '../said.ts';
import type { fi } from './fi.ts';

/** The gallery of elements, in Swedish. */
export const sv: Said<typeof fi> = {
  'gallery.title': 'Delar och tillstånd',
  'gallery.intro':
    'Varje del av tjänsten i vart och ett av sina tillstånd. Byt färg, ljushet eller språk, så ser du samma sak som den ser ut i olika kommuner.',
  'gallery.town': 'Kommunens färg',
  'gallery.scheme': 'Ljushet',
  'gallery.scheme.auto': 'Enligt enheten',
  'gallery.scheme.light': 'Ljus',
  'gallery.scheme.dark': 'Mörk',
  'gallery.colours': 'Färger',
  'gallery.covers': 'Omslag',
  'gallery.type': 'Teckenstorlekar',
  'gallery.icons': 'Ikoner',
  'gallery.elements': 'Element',
  'gallery.pages': 'Hela sidor',
  'gallery.state.empty': 'Tomt',
  'gallery.state.one': 'Ett',
  'gallery.state.many': 'Många',
  'gallery.state.long': 'För långt',
  'gallery.state.chosen': 'Valt',
  'gallery.state.loading': 'Laddas',
  'gallery.state.partial': 'En del saknas',
  'gallery.state.failed': 'Fel',
  'gallery.state.offline': 'Inget nät',
  'gallery.state.refused': 'Inte tillgängligt',
  'gallery.page.front': 'Startsidan',
  'gallery.page.search': 'Sökning',
  'gallery.page.problem': 'Felsida',
};
