import type { Said } from '../said.ts';
import type { fi } from './fi.ts';

/** What readers search for, in English. */
export const en: Said<typeof fi> = {
  'searchWords.title': 'Search words',
  'searchWords.lead': 'What is searched for, and what is not found. Add a missing word straight to the synonyms.',
  'searchWords.month': 'Month',
  'searchWords.table': 'Table',
  'searchWords.table.unfound': 'What was not found',
  'searchWords.table.popular': 'What was searched for most',
  'searchWords.show': 'Show',
  'searchWords.privacy':
    'Words are shown once they were searched for at least {fewest} times, on more than one day. A time is a quarter of an hour in which the words were searched for. Nothing is kept of who searched, and long numbers and addresses are left out. If the server crashes, the last seconds are not counted.',
  'searchWords.none': 'Nothing was searched for at least {fewest} times and on more than one day.',
  'searchWords.words': 'Words',
  'searchWords.occasions': 'Times',
  'searchWords.before': 'The month before',
  'searchWords.unfound': 'Not found as typed',
  'searchWords.act': 'Act',
  'searchWords.synonym': 'Add a synonym',
  'searchWords.csv': 'Download as a table',
  'searchWords.course': 'Searches that found nothing',
  'searchWords.chart': 'Searches without hits by day, {most} at most',
  'searchWords.asTable': 'The same as a table',
  'searchWords.day': 'Day',
  'searchWords.searches': 'Searches',
  'searchWords.withoutHits': 'Without hits',
  'searchWords.share': 'Share',
};
