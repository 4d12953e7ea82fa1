import type { SeriesStatement } from '../schema.ts';
import type { DataField, MarcFields } from './marc-fields.ts';
import { folded, says, tidy, withoutIsbd } from './text.ts';

/** Series as printed (490, 440) and as established (800-830), each name once. */
export function seriesOf(fields: MarcFields): SeriesStatement[] {
  const statements = [
    ...fields.data('490', '440').flatMap((field) => statementsIn(field, 'a')),
    ...fields.data('800', '810', '811').flatMap((field) => statementsIn(field, 't')),
    ...fields.data('830').flatMap((field) => statementsIn(field, 'a')),
  ];
  const series = new Map<string, SeriesStatement>();
  for (const statement of statements) {
    const key = folded(statement.name);
    const known = series.get(key);
    if (!known || (!known.number && statement.number))
      series.set(key, known ? { ...known, ...statement, name: known.name } : statement);
  }
  return [...series.values()];
}

/** A name in `$code` begins a statement; $n and $p name a part of it, $v numbers it; "Name = Namn" are two. */
function statementsIn(field: DataField, nameCode: string): SeriesStatement[] {
  const statements: { name: string; number?: string }[] = [];
  for (const { code, value } of field.subfields) {
    const current = statements.at(-1);
    if (code === nameCode) statements.push({ name: value });
    else if (current && (code === 'n' || code === 'p')) current.name = `${withoutIsbd(current.name)}. ${value}`;
    else if (current && code === 'v' && !current.number) current.number = withoutIsbd(value);
  }
  return statements.flatMap(({ name, number }) => {
    const names = tidy(name)
      .split(/\s+=\s+/)
      .map(withoutIsbd)
      .filter(says);
    return names.map((one) => (says(number) ? { name: one, number } : { name: one }));
  });
}
