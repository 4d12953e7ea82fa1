import type { Said } from '../said.ts';
import type { fi } from './fi.ts';

/** The gallery of elements, in English. */
export const en: Said<typeof fi> = {
  'gallery.title': 'Parts and states',
  'gallery.intro':
    'Every part of the service in each of its states. Change the colour, the scheme or the language to see it as it looks in each municipality.',
  'gallery.town': 'Colour of the municipality',
  'gallery.scheme': 'Scheme',
  'gallery.scheme.auto': 'As the device',
  'gallery.scheme.light': 'Light',
  'gallery.scheme.dark': 'Dark',
  'gallery.colours': 'Colours',
  'gallery.covers': 'Covers',
  'gallery.type': 'Sizes of type',
  'gallery.icons': 'Icons',
  'gallery.elements': 'Elements',
  'gallery.pages': 'Whole pages',
  'gallery.state.empty': 'Empty',
  'gallery.state.one': 'One',
  'gallery.state.many': 'Many',
  'gallery.state.long': 'Too long',
  'gallery.state.chosen': 'Chosen',
  'gallery.state.loading': 'Loading',
  'gallery.state.partial': 'A part is missing',
  'gallery.state.failed': 'Failed',
  'gallery.state.offline': 'Offline',
  'gallery.state.refused': 'Not available',
  'gallery.page.front': 'Front page',
  'gallery.page.search': 'Search',
  'gallery.page.problem': 'Page of a problem',
};
