import { Marc, type CatalogueRecord } from '../schema.ts';
import { toBibtex } from './bibtex.ts';
import { cslItem } from './csl-json.ts';
import { toIso2709 } from './iso2709.ts';
import { toJsonLd } from './json-ld.ts';
import { toMarcXml } from './marcxml.ts';
import { toRis } from './ris.ts';

export const exportFormats = ['marcxml', 'marc', 'ris', 'bibtex', 'csl-json', 'jsonld'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** Formats in which several records make one file. */
export const listFormats = ['ris', 'bibtex', 'csl-json'] as const satisfies readonly ExportFormat[];
export type ListFormat = (typeof listFormats)[number];

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
  const { edition } = record;
  switch (format) {
    case 'marc': {
      const bytes = toIso2709(marcOf(record));
      return bytes ? { contentType: 'application/marc', body: bytes } : exportRecord(record, 'marcxml', { url });
    }
    case 'marcxml':
      return { contentType: 'application/marcxml+xml; charset=utf-8', body: toMarcXml(marcOf(record)) };
    case 'ris':
    case 'bibtex':
    case 'csl-json':
      return exportRecords([record], format, () => url);
    case 'jsonld':
      return { contentType: 'application/ld+json', body: toJsonLd(edition, url) };
  }
}

/** Several records as one file; `urlOf` gives the address of a record's page. */
export function exportRecords(
  records: readonly Omit<CatalogueRecord, 'marc'>[],
  format: ListFormat,
  urlOf: (record: Omit<CatalogueRecord, 'marc'>) => string,
): Exported {
  const each = records.map((record) => ({ id: record._id, edition: record.edition, url: urlOf(record) }));
  switch (format) {
    case 'ris':
      return {
        contentType: contentTypes.ris,
        body: each.map(({ id, edition, url }) => toRis(id, edition, url)).join(''),
      };
    case 'bibtex':
      return {
        contentType: contentTypes.bibtex,
        body: each.map(({ id, edition, url }) => toBibtex(id, edition, url)).join('\n'),
      };
    case 'csl-json':
      return {
        contentType: contentTypes['csl-json'],
        body: JSON.stringify(each.map(({ id, edition, url }) => cslItem(id, edition, url))),
      };
  }
}

const contentTypes = {
  ris: 'application/x-research-info-systems; charset=utf-8',
  bibtex: 'application/x-bibtex; charset=utf-8',
  'csl-json': 'application/vnd.citationstyles.csl+json',
} as const;

const marcOf = (record: CatalogueRecord): Marc => Marc.parse(JSON.parse(record.marc));
