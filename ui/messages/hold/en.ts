import type { Said } from '../said.ts';
import type { fi } from './fi.ts';

/** Placing a hold, in English. */
export const en: Said<typeof fi> = {
  'hold.place': 'Place hold',
  'hold.title': 'Place hold: {title}',
  'hold.heading': 'Place a hold',
  'hold.edition': 'Which edition',
  'hold.any': 'Any edition, whichever comes first',
  'hold.more': 'Set a last day',
  'hold.free': 'Holds are free. You are told when yours is ready for pickup.',
  'hold.for': 'For whom',
  'hold.placed': 'The hold is placed',
  'hold.undo': 'Undo this hold',
  'hold.undone': 'The hold has been cancelled.',
  'hold.seeAll': 'My holds',
  'hold.backToWork': 'Back to the work',
  'hold.refused': 'The hold cannot be placed',
};
