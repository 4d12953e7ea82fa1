import type { Marc } from '../../domain/catalogue/schema.ts';

/** A book's record in MARC 21, with what a test is about. */
export function buildMarc({
  id,
  title,
  author,
  originalTitle,
  language = 'fin',
  year = 1999,
}: {
  id?: string;
  title?: string;
  author?: string;
  originalTitle?: string;
  language?: string;
  year?: number;
} = {}): Marc {
  const field = (tag: string, ind1: string, ind2: string, subfields: Record<string, string>) => ({
    tag,
    ind1,
    ind2,
    subfields: Object.entries(subfields).map(([code, value]) => ({ code, value })),
  });
  return {
    leader: '00000cam a22000004i 4500',
    fields: [
      { tag: '001', value: id ?? '1' },
      { tag: '008', value: `990101s${year}    fi |||||||||||||||f|${language}||`.padEnd(40, '|').slice(0, 40) },
      ...(author === undefined ? [] : [field('100', '1', ' ', { a: author, e: 'kirjoittaja.' })]),
      ...(originalTitle === undefined ? [] : [field('240', '1', '0', { a: originalTitle })]),
      field('245', '1', '0', { a: title ?? 'Kissan kirja' }),
    ],
  };
}
