/**
 * A table for spreadsheets: fields apart by semicolons as Finnish ones expect, UTF-8 with its mark. A field that a spreadsheet
 * would take for a formula, which a number below nought is not, is written as text, with an apostrophe before it; who reads the table takes one away. Pure.
 */
export const csvTable = (rows: readonly (readonly string[])[]): string =>
  `\ufeff${rows.map((row) => row.map(field).join(';')).join('\r\n')}\r\n`;

const field = (value: string): string => {
  const isFormula = /^'*[=+\-@\t\r]/.test(value) && !/^-\d+(,\d+)?$/.test(value);
  const safe = isFormula ? `'${value}` : value;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};
