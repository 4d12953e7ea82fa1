import type { Marc } from '../schema.ts';
import { leaderFor } from './leader.ts';

/** A record as a MARCXML document (https://www.loc.gov/standards/marcxml/), fields in their order. */
export const toMarcXml = (marc: Marc): string => `<?xml version="1.0" encoding="UTF-8"?>\n${marcXmlElement(marc)}\n`;

/** The `record` element alone, for putting into other documents. */
export function marcXmlElement({ leader, fields }: Marc): string {
  const lines = fields.map((field) => {
    const tag = escapeXml(field.tag);
    if ('value' in field) return `  <controlfield tag="${tag}">${escapeXml(field.value)}</controlfield>`;
    const subfields = field.subfields.map(
      ({ code, value }) => `    <subfield code="${escapeXml(code)}">${escapeXml(value)}</subfield>\n`,
    );
    const [ind1, ind2] = [escapeXml(field.ind1), escapeXml(field.ind2)];
    return `  <datafield tag="${tag}" ind1="${ind1}" ind2="${ind2}">\n${subfields.join('')}  </datafield>`;
  });
  const namespace = 'http://www.loc.gov/MARC21/slim';
  return [
    `<record xmlns="${namespace}">`,
    `  <leader>${escapeXml(leaderFor(leader))}</leader>`,
    ...lines,
    '</record>',
  ].join('\n');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\t': '&#9;', '\n': '&#10;', '\r': '&#13;',
}; // prettier-ignore

/** Characters that XML 1.0 cannot say at all are left out. */
const escapeXml = (text: string) =>
  text.replace(forbidden, '').replace(/[&<>"\t\n\r]/g, (character) => entities[character] ?? '');

// eslint-disable-next-line no-control-regex -- they are what is to go
const forbidden = /[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Cs}/gu;
