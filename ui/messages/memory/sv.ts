import type { Said } from '../said.ts';
import type { fi } from './fi.ts';

/** The memory list wherever works are, in Swedish. */
export const sv: Said<typeof fi> = {
  'memory.title': 'Minneslista',
  'memory.count': {
    one: 'Du har {n} verk på minneslistan.',
    other: 'Du har {n} verk på minneslistan.',
  },
  'memory.add': 'Lägg till på minneslistan',
  'memory.added': 'På minneslistan',
  'memory.remove': 'Ta bort från minneslistan',
  'memory.told.added': 'Tillagt på minneslistan: {title}',
  'memory.told.removed': 'Borttaget från minneslistan: {title}',
  'memory.told.full': 'Minneslistan är full: {n} verk. Ta först bort något, så ryms detta: {title}',
  'memory.undo': 'Ångra',
  'memory.close': 'Stäng meddelandet',
};
