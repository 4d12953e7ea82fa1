import type { Said } from '../said.ts';
import type { fi } from './fi.ts';

/** A work in a list: its formats, and where it is, in Swedish. */
export const sv: Said<typeof fi> = {
  'format.book': 'Bok',
  'format.ebook': 'E-bok',
  'format.audiobook': 'Ljudbok',
  'format.eaudiobook': 'E-ljudbok',
  'format.magazine': 'Tidskrift',
  'format.newspaper': 'Dagstidning',
  'format.article': 'Artikel',
  'format.dvd': 'DVD',
  'format.bluray': 'Blu-ray',
  'format.video': 'Video',
  'format.cd': 'CD',
  'format.vinyl': 'Vinylskiva',
  'format.recording': 'Ljudinspelning',
  'format.score': 'Noter',
  'format.game': 'Konsolspel',
  'format.boardgame': 'Brädspel',
  'format.map': 'Karta',
  'format.image': 'Bild',
  'format.online': 'Nätmaterial',
  'format.kit': 'Kombinerat material',
  'format.object': 'Föremål',
  'format.manuscript': 'Manuskript',
  'format.other': 'Annat material',

  'result.rating': { one: '{average} stjärnor, {n} betyg', other: '{average} stjärnor, {n} betyg' },

  'availability.here': '{place}: på hyllan',
  'availability.hereCount': { one: '{n} exemplar', other: '{n} exemplar' },
  'availability.hereOut': '{place}: utlånad',
  'availability.notOwned': '{place}: finns inte i samlingen',
  'availability.elsewhere': {
    one: 'På annat håll i regionen: tillgänglig på {n} bibliotek',
    other: 'På annat håll i regionen: tillgänglig på {n} bibliotek',
  },
  'availability.elsewhereOut': 'På annat håll i regionen: alla utlånade',
  'availability.region': { one: 'Tillgänglig på {n} bibliotek', other: 'Tillgänglig på {n} bibliotek' },
  'availability.out': 'Alla exemplar utlånade',
  'availability.none': 'Inga exemplar på biblioteken',
  'availability.online': 'Tillgänglig på nätet',
  'availability.chosen': 'Valda bibliotek',
  'availability.of': '{available} / {total}',
};
