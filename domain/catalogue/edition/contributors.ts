import type { Contributor } from '../schema.ts';
import { first, values, type DataField, type MarcFields } from './marc-fields.ts';
import { roleOf } from './roles.ts';
import { says, withoutFinalStop, withoutIsbd } from './text.ts';

/** Who made it, the main entry (1xx) first: one entry a name and role. */
export function contributorsOf(fields: MarcFields): Contributor[] {
  const contributors = new Map<string, Contributor>();
  for (const field of fields.data('100', '110', '111', '700', '710', '711')) {
    const name = nameOf(field);
    if (!says(name)) continue;
    const main = field.tag.startsWith('1');
    const dates = field.tag.endsWith('00') ? withoutIsbd(first(field, 'd') ?? '') : '';
    for (const role of rolesOf(field, main, fields.leader.charAt(6))) {
      const key = `${role} ${name}`;
      if (contributors.has(key)) continue;
      contributors.set(key, { name, role, kind: kindOf(field), main, ...(says(dates) && { dates }) });
    }
  }
  return withoutRepeats([...contributors.values()]);
}

/** Who is known to have done something is not listed once more as having contributed. */
function withoutRepeats(contributors: readonly Contributor[]): Contributor[] {
  const known = new Set(contributors.filter(({ role }) => role !== 'contributor').map(({ name }) => name));
  return contributors.filter(({ role, main, name }) => role !== 'contributor' || main || !known.has(name));
}

/** The name as catalogued, in inverted order for persons, with what numbers or subordinates it. */
export function nameOf(field: DataField): string {
  const codes = field.tag.endsWith('00')
    ? field.ind1 === '0'
      ? 'abc'
      : 'ab'
    : field.tag.endsWith('10')
      ? 'ab'
      : 'aendc';
  const until = field.subfields.findIndex(({ code }) => code === 't');
  const parts = field.subfields
    .slice(0, until < 0 ? undefined : until)
    .filter(({ code }) => codes.includes(code) && !(code === 'e' && !field.tag.endsWith('11')));
  let name = '';
  for (const { code, value } of parts) {
    const text = withoutIsbd(value);
    if (!says(text)) continue;
    const organisation = !field.tag.endsWith('00') && code === 'b';
    name += name === '' ? text : `${organisation ? '. ' : code === 'c' && !text.startsWith('(') ? ', ' : ' '}${text}`;
  }
  return withoutFinalStop(name);
}

function kindOf(field: DataField): Contributor['kind'] {
  if (field.tag.endsWith('00')) return 'person';
  return field.tag.endsWith('11') ? 'meeting' : 'organisation';
}

function rolesOf(field: DataField, main: boolean, recordType: string): readonly Contributor['role'][] {
  // A name with a title is the maker of another work: one that is contained here, or one that this is related to.
  if (!main && first(field, 't')) return [field.ind2 === '2' ? makerRole(recordType) : 'contributor'];
  const told = values(field, field.tag.endsWith('11') ? '4j' : '4e').flatMap((relator) => roleOf(relator) ?? []);
  const roles = [...new Set(told)];
  const telling = roles.filter((role) => role !== 'contributor');
  if (telling.length > 0) return telling;
  if (roles.length > 0) return main && !['g', 'j'].includes(recordType) ? [makerRole(recordType)] : roles;
  return [main ? makerRole(recordType) : 'contributor'];
}

/** What the main entry has done where no relator tells. */
function makerRole(recordType: string): Contributor['role'] {
  if (recordType === 'c' || recordType === 'd') return 'composer';
  if (recordType === 'j') return 'performer';
  return recordType === 'g' || recordType === 'r' || recordType === 'm' ? 'contributor' : 'author';
}
