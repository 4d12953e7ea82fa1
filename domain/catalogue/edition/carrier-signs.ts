import type { Format } from '../schema.ts';
import { first, values, type MarcFields } from './marc-fields.ts';

type Carrier = 'dvd' | 'bluray' | 'video' | 'cd' | 'vinyl' | 'slides';

/** What the fields about form and carrier tell, whichever of them a catalogue uses. */
export interface CarrierSigns {
  readonly online: boolean;
  /** Heard rather than read, by 007 and 338. */
  readonly audio: boolean;
  readonly carriers: ReadonlySet<Carrier>;
  readonly game: boolean;
  readonly boardgame: boolean;
  /** It has pages. */
  readonly pages: boolean;
  /** Codes of 336 $b (https://www.loc.gov/standards/valuelist/rdacontent.html). */
  readonly contents: ReadonlySet<string>;
  /** What Koha calls it (942 $c). */
  readonly hint: Format | undefined;
}

export function carrierSigns(fields: MarcFields): CarrierSigns {
  const physical = fields.control('007');
  const carrierCodes = new Set(fields.data('338').flatMap((field) => values(field, 'b')));
  const contents = new Set(fields.data('336').flatMap((field) => values(field, 'b')));
  const words = [
    ...fields.data('300').flatMap((field) => values(field, 'abce')),
    ...fields.data('245').flatMap((field) => values(field, 'h')),
  ]
    .join(' ')
    .toLowerCase();
  const online =
    (physical.some((value) => value.startsWith('cr')) && !physical.some((value) => value.startsWith('t'))) ||
    (carrierCodes.has('cr') && !carrierCodes.has('nc')) ||
    (carrierCodes.size === 0 && (isOnlineForm(fields) || onlineWords.test(words)));
  const heard = physical.some((value) => value.startsWith('s')) || carrierCodes.has('sd') || carrierCodes.has('ss');
  return {
    online,
    audio: (heard && !carrierCodes.has('nc') && !pageWords.test(words)) || audiobookWords.test(words),
    carriers: carriersIn(physical, carrierCodes, words),
    game: gameWords.test(words),
    boardgame: boardgameWords.test(words),
    pages: pageWords.test(words),
    contents,
    hint: hints[first(fields.data('942')[0], 'c')?.trim().toUpperCase() ?? ''],
  };
}

function carriersIn(physical: readonly string[], codes: ReadonlySet<string>, words: string): ReadonlySet<Carrier> {
  const carriers = new Set<Carrier>();
  const onTape = cassetteWords.test(words);
  const videodisc = physical.filter((value) => value.startsWith('vd') && !onTape).map((value) => value.charAt(4));
  const [saysBluray, saysDvd] = [blurayWords.test(words), dvdWords.test(words)];
  // Words are written by hand for each, codes are often left over from a template.
  if (saysBluray && !(saysDvd && videodisc.includes('v'))) carriers.add('bluray');
  else if (saysDvd) carriers.add('dvd');
  else if (videodisc.includes('s')) carriers.add('bluray');
  else if (videodisc.some((format) => format !== 'b') || codes.has('vd')) carriers.add('dvd');
  if (onTape || physical.some((value) => value.startsWith('vf'))) carriers.add('video');
  const sounddisc = physical.filter((value) => value.startsWith('sd')).map((value) => value.charAt(3));
  if (vinylWords.test(words)) carriers.add('vinyl');
  else if (cdWords.test(words) || isDigitalDisc(words) || sounddisc.includes('f')) carriers.add('cd');
  else if (sounddisc.some((speed) => 'abcde'.includes(speed))) carriers.add('vinyl');
  if (physical.some((value) => value.startsWith('gs')) || slideWords.test(words)) carriers.add('slides');
  return carriers;
}

/** 008/23, or 008/29 of maps and what is seen: o online, q direct electronic, s electronic. */
function isOnlineForm(fields: MarcFields): boolean {
  const at = 'efgkor'.includes(fields.leader.charAt(6)) ? 29 : 23;
  const form = fields.control('008')[0]?.charAt(at);
  return form === 'o' || (form === 's' && fields.data('856').length > 0);
}

const onlineWords =
  /verkkoaineisto|verkkojulkaisu|elektroninen aineisto|e-kirja|online resource|electronic resource|elektronisk resurs|onlineresurs|e-bok/;
const audiobookWords = /äänikirja|ljudbok|audiobook|talking book/;
const blurayWords = /blu-?\s?ray/;
const cassetteWords = /video ?cassette|videokasetti|videokassett|\bvhs\b/;
const dvdWords = /\bdvd/;
const cdWords = /\bcd\b|\bcd-(?!rom)|kompaktilevy|compact dis[ck]|4 3\/4 in/;
const isDigitalDisc = (words: string) => words.includes('sound disc') && words.includes('digital');
const vinylWords = /\blp\b|\blp-|vinyyli|vinyl|33 1\/3|\b45 rpm|\b78 rpm|äänilevy \(?(?:lp|ep)|\bep-|grammofonskiv/;
const slideWords = /\bdiakuv|\bdiabild|\bslides?\b/;
const gameWords =
  /konsolipeli|videopeli|tietokonepeli|pelilevy|tv-spel|konsolspel|datorspel|video ?game|computer game|playstation|xbox|nintendo/;
const boardgameWords = /lautapel|korttipel|seurapel|sällskapsspel|brädspel|kortspel|board ?game|card game|\bpalapeli/;
const pageWords = /\d\s*(?:s\b|siv|sid|p\b|pp\b|pages|leaves|lehti|blad)|\bsivua\b/;

/** Item types of Koha that say what it is; others are a library's own. */
const hints: Readonly<Record<string, Format>> = {
  BK: 'book', KI: 'book', KIRJA: 'book', DVD: 'dvd', DV: 'dvd', BD: 'bluray', BR: 'bluray', CD: 'cd', CDM: 'cd', MU: 'score',
  NU: 'score', MP: 'map', CR: 'magazine', PER: 'magazine', AL: 'magazine', LE: 'magazine', GAME: 'game', KP: 'game',
  BOARDGAME: 'boardgame', EBOOK: 'ebook', AUDIOBOOK: 'audiobook', VHS: 'video', KT: 'kit', MX: 'other',
}; // prettier-ignore
