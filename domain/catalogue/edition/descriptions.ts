import type { Edition } from '../schema.ts';
import { values, type DataField, type MarcFields } from './marc-fields.ts';
import { distinct, says, tidy, withoutIsbd } from './text.ts';

type Descriptions = Pick<Edition, 'description' | 'contents' | 'notes' | 'links'>;

/** What is said about it: abstracts (520), contents (505), notes (5xx), links (856). */
export function descriptionsOf(fields: MarcFields): Descriptions {
  const description = distinct(
    fields
      .data('520')
      .map((field) => whole(field, 'ab'))
      .filter(says),
  ).join(' ');
  const contents = fields.data('505').flatMap((field) => whole(field, 'agtr').split(/\s+--\s+|\s+--$/));
  return {
    description: says(description) ? description : undefined,
    contents: contents.map(withoutIsbd).filter(says),
    notes: distinct(
      fields
        .data(...noteTags)
        .map((field) => whole(field, 'a3'))
        .filter(says),
    ),
    links: linksOf(fields),
  };
}

/** General notes, "with" notes, theses, credits, cast, dates, languages, awards, system requirements. */
const noteTags = ['500', '501', '502', '508', '511', '515', '518', '538', '546', '580', '586'];

const whole = (field: DataField, codes: string) => values(field, codes).map(tidy).join(' ');

/** 856: addresses that a browser may follow, and nothing else. */
function linksOf(fields: MarcFields): Edition['links'] {
  const links = new Map<string, Edition['links'][number]>();
  for (const field of fields.data('856')) {
    const text = [...values(field, '3'), ...values(field, 'y'), ...values(field, 'z')].map(withoutIsbd).find(says);
    for (const value of values(field, 'u')) {
      const url = webAddress(value);
      if (url && !links.has(url)) links.set(url, text ? { url, text } : { url });
    }
  }
  return [...links.values()];
}

function webAddress(value: string): string | undefined {
  const text = tidy(value).replaceAll(' ', '%20');
  const address = /^urn:/i.test(text) ? `https://urn.fi/${text}` : /^www\./i.test(text) ? `https://${text}` : text;
  return /^https?:\/\/[^/]/i.test(address) && URL.canParse(address) ? address : undefined;
}
