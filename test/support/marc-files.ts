import { toIso2709 } from '../../domain/catalogue/export/iso2709.ts';
import type { ReadRecord } from '../../domain/catalogue/marc/read.ts';

/** The bytes of a MARC 21 file (ISO 2709, UTF-8) with these records. */
export function iso2709File(records: Iterable<ReadRecord>): Buffer {
  return Buffer.concat([...records].flatMap((record) => ('marc' in record ? (toIso2709(record.marc) ?? []) : [])));
}
