/**
 * A table for spreadsheets: fields apart by semicolons as Finnish ones expect, UTF-8 with its mark. A field that a spreadsheet
 * would take for a formula is written as text, with an apostrophe before it; who reads the table takes one away. Pure.
 */
export const csvTable = (rows: readonly (readonly string[])[]): string =>
  `\ufeff${rows.map((row) => row.map(field).join(';')).join('\r\n')}\r\n`;

const field = (value: string): string => {
  const safe = /^'*[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};
