/** Cents of a sum as people write it: "1 250,5", "1250.50", "12 €"; undefined where it is none. */
export function centsOf(text: string): number | undefined {
  const [, euros, cents = ''] = /^(\d{1,11})(?:[.,](\d{1,2}))?$/.exec(plain(text)) ?? [];
  return euros === undefined ? undefined : Number(euros) * 100 + Number(cents.padEnd(2, '0'));
}

/** A whole number as people write it: "119 452". */
export const countOf = (text: string): number | undefined => (/^\d{1,8}$/.test(plain(text)) ? Number(plain(text)) : undefined); // prettier-ignore

const plain = (text: string) => text.replaceAll(/[\s\u00a0\u202f€]/g, '');
