import type { Marc } from '../../domain/catalogue/schema.ts';

export type Field = Marc['fields'][number];

/** A data field; subfields without a value are left out. */
export function field(
  tag: string,
  indicators: string,
  ...subfields: readonly (readonly [string, string | undefined])[]
): Field {
  const given: { code: string; value: string }[] = [];
  for (const [code, value] of subfields) if (value !== undefined) given.push({ code, value });
  return { tag, ind1: indicators.charAt(0), ind2: indicators.charAt(1), subfields: given };
}
