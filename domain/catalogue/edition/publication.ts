import { values, type DataField, type MarcFields } from './marc-fields.ts';
import { says, tidy, withoutIsbd, withoutIsbdButStops } from './text.ts';

export interface Publication {
  readonly year: number | undefined;
  readonly publisher: string | undefined;
  readonly place: string | undefined;
  readonly statement: string | undefined;
  readonly extent: string | undefined;
}

/** When, where and by whom it was published (008, 264, 260), which edition it is (250), how large (300). */
export function publicationOf(fields: MarcFields): Publication {
  // 264: publication before distribution, manufacture and production; copyright dates last
  const statements = [...fields.data('264').toSorted((a, b) => rank(a) - rank(b)), ...fields.data('260')];
  const find = (code: string) =>
    statements
      .flatMap((field) => values(field, code))
      .map(withoutIsbd)
      .find(isKnown);
  const [edition, size] = [fields.data('250')[0], fields.data('300')[0]];
  return {
    year:
      codedYear(fields) ??
      statements
        .flatMap((field) => values(field, 'c'))
        .map(yearIn)
        .find(Boolean),
    publisher: find('b'),
    place: find('a'),
    statement: edition && joined(edition, 'ab', ' / '),
    extent: size && joined(size, 'abce', ', '),
  };
}

const earliest = 1000;
const latest = 2100;
const possible = (year: number) => year >= earliest && year <= latest;

function rank({ ind2 }: DataField): number {
  if (ind2 === '4') return 5;
  const at = ['1', '2', '0', '3'].indexOf(ind2);
  return at < 0 ? 4 : at;
}

/** 008/07-10; of dates of which the second is the one of publication (reprints have the original in it) the first. */
function codedYear(fields: MarcFields): number | undefined {
  const fixed = fields.control('008')[0] ?? '';
  const year = /^\d{4}$/.test(fixed.slice(7, 11)) ? Number(fixed.slice(7, 11)) : Number.NaN;
  return possible(year) && fixed.charAt(6) !== 'b' ? year : undefined;
}

/** The first possible year in "[1999]", "c1999", "1999-2003", "5765 [2005]"; none in "19--?". */
export function yearIn(text: string): number | undefined {
  for (const [digits] of text.matchAll(fourDigits)) if (possible(Number(digits))) return Number(digits);
  return undefined;
}

const fourDigits = /(?<!\d)[12]\d{3}(?!\d)/g;

const isKnown = (text: string) => says(text) && !unknown.test(text);
const unknown =
  /^\W*(?:s\.? ?[ln]\.?|kustantaja tuntematon|julkaisija tuntematon|kustannuspaikka tuntematon|julkaisupaikka tuntematon|kustannusaika tuntematon|utgivare okänd|förlag okänt|utgivningsort okänd|förlagsort okänd|(?:publisher|place of publication) not identified|(?:distributor|place of distribution) not identified)\W*$/i;

function joined(field: DataField, codes: string, between: string): string | undefined {
  const parts = values(field, codes).map((value) => withoutIsbdButStops(tidy(value).replace(/^[+/:;]\s*|\s*\+$/g, '')));
  const text = parts.filter(says).join(between);
  return says(text) ? text : undefined;
}
