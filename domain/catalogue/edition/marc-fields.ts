import type { Marc } from '../schema.ts';

export interface Subfield {
  readonly code: string;
  readonly value: string;
}

export interface DataField {
  readonly tag: string;
  readonly ind1: string;
  readonly ind2: string;
  readonly subfields: readonly Subfield[];
}

/** A record's fields by their tags, all text in NFC. */
export interface MarcFields {
  /** 24 characters, blanks where the record has fewer. */
  readonly leader: string;
  /** The values of control fields with this tag. */
  control(tag: string): readonly string[];
  /** The data fields with these tags: tag by tag, each in the order of the record. */
  data(...tags: readonly string[]): readonly DataField[];
}

/** Never throws; a data field that came without subfields is read as if it were one $a. */
export function marcFields({ leader, fields }: Marc): MarcFields {
  const controls = new Map<string, string[]>();
  const datas = new Map<string, DataField[]>();
  for (const field of fields) {
    if ('subfields' in field) {
      const subfields = field.subfields.map(({ code, value }) => ({ code, value: value.normalize('NFC') }));
      add(datas, field.tag, { tag: field.tag, ind1: field.ind1, ind2: field.ind2, subfields });
    } else if (field.tag.startsWith('00')) {
      add(controls, field.tag, field.value.normalize('NFC'));
    } else {
      const subfields = [{ code: 'a', value: field.value.normalize('NFC') }];
      add(datas, field.tag, { tag: field.tag, ind1: ' ', ind2: ' ', subfields });
    }
  }
  return {
    leader: leader.padEnd(24),
    control: (tag) => controls.get(tag) ?? none,
    data: (...tags) => {
      const [only, ...more] = tags.map((tag): readonly DataField[] => datas.get(tag) ?? none);
      return more.length === 0 ? (only ?? none) : [only ?? none, ...more].flat();
    },
  };
}

/** The first value of a subfield that says anything. */
export function first(field: DataField | undefined, code: string): string | undefined {
  return field?.subfields.find((one) => one.code === code && one.value.trim() !== '')?.value;
}

/** All values of the subfields whose codes `codes` names ("ab"), in the order of the field. */
export function values(field: DataField, codes: string): string[] {
  return field.subfields
    .filter(({ code, value }) => codes.includes(code) && value.trim() !== '')
    .map(({ value }) => value);
}

const none: readonly never[] = [];

function add<T>(map: Map<string, T[]>, key: string, value: T): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}
