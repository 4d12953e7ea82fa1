import { createHash } from 'node:crypto';
import type { Marc } from './schema.ts';

/**
 * The id of a record in our catalogue: `<source>.<control number>` (001). HelMet's records mostly have none and are known by
 * `SID $c` (older ones `SID $a`). Where there is neither, `<source>.<hash>` of the content as readers see it: the same for
 * the same record in another encoding, with other blanks, other copies or another date of change. Safe in a URL's path.
 */
export function recordIdOf(marc: Marc, source: string): string {
  const number = controlNumber(marc) ?? sourceId(marc);
  return `${safe(source.trim())}.${number === undefined ? contentHash(marc) : safe(number)}`;
}

function controlNumber({ fields }: Marc): string | undefined {
  for (const field of fields) {
    if (field.tag !== '001') continue;
    const number = 'value' in field ? field.value : field.subfields.find(({ code }) => code === 'a')?.value;
    if (number && number.trim() !== '') return number.trim();
  }
  return undefined;
}

function sourceId({ fields }: Marc): string | undefined {
  const ids = fields.flatMap((field) => (field.tag === 'SID' && 'subfields' in field ? [field.subfields] : []));
  for (const code of ['c', 'a']) {
    for (const subfields of ids) {
      const id = subfields.find((one) => one.code === code && one.value.trim() !== '')?.value.trim();
      if (id) return id;
    }
  }
  return undefined;
}

const longest = 150;

/** Letters, digits, "-" and "_" as they are, others as "~" and the hex of their UTF-8 bytes, so that no two texts meet. */
function safe(text: string): string {
  const encoded = text
    .normalize('NFC')
    .replace(/[^A-Za-z0-9_-]/gu, (character) => Buffer.from(character).toString('hex').replace(/../g, '~$&'));
  return encoded.length <= longest ? encoded : `${encoded.slice(0, longest / 2)}~~${hash(text)}`;
}

/** What changes while the record stays the same: the date of change, copies, and what systems note for themselves. */
const passing = /^(?:005|85[2-9]|86|87|9|[A-Z])/;

function contentHash({ leader, fields }: Marc): string {
  const content = fields
    .filter(({ tag }) => !passing.test(tag))
    .map((field) => [
      field.tag,
      ...('value' in field ? [normal(field.value)] : field.subfields.map(({ code, value }) => code + normal(value))),
    ]);
  return hash(JSON.stringify([leader.slice(6, 8), content]));
}

const normal = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim();

const hash = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, 27);
