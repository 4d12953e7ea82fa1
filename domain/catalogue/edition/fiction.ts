import type { Format } from '../schema.ts';
import { yklOf } from './classification.ts';
import { values, type MarcFields } from './marc-fields.ts';

/**
 * Whether it is fiction, for what is read or read aloud: what says so in any place wins (genre, YKL 80-85, 008/33), since
 * "0" in 008/33 is often but the default; undefined where nothing tells.
 */
export function isFiction(fields: MarcFields, format: Format): boolean | undefined {
  if (!readable.has(format)) return undefined;
  const signs = new Set([byGenre(fields), byYkl(fields), byLiteraryForm(fields), byClass(fields)]);
  return signs.has(true) ? true : signs.has(false) ? false : undefined;
}

const readable: ReadonlySet<Format> = new Set(['book', 'ebook', 'audiobook', 'eaudiobook', 'manuscript', 'article']);

function byGenre(fields: MarcFields): boolean | undefined {
  const genres = fields.data('655').flatMap((field) => values(field, 'a'));
  const forms = fields.data('650', '651', '600').flatMap((field) => values(field, 'v'));
  if ([...genres, ...forms].some((genre) => fictionGenre.test(genre))) return true;
  return genres.some((genre) => /^(?:tietokirjallisuus|facklitteratur|non-?fiction|oppikirjat)/i.test(genre))
    ? false
    : undefined;
}

const fictionGenre =
  /^(?:kaunokirjallisuus|skönlitteratur|fiction\b|romaanit|romaner|novellit|noveller|runot|dikter|näytelmät|juvenile fiction|novels|short stories|sadut|sagor)/i;

/** YKL 80 mixed literary works, 81 folk poetry and tales, 82 poems, 83 plays, 84 prose, 85 tales, picture books, comics. */
function byYkl(fields: MarcFields): boolean | undefined {
  const marks = yklOf(fields);
  if (marks.some((mark) => /^8[0-5]/.test(mark))) return true;
  return marks.length > 0 ? false : undefined;
}

/** 008/33 of books (https://www.loc.gov/marc/bibliographic/bd008b.html), 008/30-31 of recordings. */
function byLiteraryForm(fields: MarcFields): boolean | undefined {
  const [kind, level, fixed] = [fields.leader.charAt(6), fields.leader.charAt(7), fields.control('008')[0] ?? ''];
  const codes =
    kind === 'i' ? fixed.slice(30, 32) : 'at'.includes(kind) && !'sib'.includes(level) ? fixed.slice(33, 34) : '';
  if ((kind === 'i' ? /[dfp]/ : /[1cdfjmp]/).test(codes)) return true;
  return (kind === 'i' ? /[abehilmorst]/ : /[0eis]/).test(codes) ? false : undefined;
}

function byClass(fields: MarcFields): boolean | undefined {
  const dewey = fields.data('082').flatMap((field) => values(field, 'a'));
  const congress = fields.data('050').flatMap((field) => values(field, 'a'));
  return (
    dewey.some((mark) => /^(?:\[?fic|8[1-9]3)/i.test(mark)) ||
    congress.some((mark) => mark.startsWith('PZ')) ||
    undefined
  );
}
