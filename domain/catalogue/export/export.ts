import { Marc, type CatalogueRecord } from '../schema.ts';
import { toBibtex } from './bibtex.ts';
import { toCslJson } from './csl-json.ts';
import { toIso2709 } from './iso2709.ts';
import { toJsonLd } from './json-ld.ts';
import { toMarcXml } from './marcxml.ts';
import { toRis } from './ris.ts';

export const exportFormats = ['marcxml', 'marc', 'ris', 'bibtex', 'csl-json', 'jsonld'] as const;
export type ExportFormat = (typeof exportFormats)[number];

export interface Exported {
  readonly contentType: string;
  readonly body: string | Uint8Array;
}

/**
 * A record for other programs: whole as MARC 21, or what a reference manager or a search engine takes of it. `url` is the
 * address of its page. A record that ISO 2709 cannot hold (a field over 9,999 bytes, 99,999 in all) comes as MARCXML, as
 * its content type says.
 */
export function exportRecord(record: CatalogueRecord, format: ExportFormat, { url }: { url: string }): Exported {
  const { _id: id, edition } = record;
  switch (format) {
    case 'marc': {
      const bytes = toIso2709(marcOf(record));
      return bytes ? { contentType: 'application/marc', body: bytes } : exportRecord(record, 'marcxml', { url });
    }
    case 'marcxml':
      return { contentType: 'application/marcxml+xml; charset=utf-8', body: toMarcXml(marcOf(record)) };
    case 'ris':
      return { contentType: 'application/x-research-info-systems; charset=utf-8', body: toRis(id, edition, url) };
    case 'bibtex':
      return { contentType: 'application/x-bibtex; charset=utf-8', body: toBibtex(id, edition, url) };
    case 'csl-json':
      return { contentType: 'application/vnd.citationstyles.csl+json', body: toCslJson(id, edition, url) };
    case 'jsonld':
      return { contentType: 'application/ld+json', body: toJsonLd(edition, url) };
  }
}

const marcOf = (record: CatalogueRecord): Marc => Marc.parse(JSON.parse(record.marc));
