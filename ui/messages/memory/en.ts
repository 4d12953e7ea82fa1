import type { Said } from '../said.ts';
import type { fi } from './fi.ts';

/** The memory list wherever works are, in English. */
export const en: Said<typeof fi> = {
  'memory.title': 'Memory list',
  'memory.count': {
    one: 'You have {n} work on your memory list.',
    other: 'You have {n} works on your memory list.',
  },
  'memory.add': 'Add to memory list',
  'memory.added': 'On memory list',
  'memory.remove': 'Remove from memory list',
  'memory.told.added': 'Added to memory list: {title}',
  'memory.told.removed': 'Removed from memory list: {title}',
  'memory.told.full': 'The memory list is full: {n} works. Remove one to add this: {title}',
  'memory.undo': 'Undo',
  'memory.close': 'Close notice',
};
