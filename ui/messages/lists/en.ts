import type { Said } from '../said.ts';
import type { fi } from './fi.ts';

export const en: Said<typeof fi> = {
  'lists.new': 'New arrivals',
  'lists.popular': 'Most borrowed',
  'answer.loading': 'Searching',
  'lists.none': 'There are no works here yet.',
  'answer.missing': 'This is no longer in the libraries’ collections.',
  'answer.unavailable': 'The library’s service does not answer right now. Try again in a moment.',
  'answer.offline': 'Your device is not connected. Check the connection and try again.',
  'answer.retry': 'Try again',
  'lists.noneInList': 'There are no works in this list yet.',
  'lists.wholeList': 'The whole list at the library: {n} works',
  'lists.memoryNone': 'Your memory list is empty. Beside a work there is a button that adds it here.',
};
