import { MarcRecord } from '@natlibfi/marc-record';
import { ISO2709 } from '@natlibfi/marc-record-serializers';
import type { ReadRecord } from '../../domain/catalogue/marc/read.ts';

/** The bytes of a MARC 21 file (ISO 2709, UTF-8) with these records, written by a library that is not ours. */
export function iso2709File(records: Iterable<ReadRecord>): Buffer {
  const texts = [...records].flatMap((record) =>
    'marc' in record ? [ISO2709.to(new MarcRecord(record.marc, { strict: false }))] : [],
  );
  return Buffer.from(texts.join(''), 'utf8');
}
