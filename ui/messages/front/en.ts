import type { Said } from '../said.ts';
import type { fi } from './fi.ts';

/** The front page, and those of the towns, in English. */
export const en: Said<typeof fi> = {
  'front.title': 'What would you like to borrow?',
  'front.hint': 'Search by title, author, subject or ISBN, in any form of the words.',
  'front.formats': 'Browse by format',
  'front.popular': 'Most borrowed',
  'front.newest': 'New arrivals',
  'front.children': 'For children',
  'front.all': 'Show all',
  'front.allOf': 'Show all: {what}',
  'front.towns': 'Eleven municipalities, one library',
  'front.townsHint': 'Choose your own, and its availability is shown first.',
  'front.partial': 'Works cannot be shown just now. Searching may still work in a moment.',

  'town.merged.hameenkoski': 'Hämeenkoski has been part of Hollola since 2016. The library stays where it was.',
  'town.merged.nastola': 'Nastola has been part of Lahti since 2016. The library stays where it was.',
  'town.branches': 'Libraries',
  'town.all': 'The whole region',
};
