/** What the tests use of the National Library's packages, which come without types. */
declare module '@natlibfi/marc-record' {
  export class MarcRecord {
    constructor(record: object, validation: { strict: boolean });
    leader: string;
    fields: object[];
  }
}

declare module '@natlibfi/marc-record-serializers' {
  import type { MarcRecord } from '@natlibfi/marc-record';

  export const ISO2709: { from(text: string, validation: { strict: boolean }): MarcRecord };
  export const MARCXML: { from(text: string, validation: { strict: boolean }): Promise<MarcRecord> };
}
