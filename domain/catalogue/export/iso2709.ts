import type { Marc } from '../schema.ts';
import { leaderFor } from './leader.ts';

/**
 * A record as ISO 2709 in UTF-8 ("MARC 21 Specifications: Record Structure"), or undefined where it is too long for it.
 * Fields in their order; what ISO 2709 cannot say (tags that are not three characters, fields without subfields) is left out.
 */
export function toIso2709(marc: Marc): Uint8Array | undefined {
  const parts: Buffer[] = [];
  let directory = '';
  let start = 0;
  for (const field of marc.fields) {
    const content = /^[0-9A-Za-z]{3}$/.test(field.tag) ? contentOf(field) : undefined;
    if (content === undefined) continue;
    const bytes = Buffer.from(`${content}${fieldTerminator}`);
    if (bytes.length > longestField) return undefined;
    directory += `${field.tag}${String(bytes.length).padStart(4, '0')}${String(start).padStart(5, '0')}`;
    start += bytes.length;
    parts.push(bytes);
  }
  const base = 24 + directory.length + 1;
  const length = base + start + 1;
  if (length > longestRecord) return undefined;
  const head = `${leaderFor(marc.leader, { length, base })}${directory}${fieldTerminator}`;
  return Buffer.concat([Buffer.from(head), ...parts, Buffer.from(recordTerminator)]);
}

const longestField = 9_999;
const longestRecord = 99_999;
const fieldTerminator = '\x1e';
const recordTerminator = '\x1d';
const subfieldDelimiter = '\x1f';

function contentOf(field: Marc['fields'][number]): string | undefined {
  if ('value' in field) return withoutDelimiters(field.value);
  if (field.subfields.length === 0) return undefined;
  const subfields = field.subfields.map(
    ({ code, value }) => `${subfieldDelimiter}${withoutDelimiters(code) || ' '}${withoutDelimiters(value)}`,
  );
  return `${indicator(field.ind1)}${indicator(field.ind2)}${subfields.join('')}`;
}

const indicator = (given: string) => (/^[\x20-\x7e]$/.test(given) ? given : ' ');

// eslint-disable-next-line no-control-regex -- the delimiters of the format are control characters
const withoutDelimiters = (text: string) => text.replace(/[\x1d-\x1f]/g, ' ');
