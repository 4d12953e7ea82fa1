import { toIso2709 } from '../../../../domain/catalogue/export/iso2709.ts';
import type { Marc } from '../../../../domain/catalogue/schema.ts';

/**
 * A record from lines as cataloguers write them: "001 123", "245 10 $a Title : $b rest /". Blanks after a subfield's code
 * and before the next `$` are not part of the value.
 */
export function marc(lines: string, leader = '00000nam a2200000 i 4500'): Marc {
  const fields = lines
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const tag = line.slice(0, 3);
      if (!line.includes('$')) return { tag, value: line.slice(4) };
      const [indicators = '', ...subfields] = line.slice(4).split('$');
      const [ind1 = ' ', ind2 = ' '] = indicators.replaceAll('_', ' ').padEnd(2);
      return {
        tag,
        ind1,
        ind2,
        subfields: subfields.map((one) => ({ code: one.charAt(0), value: one.slice(1).trim() })),
      };
    });
  return { leader, fields };
}

export function iso2709(record: Marc): Buffer {
  const bytes = toIso2709(record);
  if (!bytes) throw new RangeError('too long for ISO 2709');
  return Buffer.from(bytes);
}
