import { first, values, type MarcFields } from './marc-fields.ts';
import { says, tidy } from './text.ts';

/** Classes it stands under: YKL (084), other 084, then UDC (080), Dewey (082), Library of Congress (050). */
export function shelfMarksOf(fields: MarcFields): string[] {
  const local = fields.data('084').toSorted((a, b) => Number(isYkl(b)) - Number(isYkl(a)));
  const marks = [...local, ...fields.data('080', '082', '050')].flatMap((field) =>
    values(field, 'a').map((value) =>
      tidy(field.tag === '082' ? value.replaceAll('/', '') : value).replace(/[.,;:]+$/, ''),
    ),
  );
  // Numbers before words: HelMet has departments ("Jännitys") as classes too.
  const sayable = [...new Set(marks)].filter(says);
  return sayable.toSorted((a, b) => Number(/\d/.test(b)) - Number(/\d/.test(a)));
}

/** Its classes in YKL, the classification of Finnish public libraries, without anything before the number. */
export function yklOf(fields: MarcFields): string[] {
  const marks = fields
    .data('084')
    .filter(isYkl)
    .flatMap((field) => values(field, 'a'));
  return marks.flatMap((mark) => /\d{2}(?:\.\d+)?/.exec(mark)?.[0] ?? []);
}

const isYkl = (field: { subfields: readonly { code: string; value: string }[] }) =>
  field.subfields.some(({ code, value }) => code === '2' && /^\s*ykl/i.test(value));

/** Shelf marks of the copies: Koha 952 $o and 942 $k, 852 $k $h. */
export function copyMarksOf(fields: MarcFields): string[] {
  return [
    ...fields.data('952').flatMap((field) => first(field, 'o') ?? []),
    ...fields.data('942').flatMap((field) => first(field, 'k') ?? []),
    ...fields.data('852').map((field) => values(field, 'kh').join(' ')),
  ].map(tidy);
}
