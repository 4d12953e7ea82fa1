import type { Said } from '../said.ts';
import type { fi } from './fi.ts';

/** The page of synonyms, in English. */
export const en: Said<typeof fi> = {
  'synonyms.title': 'Synonyms',
  'synonyms.lead': 'Words that mean the same to the search, and searches you watch.',
  'synonyms.used': 'Searches use version {used}. Version {version} was saved last.',
  'synonyms.usedSame': 'Searches use the version saved last, {version}.',
  'synonyms.usedNone': 'Searches use no synonyms yet. Version {version} was saved last.',
  'synonyms.none': 'No synonyms have been saved yet.',
  'synonyms.use': 'Use version {version} now',
  'synonyms.use.ask': 'Use version {version}?',
  'synonyms.use.explain':
    'All searches use the new synonyms within seconds, without a break, and you can go back to an earlier version.',
  'synonyms.use.no': 'Not yet',
  'synonyms.use.done': 'Searches use version {version} within seconds.',
  'synonyms.byReindex': 'You can also compare first: a reindex gives the new index the synonyms that are saved.',

  'synonyms.groups': 'Groups ({n})',
  'synonyms.groups.none': 'There are no groups.',
  'synonyms.groups.more': 'The first {n} are shown. Search by a word to find the others.',
  'synonyms.find': 'Search the groups',
  'synonyms.add': 'Add a group',
  'synonyms.edit': 'Edit',
  'synonyms.remove': 'Remove',
  'synonyms.language': 'Language',
  'synonyms.language.fi': 'Finnish',
  'synonyms.language.sv': 'Swedish',
  'synonyms.language.en': 'English',
  'synonyms.words': 'Words that mean the same',
  'synonyms.words.hint': 'Part words by commas. Inflected forms are not needed.',
  'synonyms.also': 'Find these too, one way only',
  'synonyms.also.hint':
    'Optional. If you fill this in, a search for the words above finds these too, but not the other way round.',
  'synonyms.ready': 'Done',
  'synonyms.back': 'Cancel',
  'synonyms.wrong.few': 'A group needs two words at least.',
  'synonyms.wrong.twice': 'The word “{word}” is in another group already, or twice.',
  'synonyms.wrong.long': '“{word}” is too long: four words and 80 characters at most.',
  'synonyms.wrong.many': 'A group can have 20 words at most.',

  'synonyms.changes': { one: '{n} change not saved', other: '{n} changes not saved' },
  'synonyms.changes.none': 'All changes are saved.',
  'synonyms.undo': 'Undo the last change',
  'synonyms.note': 'Note for others (optional)',
  'synonyms.save': 'Save as a new version',
  'synonyms.saved': 'Saved as version {version}. Searches use it once you say so.',
  'synonyms.try': 'Try searches',
  'synonyms.try.query': 'Search to try',
  'synonyms.try.go': 'Compare',
  'synonyms.try.explain':
    'See what the search and the watched searches find now and with these groups. Nothing changes.',

  'synonyms.watched': 'Watched searches',
  'synonyms.watched.explain':
    'They are compared before every swap. One search a line. For a figure of relevance write after an arrow which work should be found: sinuhe => Sinuhe egyptiläinen / Waltari',
  'synonyms.watched.label': 'Searches, one a line',
  'synonyms.watched.save': 'Save the watched searches',
  'synonyms.watched.saved': { one: '{n} search is saved.', other: '{n} searches are saved.' },

  'synonyms.versions': 'Versions',
  'synonyms.column.version': 'Version',
  'synonyms.column.at': 'Saved',
  'synonyms.column.size': 'Groups',
  'synonyms.column.note': 'Note',
  'synonyms.column.act': 'Act',
  'synonyms.inUse': 'in use',
  'synonyms.restores': 'restored from version {version}',
  'synonyms.restore': 'Restore as a new version',
  'synonyms.restored': 'Restored as version {version}.',
};
