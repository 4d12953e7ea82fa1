import { first, marcFields, values, type DataField } from './edition/marc-fields.ts';
import { defined, tidy } from './edition/text.ts';
import type { Item, Marc } from './schema.ts';

/**
 * The copies that a record lists: Koha's 952 (https://wiki.koha-community.org/wiki/Holdings_data_fields_(9xx)) or, where it
 * has none, 852 (https://www.loc.gov/marc/bibliographic/bd852.html). Branches are kept as they are named, ours or not; a
 * copy that names none is left out, and so is one that has been withdrawn. Ids are unique within the record. Never throws.
 */
export function deriveItems(marc: Marc, recordId: string): Omit<Item, 'version'>[] {
  const fields = marcFields(marc);
  const koha = fields.data('952');
  const copies = koha.length > 0 ? koha.flatMap(kohaCopy) : fields.data('852').flatMap(locatedCopy);
  const ids = new Set<string>();
  return copies.map(({ barcode, ...copy }, index) => {
    const _id = freeId(barcode, recordId, index + 1, ids);
    ids.add(_id);
    return defined({ _id, recordId, ...copy });
  });
}

interface Copy extends Omit<Item, '_id' | 'version' | 'recordId'> {
  readonly barcode: string | undefined;
}

function kohaCopy(field: DataField): Copy[] {
  const branch = text(field, 'a') ?? text(field, 'b');
  if (!branch || isSet(text(field, '0'))) return [];
  return [
    {
      barcode: text(field, 'p'),
      branch,
      shelfMark: text(field, 'o'),
      status: kohaStatus(field),
      loans: count(text(field, 'l')),
      acquiredOn: day(text(field, 'd')),
    },
  ];
}

/** $1 lost, $7 not for loan (negative while on order), $q due date. */
function kohaStatus(field: DataField): Item['status'] {
  if (isSet(text(field, '1'))) return 'lost';
  const notForLoan = text(field, '7');
  if (notForLoan?.startsWith('-')) return 'onOrder';
  if (day(text(field, 'q'))) return 'onLoan';
  return isSet(notForLoan) ? 'reference' : 'available';
}

function locatedCopy(field: DataField): Copy[] {
  const branch = text(field, 'b') ?? text(field, 'a');
  if (!branch) return [];
  const shelfMark = tidy(values(field, 'khijm').join(' '));
  return [
    {
      barcode: text(field, 'p'),
      branch,
      shelfMark: shelfMark || undefined,
      status: 'available',
      loans: 0,
      acquiredOn: undefined,
    },
  ];
}

/** The barcode, if no other copy of the record bears it, else the running number. */
function freeId(barcode: string | undefined, recordId: string, number: number, taken: ReadonlySet<string>): string {
  if (barcode && !taken.has(barcode)) return barcode;
  let id = `${recordId}.${number}`;
  for (let next = number + 1; taken.has(id); next += 1) id = `${recordId}.${next}`;
  return id;
}

function text(field: DataField, code: string): string | undefined {
  const value = first(field, code);
  return (value && tidy(value)) || undefined;
}

/** Koha's flags are numbers of authorised values, 0 for no. */
const isSet = (value: string | undefined) => value !== undefined && !/^[0\s]*$/.test(value);

const count = (value: string | undefined) => (value && /^\d{1,7}$/.test(value) ? Number(value) : 0);

/** A date that exists, as "2016-02-15": given so, with a time after it, or as "20160215". */
function day(value: string | undefined): string | undefined {
  const [, year, month, date] = /^(\d{4})-?(\d{2})-?(\d{2})(?!\d)/.exec(value ?? '') ?? [];
  const iso = `${year}-${month}-${date}`;
  return year && !Number.isNaN(Date.parse(iso)) && new Date(iso).toISOString().startsWith(iso) ? iso : undefined;
}
