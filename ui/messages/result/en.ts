import type { Said } from '../said.ts';
import type { fi } from './fi.ts';

/** A work in a list: its formats, and where it is, in English. */
export const en: Said<typeof fi> = {
  'format.book': 'Book',
  'format.ebook': 'E-book',
  'format.audiobook': 'Audiobook',
  'format.eaudiobook': 'E-audiobook',
  'format.magazine': 'Magazine',
  'format.newspaper': 'Newspaper',
  'format.article': 'Article',
  'format.dvd': 'DVD',
  'format.bluray': 'Blu-ray',
  'format.video': 'Video',
  'format.cd': 'CD',
  'format.vinyl': 'Vinyl record',
  'format.recording': 'Sound recording',
  'format.score': 'Sheet music',
  'format.game': 'Console game',
  'format.boardgame': 'Board game',
  'format.map': 'Map',
  'format.image': 'Image',
  'format.online': 'Online material',
  'format.kit': 'Mixed materials',
  'format.object': 'Object',
  'format.manuscript': 'Manuscript',
  'format.other': 'Other material',

  'result.rating': { one: '{average} stars, {n} rating', other: '{average} stars, {n} ratings' },

  'availability.here': '{place}: on the shelf',
  'availability.hereCount': { one: '{n} copy', other: '{n} copies' },
  'availability.hereOut': '{place}: on loan',
  'availability.notOwned': '{place}: not in the collection',
  'availability.elsewhere': {
    one: 'Elsewhere in the region: available at {n} branch',
    other: 'Elsewhere in the region: available at {n} branches',
  },
  'availability.elsewhereOut': 'Elsewhere in the region: all on loan',
  'availability.region': { one: 'Available at {n} branch', other: 'Available at {n} branches' },
  'availability.out': 'All copies on loan',
  'availability.none': 'No copies in the libraries',
  'availability.online': 'Available online',
  'availability.chosen': 'Chosen branches',
  'availability.of': '{available} of {total}',
};
