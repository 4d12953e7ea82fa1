import type { Format } from '../schema.ts';
import { carrierSigns, type CarrierSigns } from './carrier-signs.ts';
import { shelfMarksOf } from './classification.ts';
import type { MarcFields } from './marc-fields.ts';

/**
 * What it is, as patrons tell materials apart: leader/06-07 says the kind, and the carrier (007, 008, 300, 337-338,
 * 245 $h, Koha's 942 $c) decides within it. https://www.loc.gov/marc/bibliographic/bdleader.html
 */
export function formatOf(fields: MarcFields): Format {
  const signs = carrierSigns(fields);
  switch (kindOf(fields, signs)) {
    case 'a':
      return textFormat(fields, signs);
    case 't':
      return signs.online ? 'ebook' : 'manuscript';
    case 'c':
    case 'd':
      return 'score';
    case 'e':
    case 'f':
      return 'map';
    case 'g':
      return videoFormat(signs);
    case 'i':
      return signs.online ? 'eaudiobook' : signs.carriers.has('vinyl') ? 'recording' : 'audiobook';
    case 'j':
      return musicFormat(signs);
    case 'k':
      return 'image';
    case 'm':
      return computerFormat(fields, signs);
    case 'o':
      return 'kit';
    case 'r':
      return signs.boardgame || fields.control('008')[0]?.charAt(33) === 'g'
        ? 'boardgame'
        : signs.game
          ? 'game'
          : 'object';
    default:
      return hintedFormat(fields, signs);
  }
}

/**
 * Leader/06, corrected where it only says "text" and the content types (336) know better: catalogues have audiobooks and
 * films under `a`. A picture book with text stays a book.
 */
function kindOf(fields: MarcFields, { contents }: CarrierSigns): string {
  const kind = fields.leader.charAt(6);
  if ((kind !== 'a' && kind !== ' ') || contents.size === 0 || contents.has('txt')) return kind;
  const other = Object.entries(kindOfContent).find(([content]) => contents.has(content));
  return other?.[1] ?? kind;
}

const kindOfContent: Readonly<Record<string, string>> = {
  spw: 'i', prm: 'j', tdi: 'g', ntm: 'c', cri: 'e', cop: 'm',
}; // prettier-ignore

function textFormat(fields: MarcFields, signs: CarrierSigns): Format {
  const level = fields.leader.charAt(7);
  const serialType = fields.control('008')[0]?.charAt(21);
  if (level === 'a' || level === 'b') return 'article';
  if (level === 's' || level === 'i') {
    if (serialType === 'n') return 'newspaper';
    if (serialType === 'm') return signs.online ? 'ebook' : 'book';
    if (level === 'i' || serialType === 'd' || serialType === 'w') return signs.online ? 'online' : 'book';
    return 'magazine';
  }
  if (signs.audio) return signs.online ? 'eaudiobook' : 'audiobook';
  return signs.online ? 'ebook' : 'book';
}

function videoFormat({ carriers, online, boardgame }: CarrierSigns): Format {
  if (carriers.has('bluray')) return 'bluray';
  if (carriers.has('dvd')) return 'dvd';
  if (boardgame) return 'boardgame';
  if (carriers.has('slides')) return 'image';
  return online ? 'online' : 'video';
}

function musicFormat({ carriers, online }: CarrierSigns): Format {
  if (carriers.has('cd')) return 'cd';
  if (carriers.has('vinyl')) return 'vinyl';
  return online ? 'online' : 'recording';
}

function computerFormat(fields: MarcFields, signs: CarrierSigns): Format {
  if (signs.game || fields.control('008')[0]?.charAt(26) === 'g') return 'game';
  if (!signs.online) return 'other';
  if (signs.contents.has('spw')) return 'eaudiobook';
  return signs.contents.has('txt') || fields.control('008')[0]?.charAt(26) === 'd' ? 'ebook' : 'online';
}

/** Records whose leader says nothing: what else hints at what it is. */
function hintedFormat(fields: MarcFields, signs: CarrierSigns): Format {
  if (signs.hint) return signs.hint;
  if (signs.boardgame) return 'boardgame';
  if (signs.game) return 'game';
  for (const carrier of ['bluray', 'dvd', 'video', 'cd', 'vinyl'] as const)
    if (signs.carriers.has(carrier)) return carrier;
  if (signs.online) return 'online';
  if (signs.audio) return 'recording';
  if (signs.contents.has('txt') || signs.pages || fields.data('020').length > 0) return 'book';
  if (fields.data('022').length > 0) return 'magazine';
  // What somebody wrote and somebody classed is a book more often than not.
  return fields.data('100').length > 0 && shelfMarksOf(fields).length > 0 ? 'book' : 'other';
}
